"""A model service on loopback that does exactly what a script says: right, late, broken, or not at all.

It speaks Chat Completions, and Responses if told to, over plain sockets, remembers every request, and
notices when a client hangs up. It does not mark a stream's end in the transport, as many services do not:
a cut looks like an ordinary end.

By hand: `python -m tests.fakes.scripted_server --script calm` prints its port and serves until stopped.
"""

import argparse
import asyncio
import json
import ssl
from collections.abc import AsyncIterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum, auto
from http import HTTPStatus
from itertools import chain, repeat
from types import MappingProxyType
from typing import Any, Self

from tests.fakes.responses_events import PROMPT_TOKENS, begin_response, end_response, event, say

MODEL = "scripted"


_ASKED = (("POST", "/v1/chat/completions"), ("POST", "/v1/responses/compact"))


class Ending(Enum):
    """How a stream ends after its last piece."""

    COMPLETE = auto()
    LENGTH = auto()  # the service says that the reply reached its limit
    CUT = auto()  # the connection closes in good order, but before the terminal event
    CUT_IN_JSON = auto()  # the same, in the middle of an event
    BROKEN = auto()  # the connection closes before all that was promised has been sent
    GARBAGE = auto()  # an event that is not JSON
    ERROR_EVENT = auto()  # an error object in place of the rest
    STALLED = auto()  # nothing more comes, and the connection stays open


@dataclass(frozen=True)
class Script:
    """What the server does with one request."""

    pieces: tuple[str, ...] = ("Hello", " there", ".")
    ending: Ending = Ending.COMPLETE
    delay: float = 0.0  # seconds before each piece
    hold_before: int | None = None  # waits before this piece until the server is told to go on
    status: int = HTTPStatus.OK
    headers: Mapping[str, str] = field(default_factory=dict)
    body: str | None = None  # sent instead of a reply
    wire: tuple[bytes, ...] | None = None  # sent instead of events, to the byte, each after the delay
    is_endless: bool = False  # the last of `wire` comes again and again
    head: tuple[bytes, ...] | None = None  # sent instead of the answer's head, each after the delay
    answers: bool = True

    @classmethod
    def error(cls, status: int, message: str = "scripted error", **headers: str) -> Self:
        """An error as OpenAI words it; `Retry_After="3"` becomes a header."""
        return cls(
            status=status,
            headers={name.replace("_", "-"): text for name, text in headers.items()}
            | {"Content-Type": "application/json"},
            body=json.dumps({"error": {"message": message, "type": "scripted", "code": None}}),
        )

    @classmethod
    def page(cls, html: str = "<html><body>Please log in</body></html>") -> Self:
        """What a captive portal or a wrong address answers: a page, and all is well."""
        return cls(headers={"Content-Type": "text/html"}, body=html)

    @classmethod
    def redirect(cls, location: str) -> Self:
        return cls(status=HTTPStatus.TEMPORARY_REDIRECT, headers={"Location": location}, body="")

    @classmethod
    def silence(cls) -> Self:
        """Takes the request and never answers."""
        return cls(answers=False)


