import asyncio
import json
from contextlib import aclosing

import pytest

from app.domain.errors import (
    CredentialsRejected,
    ProviderBroken,
    ProviderError,
    ProviderUnreachable,
    RateLimited,
    ReplyInterrupted,
)
from app.domain.item import question_body, reply_body
from app.domain.settings import ProviderSettings
from app.providers.openai_provider import OpenAIProvider
from app.providers.pieces import Piece, Request, TextPiece, UsagePiece
from tests.fakes.scripted_server import MODEL, Ending, Script, ScriptedServer

QUESTION = Request(MODEL, (question_body("Hi"), reply_body("Yes?", whole=True)))


async def reply(server: ScriptedServer, api_key: str | None = "sk-test") -> list[Piece]:
    provider = OpenAIProvider(ProviderSettings(server.base_url, MODEL), api_key)
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
    await reply(server, None)
    assert "elsewhere" not in json.dumps(dict(server.requests[0].headers))


@pytest.mark.parametrize("ending", [Ending.CUT, Ending.CUT_IN_JSON, Ending.LENGTH])
async def test_a_reply_without_its_end_is_interrupted(ending: Ending) -> None:
    assert isinstance(await fault(Script(ending=ending)), ReplyInterrupted)


@pytest.mark.parametrize("ending", [Ending.GARBAGE, Ending.ERROR_EVENT])
async def test_a_reply_that_goes_wrong_is_a_broken_service(ending: Ending) -> None:
    assert isinstance(await fault(Script(ending=ending)), ProviderBroken)


async def test_a_connection_lost_in_the_middle_is_told() -> None:
    assert isinstance(await fault(Script(ending=Ending.BROKEN)), ProviderUnreachable)


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


async def test_nobody_at_the_address_is_told_in_words() -> None:
    provider = OpenAIProvider(ProviderSettings("http://127.0.0.1:9/v1", MODEL), None)
    with pytest.raises(ProviderUnreachable, match="Nothing answers at the service's address"):
        await anext(provider.stream(QUESTION))
    await provider.close()


async def test_closing_the_iterator_hangs_up() -> None:
    async with ScriptedServer(Script(hold_before=1)) as server:
        provider = OpenAIProvider(ProviderSettings(server.base_url, MODEL), None)
        async with aclosing(provider.stream(QUESTION)) as pieces:
            await anext(pieces)
        await asyncio.wait_for(server.requests[0].client_left.wait(), 0.2)
        await provider.close()
