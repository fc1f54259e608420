import asyncio
import json
import logging
from collections.abc import Iterator
from contextlib import aclosing

import pytest

from app.domain.errors import (
    CredentialsRejected,
    ModelUnknown,
    ProviderBroken,
    ProviderBusy,
    ProviderError,
    ProviderUnreachable,
    RateLimited,
    ReplyInterrupted,
    ReplyRefused,
)
from app.domain.item import question_body, reply_body
from app.domain.offered_model import OfferedModel
from app.domain.settings import ApiKind, Found, ProviderSettings
from app.domain.usage import Usage
from app.providers.continuing import INSTRUCTION
from app.providers.openai_provider import OpenAIProvider
from app.providers.pieces import Piece, Request, SealedPast, TextPiece, UsagePiece
from app.providers.responses import SEALED_REASONING, responses_input
from tests.fakes import recorded_streams
from tests.fakes.recorded_streams import PlayedNetwork
from tests.fakes.responses_events import event
from tests.fakes.scripted_server import MODEL, Ending, Script, ScriptedServer
from tests.fixtures.waiting import until

QUESTION = Request(MODEL, (question_body("Hi"), reply_body("Yes?", whole=True)))


async def reply(server: ScriptedServer, api_key: str | None = "sk-test") -> list[Piece]:
    provider = OpenAIProvider(ProviderSettings(server.base_url, MODEL, api=ApiKind.CHAT), api_key)
    try:
        return [piece async for piece in provider.stream(QUESTION)]
    finally:
        await provider.close()


async def fault(script: Script) -> ProviderError:
    async with ScriptedServer(script) as server:
        with pytest.raises(ProviderError) as caught:
            await reply(server)
        assert len(server.requests) == 1, "nothing is asked twice by itself"
    return caught.value


async def test_a_reply_comes_in_pieces_and_with_its_usage(server: ScriptedServer) -> None:
    pieces = await reply(server)
    assert [piece.text for piece in pieces if isinstance(piece, TextPiece)] == ["Hello", " there", "."]
    assert [piece.usage.output_tokens for piece in pieces if isinstance(piece, UsagePiece)] == [3]


async def test_the_request_holds_the_messages_and_the_key(server: ScriptedServer) -> None:
    await reply(server)
    sent = server.requests[0]
    assert sent.body["messages"] == [
        {"role": "user", "content": "Hi"},
        {"role": "assistant", "content": "Yes?"},
    ]
    assert sent.headers["authorization"] == "Bearer sk-test"


