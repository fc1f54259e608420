"""The way to a service and back, with a guard on it: an answer may be hostile, endless or not what was asked.

What comes back is read plain, so that a few compressed bytes cannot become a gigabyte; a whole answer, and
each line of a streamed one, has its limit; a stream is handed on by whole lines only, so that a cut inside a
character or an event is never mistaken for content. Nothing is followed. Nothing is taken from the
environment: what goes along with a request is put on here and nowhere else. A service learns nothing of this
computer and can mark it with no cookie.
"""

import asyncio
import re
import ssl
from collections.abc import AsyncIterator, Mapping
from typing import cast

import httpx2

from app import __version__
from app.domain.errors import ConnectionMalformed, CredentialsRejected
from app.domain.settings import ProviderSettings

EVENT_STREAM = "text/event-stream"
WHOLE_BYTES = 64 << 20  # a reply of 128 000 tokens takes some 35 MB, an event for each
LINE_BYTES = 4 << 20
_GREEDY_BYTES = 16 << 10
_FIT_FOR_A_KEY = re.compile(r"[\x21-\x7e]+")
_NOT_WANTED = ("set-cookie", "location")
_PLUMBING = frozenset({"accept", "connection", "content-length", "content-type", "host", "transfer-encoding"})


class AnswerRejected(httpx2.TransportError):
    """An answer that is not let through. The text is ours and may be shown."""


class GuardedTransport(httpx2.AsyncBaseTransport):
    """Sends requests by another transport, and lets through what a model service would answer."""

    def __init__(self, network: httpx2.AsyncBaseTransport, headers: Mapping[str, str]) -> None:
        self._network = network
        self._headers = headers

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        for name in set(request.headers) - _PLUMBING:
            del request.headers[name]
        request.headers.update({"Host": request.url.netloc.decode("ascii"), **self._headers})
        response = await self._network.handle_async_request(request)
        for name in _NOT_WANTED:
            response.headers.pop(name, None)
        if response.headers.get("content-encoding", "").lower() not in ("", "identity"):
            await response.aclose()
            raise AnswerRejected("The service packs its answers, though it was asked not to.")
        is_stream = response.headers.get("content-type", "").startswith(EVENT_STREAM)
        stream = cast("httpx2.AsyncByteStream", response.stream)
        guarded = _Lines(stream) if is_stream else _Capped(stream)
        return httpx2.Response(
            response.status_code, headers=response.headers, stream=guarded, extensions=response.extensions
        )

    async def aclose(self) -> None:
        await self._network.aclose()


class _Capped(httpx2.AsyncByteStream):
    """An answer as it comes, up to its limit."""

    def __init__(self, stream: httpx2.AsyncByteStream) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        size = 0
        async for chunk in self._stream:
            size += len(chunk)
            if size > WHOLE_BYTES:
                raise AnswerRejected("The service's answer is longer than any reply could be.")
            if len(chunk) >= _GREEDY_BYTES:
                await asyncio.sleep(0)  # more may be waiting already, and others want their turn
            yield chunk

    async def aclose(self) -> None:
        await self._stream.aclose()


class _Lines(_Capped):
    """A stream of events by whole lines. What stands after the last one is no event yet and is dropped."""

    async def __aiter__(self) -> AsyncIterator[bytes]:
        rest = bytearray()
        async for chunk in super().__aiter__():
            end = max(chunk.rfind(b"\n"), chunk.rfind(b"\r")) + 1
            rest += chunk[:end]
            if end:
                yield bytes(rest)
                rest.clear()
            rest += chunk[end:]
            if len(rest) > LINE_BYTES:
                raise AnswerRejected("The service sends a line that is longer than any event could be.")


def guarded_client(
    settings: ProviderSettings, api_key: str | None, network: httpx2.AsyncBaseTransport | None = None
) -> httpx2.AsyncClient:
    """Return a client that trusts what the system trusts and sends the key, if there is one.

    Raises ConnectionMalformed for an unfit CA file, CredentialsRejected for what cannot be a key.
    Blocks for as long as it takes to read the system's certificates.
    """
    patience = settings.patience
    slowest = max(patience.first, patience.idle)
    return httpx2.AsyncClient(
        transport=GuardedTransport(network or _network(settings), _headers(settings, api_key)),
        follow_redirects=False,
        trust_env=False,
        timeout=httpx2.Timeout(slowest, connect=patience.connect, pool=patience.connect),
    )


def _headers(settings: ProviderSettings, api_key: str | None) -> dict[str, str]:
    if api_key and not _FIT_FOR_A_KEY.fullmatch(api_key):
        raise CredentialsRejected("The key holds signs that no key has.")
    key = {"Authorization": f"Bearer {api_key}"} if api_key else {}
    return {
        "User-Agent": f"Sotto/{__version__}",
        "Accept-Encoding": "identity",
        **key,
        **dict(settings.headers),
    }


def _network(settings: ProviderSettings) -> httpx2.AsyncHTTPTransport:
    return httpx2.AsyncHTTPTransport(verify=_trust(settings.ca_file), trust_env=False, proxy=settings.proxy)


def _trust(ca_file: str | None) -> ssl.SSLContext:
    """What the system trusts, as httpx2 finds it on each system, and what a file holds, if one is set."""
    context = httpx2.create_ssl_context(trust_env=False)
    if ca_file is not None:
        try:
            context.load_verify_locations(cafile=ca_file)
        except (OSError, ssl.SSLError, ValueError) as error:
            raise ConnectionMalformed("The file with certificates cannot be read as such.") from error
    return context
