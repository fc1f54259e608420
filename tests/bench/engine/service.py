"""A model service in a process of its own, which streams as many tokens as the model's name asks for.

It keeps its connections open, sends each token in a chunk of its own as real services do, and prints the
moment at which a client hung up on a reply that was being held. `python -m tests.bench.engine.service`
prints its port and serves until it is stopped.
"""

import asyncio
import json
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Self

from app.providers.chat_completions import PATH as CHAT_PATH
from tests.fakes.responses_events import PROMPT_TOKENS, begin_response, end_response, event, say

TOKEN = " token"
_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"


@dataclass(frozen=True, slots=True)
class Asked:
    """A reply as it is asked for. A held one stays open after its last token, until the client leaves."""

    tokens: int
    pause_us: int = 0  # before each token
    is_held: bool = False

    @property
    def model(self) -> str:
        return f"{self.tokens}-{self.pause_us}-{int(self.is_held)}"

    @classmethod
    def of(cls, model: str) -> Self:
        tokens, pause, held = map(int, model.split("-"))
        return cls(tokens, pause, bool(held))


async def serve() -> None:
    server = await asyncio.start_server(_converse, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


async def _converse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while True:
            path, body = await _request(reader)
            asked = Asked.of(_model(body))
            writer.write(_HEAD)
            if asked.is_held:
                with suppress(ConnectionError):  # that is how a client leaves in the middle of a token
                    await _stream(asked, path.endswith(CHAT_PATH), writer)
                    await reader.read(1)
                print(time.monotonic(), flush=True)
                return
            await _stream(asked, path.endswith(CHAT_PATH), writer)
            writer.write(b"0\r\n\r\n")
            await writer.drain()
    except (ConnectionError, asyncio.IncompleteReadError):
        pass  # the client has all that it wanted
    finally:
        writer.close()


async def _request(reader: asyncio.StreamReader) -> tuple[str, bytes]:
    start, *lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").splitlines()
    headers = dict(line.lower().split(": ", 1) for line in lines if line)
    return start.split(" ")[1], await reader.readexactly(int(headers["content-length"]))


def _model(body: bytes) -> str:
    return str(json.loads(body)["model"])


async def _stream(asked: Asked, in_chat: bool, writer: asyncio.StreamWriter) -> None:
    first, token, last = _chat_events(asked) if in_chat else _responses_events(asked)
    writer.write(first)
    for _ in range(asked.tokens):
        if asked.pause_us:
            await asyncio.sleep(asked.pause_us / 1_000_000)
        writer.write(token)
        await writer.drain()
    if not asked.is_held:
        writer.write(last)


def _chat_events(asked: Asked) -> tuple[bytes, bytes, bytes]:
    usage = {"prompt_tokens": PROMPT_TOKENS, "completion_tokens": asked.tokens}
    usage["total_tokens"] = PROMPT_TOKENS + asked.tokens
    end = event(_chunk({}, "stop")) + event(_chunk({}) | {"choices": [], "usage": usage})
    first = event(_chunk({"role": "assistant", "content": ""}))
    return _framed(first), _framed(event(_chunk({"content": TOKEN}))), _framed(end + b"data: [DONE]\n\n")


def _responses_events(asked: Asked) -> tuple[bytes, bytes, bytes]:
    end = end_response((TOKEN,) * asked.tokens)
    return _framed(begin_response()), _framed(say(TOKEN)), _framed(end)


def _chunk(delta: dict[str, str], finish_reason: str | None = None) -> dict[str, Any]:
    choice = {"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish_reason}
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion.chunk",
        "created": 1,
        "model": "m",
        "system_fingerprint": "fp_1",
        "choices": [choice],
    }


def _framed(content: bytes) -> bytes:
    return f"{len(content):x}\r\n".encode() + content + b"\r\n"


if __name__ == "__main__":
    asyncio.run(serve())