async def test_nothing_is_taken_from_the_environment(
    server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("OPENAI_BASE_URL", "OPENAI_ORG_ID", "OPENAI_PROJECT_ID", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/elsewhere")
    monkeypatch.setenv("OPENAI_API_KEY", "sk-from-elsewhere")
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "X-From: elsewhere\nAuthorization: Bearer elsewhere")
    await reply(server, None)
    assert "elsewhere" not in json.dumps(dict(server.requests[0].headers))


@pytest.mark.parametrize("ending", [Ending.CUT, Ending.CUT_IN_JSON, Ending.LENGTH])
async def test_a_reply_without_its_end_is_interrupted(ending: Ending) -> None:
    assert isinstance(await fault(Script(ending=ending)), ReplyInterrupted)


async def test_a_reply_that_goes_wrong_is_a_broken_service() -> None:
    assert isinstance(await fault(Script(ending=Ending.GARBAGE)), ProviderBroken)


async def test_an_error_in_place_of_the_rest_is_told_in_the_services_words() -> None:
    error = await fault(Script(ending=Ending.ERROR_EVENT))
    assert isinstance(error, ProviderBusy)
    assert error.summary.endswith("It says: scripted error.")


async def test_a_connection_lost_in_the_middle_has_interrupted_the_reply() -> None:
    assert isinstance(await fault(Script(ending=Ending.BROKEN)), ReplyInterrupted)


async def test_a_web_page_is_not_a_reply() -> None:
    assert "not a model service" in (await fault(Script.page())).summary


async def test_a_redirect_is_not_followed() -> None:
    async with ScriptedServer() as elsewhere:
        error = await fault(Script.redirect(f"{elsewhere.base_url}/chat/completions"))
        assert elsewhere.requests == []
    assert isinstance(error, ProviderBroken)


async def test_a_rejected_key_is_named_and_never_quoted() -> None:
    error = await fault(Script.error(401, "Incorrect API key provided: sk-test"))
    assert isinstance(error, CredentialsRejected)
    assert "sk-test" not in repr(error)


async def test_a_busy_service_says_how_long_to_wait() -> None:
    error = await fault(Script.error(429, "Slow down", Retry_After="3"))
    assert isinstance(error, RateLimited)
    assert error.retry_after == 3.0


def finding_out(server: ScriptedServer, api_key: str | None = None) -> OpenAIProvider:
    return OpenAIProvider(ProviderSettings(server.base_url, MODEL), api_key)


def asked(server: ScriptedServer) -> list[str]:
    return [f"{request.method} {request.path}" for request in server.requests]


LIST, PROBE, CHAT = "GET /v1/models", "POST /v1/responses", "POST /v1/chat/completions"


async def test_how_a_service_wants_to_be_asked_is_found_out_once() -> None:
    async with ScriptedServer(Script(("a",)), speaks_responses=True) as server:
        provider = finding_out(server)
        for _ in range(2):
            assert TextPiece("a") in [piece async for piece in provider.stream(QUESTION)]
        assert await provider.find_out() == Found(ApiKind.RESPONSES)
        await provider.close()
    assert asked(server) == [LIST, PROBE, PROBE, PROBE]
    assert server.requests[1].body == {}, "nothing of a conversation is sent to find out"
    assert server.requests[2].body["store"] is False


async def test_a_service_without_responses_is_asked_in_chat(server: ScriptedServer) -> None:
    provider = finding_out(server)
    assert TextPiece("Hello") in [piece async for piece in provider.stream(QUESTION)]
    assert await provider.find_out() == Found(ApiKind.CHAT)
    await provider.close()
    assert asked(server) == [LIST, PROBE, CHAT]


async def test_a_server_that_is_known_is_not_probed() -> None:
    async with ScriptedServer(owner="llamacpp", speaks_responses=True) as server:
        provider = finding_out(server)
        assert await provider.find_out() == Found(ApiKind.CHAT, prefills=True)
        assert await provider.continuation() is None
        await provider.close()
    assert asked(server) == [LIST]


@pytest.mark.parametrize("status", [404, 405, 501])
async def test_a_service_may_keep_no_list(status: int) -> None:
    async with ScriptedServer(models=Script.error(status), speaks_responses=True) as server:
        provider = finding_out(server)
        assert await provider.find_out() == Found(ApiKind.RESPONSES)
        assert await provider.check() == ()
        await provider.close()


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (Script.error(401), CredentialsRejected),
        (Script.error(500), ProviderBusy),
        (Script.page(), ProviderBroken),
        (Script(wire=(b"[1, 2]",), headers={"Content-Type": "application/json"}), ProviderBroken),
    ],
)
async def test_a_service_that_cannot_be_asked_is_not_guessed_at(
    answer: Script, kind: type[ProviderError]
) -> None:
    async with ScriptedServer(models=answer) as server:
        provider = finding_out(server)
        with pytest.raises(kind):
            await anext(provider.stream(QUESTION))
        await provider.close()
    assert asked(server) == [LIST]


async def test_models_are_listed(server: ScriptedServer) -> None:
    provider = finding_out(server, "sk-test")
    assert await provider.models() == (OfferedModel(MODEL, "tests"),)
    assert server.requests[0].headers["authorization"] == "Bearer sk-test"
    await provider.close()


async def test_a_model_that_is_not_offered_is_named(server: ScriptedServer) -> None:
    provider = OpenAIProvider(ProviderSettings(server.base_url, "another"), None)
    with pytest.raises(ModelUnknown, match="its list does not have this model"):
        await provider.check()
    await provider.close()


async def test_without_a_key_none_is_sent_and_with_one_nobody_learns_of_this_computer(
    server: ScriptedServer,
) -> None:
    await reply(server, None)
    sent = server.requests[0].headers
    assert "authorization" not in sent
    assert not [name for name in sent if name.startswith(("x-stainless", "openai-"))]
    assert sent["user-agent"].startswith("Sotto/")


