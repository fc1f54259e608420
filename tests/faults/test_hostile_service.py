"""A service that is broken, endless or out to do harm: each ends in words, in time, and asks for no room."""

import asyncio
import gzip
import json
import resource
from collections.abc import Iterator
from dataclasses import replace

import pytest

from app.domain.errors import (
    CredentialsRejected,
    ProviderBroken,
    ProviderBusy,
    ProviderError,
    ProviderUnreachable,
    RateLimited,
    ReplyInterrupted,
)
from app.domain.settings import ApiKind, Patience, ProviderSettings
from app.providers.openai_provider import OpenAIProvider
from app.providers.pieces import Piece, Request, TextPiece
from tests.fakes.responses_events import event
from tests.fakes.scripted_server import MODEL, Ending, Script, ScriptedServer

QUESTION = Request(MODEL, ())
SHORT = Patience(connect=2.0, first=0.3, idle=0.3, total=5.0)
SHORT_BUT_BUSY = replace(SHORT, first=90.0, idle=90.0, total=100.0)
MEGABYTE = 1 << 20
EVERY_LANGUAGE = pytest.mark.parametrize("api", [ApiKind.CHAT, ApiKind.RESPONSES])


def says(words: str) -> bytes:
    return event({"choices": [{"index": 0, "delta": {"content": words}}]})


class Asked:
    """What came of one question."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.error: ProviderError | None = None

    @property
    def text(self) -> str:
        return "".join(self.texts)


async def asked(
    script: Script, patience: Patience = SHORT, api: ApiKind = ApiKind.CHAT, key: str | None = None
) -> Asked:
    result = Asked()
    async with ScriptedServer(script, speaks_responses=True) as server:
        provider = OpenAIProvider(ProviderSettings(server.base_url, MODEL, api=api, patience=patience), key)
        try:
            async for piece in provider.stream(QUESTION):
                result.texts.append(text_of(piece))
        except ProviderError as error:
            result.error = error
        finally:
            await provider.close()
        assert len(server.requests) == 1, "nothing is asked twice by itself"
    return result


def text_of(piece: Piece) -> str:
    return piece.text if isinstance(piece, TextPiece) else ""


@pytest.fixture
def little_room() -> Iterator[None]:
    """Fails where more memory was taken than the largest answer that is let through."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    yield
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    assert grown < 80, f"{grown:.0f} MB more"


CUTS = {
    "inside a character": says("å")[: says("å").index("å".encode()) + 1],
    "inside an event": says("never")[:-9],
    "before the empty line": says("never")[:-1],
}


@pytest.mark.parametrize("cut", CUTS.values(), ids=CUTS)
async def test_a_cut_interrupts_and_keeps_what_was_whole(cut: bytes) -> None:
    result = await asked(Script(wire=(says("kept"), cut)))
    assert isinstance(result.error, ReplyInterrupted)
    assert result.text == "kept"


NONSENSE = {
    "invalid UTF-8": b'data: {"x": "\xff\xfe"}\n\n',
    "bad JSON": b"data: {not json}\n\n",
    "deep JSON": b"data: " + b"[" * 200_000 + b"]" * 200_000 + b"\n\n",
    "a number without end": b'data: {"x": ' + b"9" * 100_000 + b"}\n\n",
}


@EVERY_LANGUAGE
@pytest.mark.parametrize("nonsense", NONSENSE.values(), ids=NONSENSE)
async def test_what_cannot_be_read_is_a_broken_service(nonsense: bytes, api: ApiKind) -> None:
    assert isinstance((await asked(Script(wire=(nonsense,)), api=api)).error, ProviderBroken)


ODD = [
    *(json.dumps(value).encode() for value in (None, 1, "x", [], {}, [[]], {"choices": 5, "type": []})),
    json.dumps({"choices": [None, 3, {"delta": 1, "index": "x"}], "usage": [1]}).encode(),
    json.dumps({"choices": [{"delta": {"content": {}, "tool_calls": [7]}}], "usage": {"a": 1}}).encode(),
    json.dumps({"type": "response.output_text.delta", "delta": 7, "item_id": {}}).encode(),
    json.dumps({"type": "response.output_item.done", "item": None}).encode(),
    b'{"choices": [], "usage": {"prompt_tokens": 1e999, "completion_tokens": -5}}',
]


