"""An independent server, llama.cpp's own, asked in both languages."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import aclosing

import httpx2
import pytest

from app.domain.errors import ContextTooLong, CredentialsRejected, ReplyInterrupted
from app.domain.item import question_body, reply_body
from app.domain.parameters import Parameters
from app.domain.settings import ApiKind, Found, ProviderSettings
from app.providers.openai_provider import OpenAIProvider
from app.providers.pieces import Piece, Request, TextPiece, UsagePiece
from tests.fixtures.service import Service

LONG = 1500  # tokens
HELLO = (question_body("hello world"), reply_body("world", whole=True), question_body("hello"))


@pytest.fixture(params=[ApiKind.CHAT, ApiKind.RESPONSES])
async def provider(request: pytest.FixtureRequest, model_server: Service) -> AsyncIterator[OpenAIProvider]:
    settings = ProviderSettings(model_server.base_url, model_server.model, api=request.param)
    made = OpenAIProvider(settings, model_server.api_key)
    yield made
    await made.close()


def asked(
    service: Service, items: tuple[str, ...] = HELLO, *, most: int = 8, continues: bool = False
) -> Request:
    parameters = Parameters(temperature=0, max_output_tokens=most)
    return Request(service.model, items, "Be kind.", parameters, continues)


async def told_by(service: Service, name: str) -> float:
    """Return one of the figures that the server keeps of itself."""
    async with httpx2.AsyncClient(trust_env=False) as client:
        address = f"{service.base_url.removesuffix('/v1')}/metrics"
        answer = await client.get(address, headers={"Authorization": f"Bearer {service.api_key}"})
    (line,) = (each for each in answer.text.splitlines() if each.startswith(f"llamacpp:{name} "))
    return float(line.split()[-1])


async def received(provider: OpenAIProvider, request: Request) -> list[Piece]:
    """This model never comes to an end by itself. In Chat Completions its server says so, elsewhere not."""
    pieces: list[Piece] = []
    told = None
    try:
        async for piece in provider.stream(request):
            pieces.append(piece)  # noqa: PERF401  # what came before the end counts
    except ReplyInterrupted as error:
        told = error.summary
    speaks_chat = (await provider.find_out()).api is ApiKind.CHAT
    assert told == ("The reply reached the greatest length that the service allows." if speaks_chat else None)
    return pieces


async def test_a_reply_streams_with_its_usage(provider: OpenAIProvider, model_server: Service) -> None:
    pieces = await received(provider, asked(model_server))
    assert len([piece for piece in pieces if isinstance(piece, TextPiece)]) > 3
    (usage,) = [piece.usage for piece in pieces if isinstance(piece, UsagePiece)]
    assert usage.output_tokens == 8
    assert usage.input_tokens > 10


async def test_the_same_question_is_at_hand_the_second_time(
    provider: OpenAIProvider, model_server: Service
) -> None:
    await received(provider, asked(model_server))
    again = await received(provider, asked(model_server))
    (usage,) = [piece.usage for piece in again if isinstance(piece, UsagePiece)]
    assert usage.cached_tokens > 0


async def test_too_long_a_context_teaches_its_limit(provider: OpenAIProvider, model_server: Service) -> None:
    with pytest.raises(ContextTooLong) as caught:
        await anext(provider.stream(asked(model_server, (question_body("hello " * 6000),))))
    assert caught.value.limit == 2048


async def test_several_are_answered_at_once(provider: OpenAIProvider, model_server: Service) -> None:
    replies = await asyncio.gather(*(received(provider, asked(model_server)) for _ in range(4)))
    assert all(len(pieces) > 3 for pieces in replies)


async def test_the_server_sees_a_stop_and_writes_no_more(
    provider: OpenAIProvider, model_server: Service
) -> None:
    before = await told_by(model_server, "tokens_predicted_total")
    async with aclosing(provider.stream(asked(model_server, most=LONG))) as pieces:
        await anext(pieces)
        assert await told_by(model_server, "requests_processing") == 1
    stopped = time.monotonic()
    while await told_by(model_server, "requests_processing"):  # noqa: ASYNC110
        await asyncio.sleep(0.005)
    written = await told_by(model_server, "tokens_predicted_total") - before
    print(
        f"idle {1000 * (time.monotonic() - stopped):.0f} ms after the stop, {written:.0f} of {LONG} written"
    )
    assert written < LONG / 2


async def test_a_reply_can_be_left_and_another_asked_for(
    provider: OpenAIProvider, model_server: Service
) -> None:
    async with aclosing(provider.stream(asked(model_server, most=60))) as pieces:
        await anext(pieces)
    assert await received(provider, asked(model_server))


async def test_a_wrong_key_is_rejected(model_server: Service) -> None:
    provider = OpenAIProvider(ProviderSettings(model_server.base_url, model_server.model), "sk-wrong-key")
    with pytest.raises(CredentialsRejected):
        await provider.check()
    await provider.close()


async def test_it_is_known_for_what_it_is_and_prefilled(model_server: Service) -> None:
    provider = OpenAIProvider(
        ProviderSettings(model_server.base_url, model_server.model), model_server.api_key
    )
    assert await provider.find_out() == Found(ApiKind.CHAT, prefills=True)
    (model,) = await provider.models()
    assert (model.name, model.context_tokens) == (model_server.model, 2048)
    unfinished = (question_body("hello"), reply_body("hello world hello", whole=False))
    rest = await received(provider, asked(model_server, unfinished, continues=True))
    assert any(isinstance(piece, TextPiece) for piece in rest)
    assert await provider.continuation() is None
    await provider.close()