@dataclass(frozen=True)
class Request:
    """A request as it came in. Header names are in lower case."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: Mapping[str, Any]
    client_left: asyncio.Event = field(default_factory=asyncio.Event)  # before the answer was finished


class ScriptedServer:
    """Serves one script for each request, and the last one again and again. Open it with `async with`."""

    def __init__(
        self,
        *scripts: Script,
        speaks_responses: bool = False,
        owner: str = "tests",
        models: Script | None = None,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._tls = tls
        self.requests: list[Request] = []
        self._scripts = list(scripts or (Script(),))
        self._speaks_responses = speaks_responses
        self._models = models or Script(headers={"Content-Type": "application/json"}, body=_models(owner))
        self._released = asyncio.Event()
        self._conversations: set[asyncio.Task[Any]] = set()
        self._server: asyncio.Server | None = None

    async def __aenter__(self) -> Self:
        await self.listen(0)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def listen(self, port: int) -> None:
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", port, ssl=self._tls)

    async def close(self) -> None:
        """Hangs up on everybody."""
        assert self._server is not None
        for door in self._server.sockets:
            asyncio.get_running_loop().remove_reader(door)
        for _ in range(3):  # who has been let in must have come in: asyncio forgets those half inside
            await asyncio.sleep(0)
        self._server.close()
        for conversation in self._conversations:
            conversation.cancel()
        await asyncio.gather(*self._conversations, return_exceptions=True)
        await self._server.wait_closed()

    @property
    def port(self) -> int:
        assert self._server is not None
        return int(self._server.sockets[0].getsockname()[1])

    @property
    def base_url(self) -> str:
        return f"{'https' if self._tls else 'http'}://127.0.0.1:{self.port}/v1"

    @property
    def questions(self) -> list[Request]:
        """The requests that hold a conversation; others only ask what there is."""
        return [request for request in self.requests if request.body]

    def go_on(self) -> None:
        """Lets every stream that is held continue."""
        self._released.set()

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        conversation = asyncio.create_task(self._converse(reader, writer))
        self._conversations.add(conversation)
        conversation.add_done_callback(self._conversations.discard)
        # Hung up here: a conversation that is cancelled before its first step never comes to its own end.
        conversation.add_done_callback(lambda _: writer.close())

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        # A client that leaves has been noted where it matters.
        with suppress(ConnectionError, asyncio.IncompleteReadError):
            await self._serve(await _read_request(reader), reader, writer)

    async def _serve(
        self, request: Request, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self.requests.append(request)
        answering = asyncio.create_task(self._answer(request, writer))
        leaving = asyncio.create_task(reader.read())
        try:
            await asyncio.wait((answering, leaving), return_when=asyncio.FIRST_COMPLETED)
            if not answering.done():
                request.client_left.set()
        finally:
            for task in (answering, leaving):
                task.cancel()
            await asyncio.gather(answering, leaving, return_exceptions=True)

    async def _answer(self, request: Request, writer: asyncio.StreamWriter) -> None:
        if (request.method, request.path) == ("GET", "/v1/models"):
            await self._play(self._models, request, writer)
        elif (request.method, request.path) == ("POST", "/v1/responses") and self._speaks_responses:
            complaint = Script.error(HTTPStatus.BAD_REQUEST, "'model' is required")
            await self._play(self._next_script() if request.body else complaint, request, writer)
        elif (request.method, request.path) in _ASKED:
            await self._play(self._next_script(), request, writer)
        else:
            await _send(writer, HTTPStatus.NOT_FOUND, {"Content-Type": "application/json"}, "{}")

    def _next_script(self) -> Script:
        return self._scripts.pop(0) if len(self._scripts) > 1 else self._scripts[0]

    async def _play(self, script: Script, request: Request, writer: asyncio.StreamWriter) -> None:
        if not script.answers:
            await asyncio.Event().wait()
        elif script.wire is not None:
            await self._play_bytes(script, script.wire, writer)
        elif script.body is not None:
            await _send(writer, script.status, script.headers, script.body)
        elif not request.body.get("stream"):
            await _send(writer, script.status, {"Content-Type": "application/json"}, _completion(script))
        else:
            await _send(writer, script.status, _stream_headers(script))
            async for piece in self._events(script, request):
                writer.write(piece)
                await writer.drain()

    async def _play_bytes(
        self, script: Script, wire: tuple[bytes, ...], writer: asyncio.StreamWriter
    ) -> None:
        if script.head is None:
            await _send(writer, script.status, {"Content-Type": "text/event-stream", **script.headers})
        pieces = (*(script.head or ()), *wire)
        for piece in chain(pieces, repeat(pieces[-1]) if script.is_endless else ()):
            await asyncio.sleep(script.delay)
            writer.write(piece)
            await writer.drain()

    async def _events(self, script: Script, request: Request) -> AsyncIterator[bytes]:
        speaks_chat = request.path.endswith("/chat/completions")
        yield event(_chunk({"role": "assistant", "content": ""})) if speaks_chat else begin_response()
        for number, piece in enumerate(script.pieces):
            if number == script.hold_before:
                await self._released.wait()
            await asyncio.sleep(script.delay)
            yield event(_chunk({"content": piece})) if speaks_chat else say(piece)
        if script.ending is Ending.STALLED:
            await asyncio.Event().wait()
        if not speaks_chat and script.ending in (Ending.COMPLETE, Ending.LENGTH):
            yield end_response(script.pieces, is_whole=script.ending is Ending.COMPLETE)
        else:
            yield _last_events(script, request)


def _stream_headers(script: Script) -> dict[str, str]:
    promised = {"Content-Length": "1000000"} if script.ending is Ending.BROKEN else {}
    return {"Content-Type": "text/event-stream", **promised, **script.headers}


def _last_events(script: Script, request: Request) -> bytes:
    match script.ending:
        case Ending.COMPLETE | Ending.LENGTH:
            reason = "stop" if script.ending is Ending.COMPLETE else "length"
            return event(_chunk({}, reason)) + __usage_event(script, request) + b"data: [DONE]\n\n"
        case Ending.CUT_IN_JSON:
            return event(_chunk({"content": "never seen"}))[:40]
        case Ending.GARBAGE:
            return b"data: {not json}\n\n"
        case Ending.ERROR_EVENT:
            return event({"error": {"message": "scripted error", "type": "server_error"}})
        case _:
            return b""


def __usage_event(script: Script, request: Request) -> bytes:
    if not request.body.get("stream_options", {}).get("include_usage"):
        return b""
    return event(_chunk({}) | {"choices": [], "usage": _usage(script)})


def _usage(script: Script) -> dict[str, int]:
    replied = len(script.pieces)
    return {
        "prompt_tokens": PROMPT_TOKENS,
        "completion_tokens": replied,
        "total_tokens": PROMPT_TOKENS + replied,
    }


def _chunk(delta: Mapping[str, str], finish_reason: str | None = None) -> dict[str, Any]:
    choice = {"index": 0, "delta": delta, "finish_reason": finish_reason}
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion.chunk",
        "created": 1,
        "model": MODEL,
        "choices": [choice],
    }


def _completion(script: Script) -> str:
    message = {"role": "assistant", "content": "".join(script.pieces)}
    reason = "length" if script.ending is Ending.LENGTH else "stop"
    return json.dumps(
        {
            "id": "chatcmpl-1",
            "object": "chat.completion",
            "created": 1,
            "model": MODEL,
            "choices": [{"index": 0, "message": message, "finish_reason": reason}],
            "usage": _usage(script),
        }
    )


def _models(owner: str) -> str:
    model = {"id": MODEL, "object": "model", "created": 1, "owned_by": owner}
    return json.dumps({"object": "list", "data": [model]})


async def _read_request(reader: asyncio.StreamReader) -> Request:
    start, *lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").splitlines()
    method, path, _ = start.split(" ")
    headers = {
        name.lower(): text.strip() for name, _, text in (line.partition(":") for line in lines if line)
    }
    body = await reader.readexactly(int(headers.get("content-length", 0)))
    return Request(method, path, headers, json.loads(body) if body else {})


async def _send(
    writer: asyncio.StreamWriter, status: int, headers: Mapping[str, str], body: str | None = None
) -> None:
    """Sends the head of an answer, and its whole body where there is one."""
    lines = [f"HTTP/1.1 {int(status)} {HTTPStatus(status).phrase}", "Connection: close"]
    lines += [f"{name}: {text}" for name, text in headers.items()]
    content = b"" if body is None else body.encode()
    if body is not None:
        lines.append(f"Content-Length: {len(content)}")
    writer.write("\r\n".join([*lines, "", ""]).encode("latin-1") + content)
    await writer.drain()


WORDS = tuple(f"word {number}, " for number in range(1, 41))
SCRIPTS = MappingProxyType(
    {
        "calm": Script(WORDS, delay=0.02),
        "slow": Script(WORDS, delay=0.5),
        "held": Script(WORDS, hold_before=20),
        "cut": Script(WORDS, Ending.CUT, delay=0.02),
        "refused": Script.error(HTTPStatus.UNAUTHORIZED, "Incorrect API key provided"),
        "busy": Script.error(HTTPStatus.TOO_MANY_REQUESTS, "Too many requests", Retry_After="3"),
        "page": Script.page(),
        "silent": Script.silence(),
    }
)


async def _serve_until_stopped(port: int, script: Script) -> None:
    server = ScriptedServer(script)
    await server.listen(port)
    print(server.port, flush=True)
    await asyncio.Event().wait()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--script", choices=SCRIPTS, default="calm")
    options = parser.parse_args()
    asyncio.run(_serve_until_stopped(options.port, SCRIPTS[options.script]))


if __name__ == "__main__":
    main()