@EVERY_LANGUAGE
@pytest.mark.parametrize("odd", ODD, ids=lambda odd: odd.decode()[:40])
async def test_odd_values_are_passed_over(odd: bytes, api: ApiKind) -> None:
    result = await asked(Script(wire=(b"data: " + odd + b"\n\n", b"data: [DONE]\n\n")), api=api)
    assert isinstance(result.error, ReplyInterrupted)


async def test_half_a_character_and_a_nul_pass_as_they_came() -> None:
    result = await asked(Script(("\ud83d", "a\0b")))
    assert (result.text, result.error) == ("\ud83da\0b", None)


@EVERY_LANGUAGE
@pytest.mark.parametrize(
    "answer",
    [
        Script.page(),
        Script(headers={"Content-Type": "application/json"}, body='{"error": {"message": "no"}}'),
        Script(body=""),
        Script(headers={"Content-Type": "text/plain"}, body="data: [DONE]\n\n"),
    ],
    ids=["a page", "an error that is none", "nothing", "plain text"],
)
async def test_what_is_no_stream_is_no_reply(answer: Script, api: ApiKind) -> None:
    assert isinstance((await asked(answer, api=api)).error, ProviderBroken)


@pytest.fixture
def bomb() -> bytes:
    return gzip.compress(b"data: " + b"x" * (100 * MEGABYTE))


@pytest.mark.usefixtures("bomb", "little_room")  # in this order: to make the bomb takes room as well
async def test_a_bomb_is_not_unpacked(bomb: bytes) -> None:
    result = await asked(Script(headers={"Content-Encoding": "gzip"}, wire=(bomb,)))
    assert isinstance(result.error, ProviderBroken)
    assert "packs its answers" in result.error.summary


@pytest.mark.usefixtures("little_room")
@pytest.mark.parametrize("start", [b"", b"data: {", b": "], ids=["nothing", "an event", "a comment"])
async def test_a_line_without_end_is_cut_off(start: bytes) -> None:
    result = await asked(Script(wire=(start, b"x" * MEGABYTE), is_endless=True), SHORT_BUT_BUSY)
    assert isinstance(result.error, ProviderBroken)
    assert "a line" in result.error.summary


FLOODS = {
    "comments": b": keepalive keepalive keepalive\n\n" * 4000,
    "events of nothing": event({"choices": [{"index": 0, "delta": {}}]}) * 1000,
    "words": says("word " * 10) * 1000,
}


@pytest.mark.usefixtures("little_room")
@pytest.mark.parametrize("flood", FLOODS.values(), ids=FLOODS)
async def test_a_flood_is_stopped_and_others_get_their_turn_meanwhile(flood: bytes) -> None:
    turns = 0

    async def take_turns() -> None:
        nonlocal turns
        while True:
            await asyncio.sleep(0.001)
            turns += 1

    others = asyncio.create_task(take_turns())
    result = await asked(Script(wire=(flood,), is_endless=True), SHORT_BUT_BUSY)
    others.cancel()
    assert isinstance(result.error, ProviderBroken)
    assert "longer than any reply" in result.error.summary
    assert turns > 20


@pytest.mark.parametrize(
    "sign", [b": keepalive\n\n", event({"choices": [{"index": 0, "delta": {"content": ""}}]}), b"\n"]
)
async def test_signs_of_life_are_no_reply(sign: bytes) -> None:
    early = await asked(Script(wire=(sign,), delay=0.02, is_endless=True))
    assert isinstance(early.error, ProviderUnreachable)
    assert early.error.summary == "The service did not answer in time."
    late = await asked(Script(wire=(says("a"), sign), delay=0.02, is_endless=True))
    assert isinstance(late.error, ReplyInterrupted)
    assert (late.text, "fell silent" in late.error.summary) == ("a", True)