async def test_the_sdk_logs_no_question_whatever_the_environment_says(server: ScriptedServer) -> None:
    logging.getLogger("openai").setLevel(logging.DEBUG)  # as it does for OPENAI_LOG=debug
    await reply(server)
    assert logging.getLogger("openai").level == logging.WARNING


async def test_headers_of_the_persons_own_are_sent(server: ScriptedServer) -> None:
    headers = (("api-key", "secret"), ("User-Agent", "mine"))
    settings = ProviderSettings(server.base_url, MODEL, api=ApiKind.CHAT, headers=headers)
    provider = OpenAIProvider(settings, None)
    assert [piece async for piece in provider.stream(QUESTION)]
    await provider.close()
    assert {server.requests[0].headers[name] for name in ("api-key", "user-agent")} == {"secret", "mine"}


async def test_a_proxy_is_used_where_one_is_set(server: ScriptedServer) -> None:
    proxy = server.base_url.removesuffix("/v1")
    settings = ProviderSettings("http://service.invalid/v1", MODEL, api=ApiKind.CHAT, proxy=proxy)
    provider = OpenAIProvider(settings, None)
    with pytest.raises(ModelUnknown):  # the scripted server is no proxy, but it was asked
        await anext(provider.stream(QUESTION))
    await provider.close()
    assert asked(server) == ["POST http://service.invalid/v1/chat/completions"]


async def test_a_proxy_that_is_not_there_is_named() -> None:
    settings = ProviderSettings("http://service.invalid/v1", MODEL, proxy="http://me:secret@127.0.0.1:9")
    provider = OpenAIProvider(settings, None)
    with pytest.raises(ProviderUnreachable, match="Nothing answers at the proxy's address") as caught:
        await provider.models()
    assert "secret" not in f"{caught.value!r} {settings!r}"
    await provider.close()


REFUSES_INCLUDE = Script.error(400, "Encrypted content is not supported with this model: include.")
REFUSES_PREFILL = Script.error(400, "Assistant response prefill is incompatible with enable_thinking.")


async def test_what_a_service_can_do_without_is_left_out_once() -> None:
    async with ScriptedServer(REFUSES_INCLUDE, Script(("a",)), speaks_responses=True) as server:
        provider = OpenAIProvider(ProviderSettings(server.base_url, MODEL, api=ApiKind.RESPONSES), None)
        assert TextPiece("a") in [piece async for piece in provider.stream(QUESTION)]
        await provider.close()
    first, second = (request.body for request in server.requests)
    assert first == {**second, "include": [SEALED_REASONING]}


async def test_a_service_that_refuses_everything_is_not_asked_for_ever() -> None:
    async with ScriptedServer(REFUSES_INCLUDE, speaks_responses=True) as server:
        provider = OpenAIProvider(ProviderSettings(server.base_url, MODEL, api=ApiKind.RESPONSES), None)
        with pytest.raises(ReplyRefused):
            await anext(provider.stream(QUESTION))
        await provider.close()
        assert len(server.requests) == 2


async def test_a_model_that_does_not_let_itself_be_prefilled_is_asked_in_words() -> None:
    unfinished = Request(MODEL, (question_body("Hi"), reply_body("So", whole=False)), continues=True)
    async with ScriptedServer(REFUSES_PREFILL, Script(("a",)), owner="llamacpp") as server:
        provider = finding_out(server)
        assert TextPiece("a") in [piece async for piece in provider.stream(unfinished)]
        assert await provider.continuation() == INSTRUCTION
        await provider.close()
    prefilled, worded = (request.body["messages"][-1]["content"] for request in server.requests[1:])
    assert (prefilled, worded) == ("So", INSTRUCTION)


async def test_nobody_at_the_address_is_told_in_words() -> None:
    provider = OpenAIProvider(ProviderSettings("http://127.0.0.1:9/v1", MODEL), None)
    with pytest.raises(ProviderUnreachable, match="Nothing answers at the service's address"):
        await anext(provider.stream(QUESTION))
    await provider.close()


