"""A model service that speaks OpenAI's Chat Completions, through the openai SDK.

The SDK takes a stream that merely stopped for a whole one, follows redirects with the prompt in hand, and
reads proxies and addresses from the environment. Here the end must be proved, and none of the rest happens.
"""

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from typing import TYPE_CHECKING

from app.domain.errors import ProviderBroken, ReplyInterrupted, ReplyRefused
from app.domain.item import Role, text_of
from app.domain.settings import ProviderSettings
from app.domain.usage import Usage
from app.providers.openai_errors import translated
from app.providers.pieces import Piece, Request, TextPiece, UsagePiece
from app.system.worker_thread import run_once

if TYPE_CHECKING:
    from openai import AsyncOpenAI, AsyncStream
    from openai.types.chat import ChatCompletionChunk, ChatCompletionMessageParam

_CONNECT_SECONDS = 10.0
_FIRST_PIECE_SECONDS = 120.0
_NEXT_PIECE_SECONDS = 90.0
_AFTER_END_SECONDS = 5.0
_NO_KEY = "none"  # local servers ask for no key, but the SDK wants one


class OpenAIProvider:
    """One service with one key. Closing the iterator of `stream` closes the connection: the server stops."""

    def __init__(self, settings: ProviderSettings, api_key: str | None) -> None:
        self._settings = settings
        self._api_key = api_key
        self._client: AsyncOpenAI | None = None

    async def prepare(self) -> "AsyncOpenAI":
        """Load the SDK and its certificates, off the loop: that takes longer than all the rest of a start."""
        if self._client is None:
            self._client = await run_once("loading the SDK", lambda: _client(self._settings, self._api_key))
        return self._client

    async def stream(self, request: Request) -> AsyncGenerator[Piece, None]:
        """Yield the reply as it comes. Returns only after a proved end; raises ProviderError otherwise."""
        client = await self.prepare()
        end = None
        with translated():
            async with await _begin(client, request) as chunks:
                _require_event_stream(chunks.response.headers.get("content-type", ""))
                async for chunk in _watched(chunks):
                    for piece in _pieces(chunk):
                        yield piece
                    end = _end(chunk) or end
        _require_whole(end)

    async def close(self) -> None:
        if self._client is not None:
            await self._client.close()


def _client(settings: ProviderSettings, api_key: str | None) -> "AsyncOpenAI":
    import openai

    client = openai.AsyncOpenAI(
        api_key=api_key or _NO_KEY,
        base_url=settings.base_url,
        organization="",
        project="",
        max_retries=0,
        default_headers={"Accept-Encoding": "identity"},
        http_client=openai.DefaultAsyncHttpxClient(
            follow_redirects=False,
            trust_env=False,
            timeout=openai.Timeout(_NEXT_PIECE_SECONDS, connect=_CONNECT_SECONDS, read=_FIRST_PIECE_SECONDS),
        ),
    )
    _ = (
        client.chat.completions
    )  # loads the rest of the SDK now, in this thread, and not with the first question
    return client


async def _begin(client: "AsyncOpenAI", request: Request) -> "AsyncStream[ChatCompletionChunk]":
    return await client.chat.completions.create(
        model=request.model,
        messages=[_as_parameter(body) for body in request.items],
        stream=True,
        stream_options={"include_usage": True},
    )


def _as_parameter(body: str) -> "ChatCompletionMessageParam":
    if json.loads(body).get("role") == Role.PERSON:
        return {"role": "user", "content": text_of(body)}
    return {"role": "assistant", "content": text_of(body)}


async def _watched(chunks: "AsyncStream[ChatCompletionChunk]") -> "AsyncIterator[ChatCompletionChunk]":
    """Yield chunks while they keep coming: a service may hold a line open for ever and send nothing."""
    limit = _FIRST_PIECE_SECONDS
    ended = False
    while True:
        try:
            async with asyncio.timeout(limit):
                chunk = await anext(chunks)
        except StopAsyncIteration:
            return
        except TimeoutError:
            if ended:  # all is here; the service only fails to hang up
                return
            raise ReplyInterrupted("The service fell silent in the middle of its reply.") from None
        yield chunk
        ended = ended or _end(chunk) is not None
        limit = _AFTER_END_SECONDS if ended else _NEXT_PIECE_SECONDS


def _pieces(chunk: "ChatCompletionChunk") -> Iterator[Piece]:
    for choice in chunk.choices:
        if choice.delta and choice.delta.content:
            yield TextPiece(choice.delta.content)
    if chunk.usage:
        yield UsagePiece(Usage(chunk.usage.prompt_tokens, chunk.usage.completion_tokens))


def _end(chunk: "ChatCompletionChunk") -> str | None:
    return next((choice.finish_reason for choice in chunk.choices if choice.finish_reason), None)


def _require_event_stream(content_type: str) -> None:
    if not content_type.startswith("text/event-stream"):
        raise ProviderBroken("What answers at this address is not a model service.")


def _require_whole(end: str | None) -> None:
    if end is None:
        raise ReplyInterrupted("The connection ended before the reply did.")
    if end == "length":
        raise ReplyInterrupted("The reply reached the greatest length that the service allows.")
    if end == "content_filter":
        raise ReplyRefused("The service's filter ended the reply.")
