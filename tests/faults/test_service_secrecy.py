"""Whatever a service does, no key, header or word of a conversation reaches a log, an exception or a repr."""

import json
import logging
import traceback
from collections.abc import Iterator

import pytest

from app.domain.errors import ProviderError
from app.domain.item import question_body
from app.domain.parameters import Parameters
from app.domain.settings import ApiKind, Patience, ProviderSettings
from app.providers.openai_provider import OpenAIProvider
from app.providers.pieces import Piece, Request
from tests.fakes.responses_events import event
from tests.fakes.scripted_server import MODEL, Script, ScriptedServer

KEY, HEADER = "key-quokka-51c0", "header-quokka-77aa"
QUESTION = "Why does the quokka of this question smile at everybody?"
INSTRUCTIONS = "You are a quokka, and these are your instructions."
SECRETS = (KEY, HEADER, QUESTION, INSTRUCTIONS)
ALL_OF_IT = f"{QUESTION} | {INSTRUCTIONS} | Authorization: Bearer {KEY} | api-key: {HEADER}"
PATIENCE = Patience(connect=1.0, first=0.5, idle=0.5, total=5.0)

JSON = {"Content-Type": "application/json"}
FAILURE = {"type": "response.failed", "response": {"error": {"message": ALL_OF_IT}}}
STATUSES = (400, 401, 403, 404, 409, 418, 422, 429, 500)
TALKATIVE = {
    **{str(status): Script.error(status, ALL_OF_IT) for status in STATUSES},
    "plain text": Script(status=400, headers={"Content-Type": "text/plain"}, body=ALL_OF_IT),
    "detail": Script(status=422, headers=JSON, body=json.dumps({"detail": ALL_OF_IT})),
    "event": Script(wire=(event({"error": {"message": ALL_OF_IT, "code": ALL_OF_IT}}),)),
    "failure": Script(wire=(event(FAILURE),)),
    "nonsense": Script(wire=(f"data: {{{ALL_OF_IT}\n\n".encode(),)),
    "bad bytes": Script(wire=(f"data: {ALL_OF_IT}".encode() + b"\xff\n\n",)),
    "a page": Script.page(ALL_OF_IT),
    "a redirect": Script.redirect(f"http://127.0.0.1:9/?{KEY}"),
    "a cut": Script(wire=(ALL_OF_IT.encode(),)),
    "silence": Script.silence(),
}


@pytest.fixture
def records() -> Iterator[list[logging.LogRecord]]:
    """Everything that is logged, down to the smallest detail, but for what the program keeps quiet."""
    kept: list[logging.LogRecord] = []

    class Keeping(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            kept.append(record)

    root, quiet, handler = logging.getLogger(), logging.getLogger("httpcore2"), Keeping()
    levels = root.level, quiet.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    quiet.setLevel(logging.WARNING)
    yield kept
    root.setLevel(levels[0])
    quiet.setLevel(levels[1])
    root.removeHandler(handler)


async def told(script: Script, api: ApiKind) -> tuple[ProviderError | None, list[Piece], object]:
    question = Request(MODEL, (question_body(QUESTION),), INSTRUCTIONS, Parameters())
    pieces: list[Piece] = []
    async with ScriptedServer(script, speaks_responses=True) as server:
        settings = ProviderSettings(
            server.base_url, MODEL, api=api, headers=(("api-key", HEADER),), patience=PATIENCE
        )
        provider = OpenAIProvider(settings, KEY)
        try:
            async for piece in provider.stream(question):
                pieces.append(piece)  # noqa: PERF401  # what came before the error counts
        except ProviderError as error:
            return error, pieces, (settings, question, provider)
        finally:
            await provider.close()
        sent = server.requests[0]
        assert (KEY in sent.headers["authorization"], QUESTION in str(sent.body)) == (True, True)
    return None, pieces, (settings, question, provider)


def everything_said(error: ProviderError, shown: object) -> str:
    chain: list[BaseException] = [error]
    while (cause := chain[-1].__cause__ or chain[-1].__context__) is not None:
        chain.append(cause)
    texts = [f"{each} {each.args}" for each in chain if not isinstance(each, UnicodeDecodeError)]
    return " ".join(("".join(traceback.format_exception(error)), *texts, repr(shown), repr(error.fault)))


def leaks(text: str) -> list[str]:
    return [secret for secret in SECRETS if secret in text]


@pytest.mark.parametrize("api", [ApiKind.CHAT, ApiKind.RESPONSES])
@pytest.mark.parametrize("script", TALKATIVE.values(), ids=TALKATIVE)
async def test_a_talkative_service_gives_nothing_away(
    script: Script, api: ApiKind, records: list[logging.LogRecord]
) -> None:
    error, pieces, shown = await told(script, api)
    assert error is not None
    assert leaks(everything_said(error, (pieces, shown))) == []
    logged = [f"{record.name} {record.getMessage()}" for record in records]
    assert leaks("\n".join(logged)) == []


async def test_a_reply_gives_nothing_away_but_what_it_says(records: list[logging.LogRecord]) -> None:
    error, pieces, shown = await told(Script((QUESTION,)), ApiKind.CHAT)
    assert (error, len(pieces) > 0) == (None, True)
    assert leaks(f"{pieces!r} {shown!r}") == []
    assert leaks("\n".join(record.getMessage() for record in records)) == []


def test_a_leak_would_be_seen(records: list[logging.LogRecord]) -> None:
    logging.getLogger("anybody").debug("sending %s", QUESTION)
    assert leaks(records[0].getMessage()) == [QUESTION]
    error = ProviderError("It failed.")
    error.__cause__ = ValueError(KEY)
    assert leaks(everything_said(error, None)) == [KEY]