@pytest.mark.parametrize("after", [b"", b"data: {not json}\n\n", event({"error": {"message": "late"}})])
@pytest.mark.parametrize(
    ("api", "whole"),
    [(ApiKind.CHAT, recorded_streams.CHAT), (ApiKind.RESPONSES, recorded_streams.RESPONSES)],
)
async def test_an_answer_is_read_to_its_end_so_that_its_connection_serves_again(
    api: ApiKind, whole: bytes, after: bytes
) -> None:
    taken: list[str] = []

    def answer() -> Iterator[bytes]:
        yield whole
        taken.append("the reply")
        yield after
        taken.append("the end")

    network = PlayedNetwork()
    network.chunks = answer()
    provider = OpenAIProvider(ProviderSettings("http://service/v1", MODEL, api=api), None, network)
    pieces = [piece async for piece in provider.stream(QUESTION)]
    assert isinstance(pieces[-1], UsagePiece)
    assert taken == (["the reply"] if after and api is ApiKind.RESPONSES else ["the reply", "the end"])
    await provider.close()


async def test_closing_the_iterator_hangs_up() -> None:
    async with ScriptedServer(Script(hold_before=1)) as server:
        provider = OpenAIProvider(ProviderSettings(server.base_url, MODEL, api=ApiKind.CHAT), None)
        async with aclosing(provider.stream(QUESTION)) as pieces:
            await anext(pieces)
        await asyncio.wait_for(server.requests[0].client_left.wait(), 0.2)
        await provider.close()


@pytest.mark.parametrize("api", [ApiKind.CHAT, ApiKind.RESPONSES])
async def test_whoever_stops_before_the_first_word_hangs_up_too(api: ApiKind) -> None:
    async with ScriptedServer(Script.silence(), speaks_responses=True) as server:
        provider = OpenAIProvider(ProviderSettings(server.base_url, MODEL, api=api), None)
        waiting = asyncio.ensure_future(anext(provider.stream(QUESTION)))
        await until(lambda: server.questions, "the request")
        waiting.cancel()
        await asyncio.wait_for(server.questions[0].client_left.wait(), 0.2)
        await asyncio.wait({waiting})
        assert waiting.cancelled()
        await provider.close()


SEALED = {"id": "c1", "type": "compaction", "encrypted_content": "gAAAA"}


async def sealed(
    script: Script, api: ApiKind = ApiKind.RESPONSES
) -> tuple[SealedPast | None, ScriptedServer]:
    async with ScriptedServer(script) as server:
        provider = OpenAIProvider(ProviderSettings(server.base_url, MODEL, api=api), None)
        try:
            return await provider.seal(QUESTION), server
        finally:
            await provider.close()


def answering(values: object) -> Script:
    return Script(headers={"Content-Type": "application/json"}, body=json.dumps(values))


async def test_a_service_can_seal_what_stands_for_a_conversation() -> None:
    usage = {"input_tokens": 9, "output_tokens": 4}
    made, server = await sealed(answering({"output": [SEALED], "usage": usage}))
    assert made == SealedPast((json.dumps(SEALED, separators=(",", ":")),), Usage(9, 4))
    assert server.requests[0].path == "/v1/responses/compact"
    assert [item["role"] for item in server.requests[0].body["input"]] == ["user", "assistant"]


async def test_what_was_sealed_is_sent_back_as_it_came() -> None:
    (sent,) = responses_input([json.dumps(SEALED | {"created_by": "nobody"})])
    assert sent == SEALED


@pytest.mark.parametrize("status", [404, 405, 501])
async def test_a_service_that_seals_nothing_is_no_failure(status: int) -> None:
    assert (await sealed(Script.error(status)))[0] is None


async def test_in_the_other_language_nothing_is_sealed() -> None:
    made, server = await sealed(Script(), ApiKind.CHAT)
    assert (made, server.requests) == (None, [])


@pytest.mark.parametrize("answer", [{}, [], {"output": [{"type": "compaction"}]}])
async def test_an_answer_with_nothing_sealed_in_it_is_said(answer: object) -> None:
    with pytest.raises(ProviderError):
        await sealed(answering(answer))