async def test_a_reply_that_drips_for_ever_ends_with_its_time() -> None:
    result = await asked(Script(wire=(says("a"),), delay=0.02, is_endless=True), replace(SHORT, total=0.5))
    assert isinstance(result.error, ReplyInterrupted)
    assert "longer than it is given" in result.error.summary
    assert len(result.text) > 5


async def test_a_model_that_thinks_aloud_may_take_its_time() -> None:
    thought = event({"choices": [{"index": 0, "delta": {"reasoning_content": "hm"}}]})
    wire = (*[thought] * 6, says("a"), event({"choices": [{"index": 0, "finish_reason": "stop"}]}))
    assert (await asked(Script(wire=wire, delay=0.1), replace(SHORT, first=0.4))).text == "a"


async def test_a_head_that_drips_for_ever_is_no_answer() -> None:
    head = (b"HTTP/1.1 200 OK\r\n", b"X")
    result = await asked(Script(wire=(), head=head, delay=0.02, is_endless=True))
    assert isinstance(result.error, ProviderUnreachable)


async def test_silence_is_no_answer() -> None:
    assert isinstance((await asked(Script.silence())).error, ProviderUnreachable)


async def test_a_stall_in_the_middle_interrupts() -> None:
    result = await asked(Script(ending=Ending.STALLED))
    assert isinstance(result.error, ReplyInterrupted)
    assert result.text == "Hello there."


@pytest.mark.parametrize(
    "header", [b"X-Big: " + b"x" * 300_000, b"\r\n".join(b"X-%d: x" % each for each in range(20_000))]
)
async def test_a_monstrous_head_is_refused(header: bytes) -> None:
    head = (b"HTTP/1.1 200 OK\r\n" + header + b"\r\n\r\n",)
    assert isinstance((await asked(Script(wire=(), head=head))).error, ProviderUnreachable)


@pytest.mark.parametrize(
    ("status", "kind"),
    [(401, CredentialsRejected), (500, ProviderBusy), (503, ProviderBusy), (429, RateLimited)],
)
async def test_a_refusal_is_asked_about_only_once(status: int, kind: type[ProviderError]) -> None:
    assert type((await asked(Script.error(status, Retry_After="3600"))).error) is kind


@pytest.mark.parametrize("status", [400, 401, 429, 500])
async def test_a_key_that_a_service_quotes_is_not_shown(status: int) -> None:
    key = "quite-an-unusual-key"
    result = await asked(Script.error(status, f"The key {key} is not good."), key=key)
    assert result.error is not None
    assert "The key [redacted] is not good" in result.error.summary
    assert key not in f"{result.error!r} {result.error.__cause__!r} {result.error.__cause__}"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_nothing_is_sent_to_where_a_service_points(status: int) -> None:
    async with ScriptedServer() as elsewhere:
        pointing = Script(status=status, headers={"Location": elsewhere.base_url}, body="")
        assert isinstance((await asked(pointing, key="sk-x")).error, ProviderBroken)
        assert elsewhere.requests == []


async def test_an_endless_complaint_is_cut_off() -> None:
    script = Script(status=400, headers={"Content-Type": "application/json"}, wire=(b"x" * MEGABYTE,))
    result = await asked(replace(script, is_endless=True), SHORT_BUT_BUSY)
    assert isinstance(result.error, ProviderBroken)


async def test_a_service_can_mark_nobody_with_a_cookie() -> None:
    script = Script(headers={"Set-Cookie": "mark=1; Path=/"})
    async with ScriptedServer(script) as server:
        provider = OpenAIProvider(ProviderSettings(server.base_url, MODEL, api=ApiKind.CHAT), None)
        for _ in range(2):
            assert [piece async for piece in provider.stream(QUESTION)]
        await provider.close()
        assert not any("cookie" in request.headers for request in server.requests)
