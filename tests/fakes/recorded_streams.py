"""Whole replies as two servers streamed them, and a network that plays any bytes to the byte."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterable

import httpx2

from tests.fakes.responses_events import begin_response, end_response, event, say

WORDS = ("Grüße", " 👍🏽", " 漢字\n", "| a |", " 'quoted' \\", "\u2028 \ud83d", "\ude00.")
TEXT = "Grüße 👍🏽 漢字\n| a | 'quoted' \\\u2028 😀."


def _chunk(delta: dict[str, object], end: str | None = None) -> bytes:
    choice = {"finish_reason": end, "index": 0, "delta": delta}
    common = {"created": 1, "id": "chatcmpl-k31tZ", "model": "tiny", "object": "chat.completion.chunk"}
    return event({"choices": [choice], **common})


_USAGE = {
    "completion_tokens": len(WORDS),
    "prompt_tokens": 42,
    "total_tokens": 42 + len(WORDS),
    "prompt_tokens_details": {"cached_tokens": 40},
}
CHAT_BEGINNING = (
    _chunk({"role": "assistant", "content": None})
    + b": a comment, to keep the line open\r\n\r\n"
    + _chunk({"reasoning_content": "Höflich grüßen."})
    + b"".join(_chunk({"content": word}) for word in WORDS)
    + _chunk({}, "stop").replace(b"\n", b"\r\n")
)
CHAT = (
    CHAT_BEGINNING + event({"choices": [], "usage": _USAGE, "timings": {"cache_n": 40}}) + b"data: [DONE]\n\n"
)

_THOUGHT = {"item_id": "rs_1", "output_index": 0, "summary_index": 0, "delta": "Höflich grüßen."}
SEALED = {"id": "rs_1", "type": "reasoning", "summary": [], "encrypted_content": "gAAAA+/=", "x": 1.0}
RESPONSES = (
    begin_response()
    + event({"type": "response.reasoning_summary_text.delta", **_THOUGHT})
    + event({"type": "response.output_item.done", "output_index": 0, "item": SEALED})
    + b"".join(map(say, WORDS))
    + end_response(WORDS)
)
SEALED_BODY = json.dumps(SEALED, ensure_ascii=False, separators=(",", ":"))


class PlayedNetwork(httpx2.AsyncBaseTransport):
    """Answers every request with the chunks that lie ready."""

    def __init__(self) -> None:
        self.chunks: Iterable[bytes] = ()
        self.headers = {"Content-Type": "text/event-stream"}
        self.status = 200
        self.asked: list[httpx2.Request] = []

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        await request.aread()
        self.asked.append(request)
        await asyncio.sleep(0)
        return httpx2.Response(self.status, headers=self.headers, stream=_Chunks(self.chunks))


class _Chunks(httpx2.AsyncByteStream):
    def __init__(self, chunks: Iterable[bytes]) -> None:
        self._chunks = chunks

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for chunk in self._chunks:
            yield chunk

    async def aclose(self) -> None:
        pass
