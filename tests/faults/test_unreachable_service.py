"""A service that cannot be reached: the true cause is named, whether it was asked or only tried."""

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress

import pytest

from app.domain.errors import CredentialsRejected, ModelUnknown, ProviderError, ProviderUnreachable
from app.domain.settings import ApiKind, Patience, ProviderSettings
from app.providers.openai_provider import OpenAIProvider
from app.providers.pieces import Request
from tests.fakes.scripted_server import MODEL, Script, ScriptedServer
from tests.fixtures.certificates import OwnCertificate

QUESTION = Request(MODEL, ())
SHORT = Patience(connect=0.3, first=2.0, idle=2.0, total=5.0)
Way = Callable[[OpenAIProvider], Awaitable[object]]


async def asking(provider: OpenAIProvider) -> object:
    return [piece async for piece in provider.stream(QUESTION)]


async def trying(provider: OpenAIProvider) -> object:
    return await provider.check()


BOTH_WAYS = pytest.mark.parametrize("way", [asking, trying])


async def cause(
    way: Way, address: str, *, proxy: str | None = None, ca_file: str | None = None, key: str | None = None
) -> ProviderError:
    settings = ProviderSettings(
        address, MODEL, api=ApiKind.CHAT, proxy=proxy, ca_file=ca_file, patience=SHORT
    )
    provider = OpenAIProvider(settings, key)
    try:
        with pytest.raises(ProviderError) as caught:
            await way(provider)
        return caught.value
    finally:
        await provider.close()


def closed_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@asynccontextmanager
async def answering_with(answer: bytes) -> AsyncIterator[str]:
    """Something that is no model service, and says the same to everybody."""

    async def say(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError):
            await reader.read(1)
            writer.write(answer)
            await writer.drain()
        writer.close()

    async with await asyncio.start_server(say, "127.0.0.1", 0) as server:
        yield f"127.0.0.1:{server.sockets[0].getsockname()[1]}"


@BOTH_WAYS
@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]"])
async def test_nobody_listens(way: Way, host: str) -> None:
    error = await cause(way, f"http://{host}:{closed_port()}/v1")
    assert (type(error), error.summary) == (
        ProviderUnreachable,
        "Nothing answers at the service's address.",
    )


@BOTH_WAYS
async def test_a_proxy_does_not_listen(way: Way) -> None:
    error = await cause(way, "http://service.invalid/v1", proxy=f"http://127.0.0.1:{closed_port()}")
    assert error.summary == "Nothing answers at the proxy's address."


@BOTH_WAYS
@pytest.mark.parametrize(
    ("answer", "summary"),
    [
        (
            "407 Who Are You",
            "The proxy wants a name and a password, or does not accept them.",
        ),
        ("502 Bad Gateway", "The proxy does not lead to the service."),
    ],
)
async def test_a_proxy_does_not_let_through(way: Way, answer: str, summary: str) -> None:
    async with answering_with(f"HTTP/1.1 {answer}\r\n\r\n".encode()) as place:
        error = await cause(way, "https://service.invalid/v1", proxy=f"http://me:secret@{place}")
    assert error.summary == summary


@BOTH_WAYS
async def test_a_certificate_is_not_trusted_unless_it_was_named(
    way: Way, own_certificate: OwnCertificate
) -> None:
    async with ScriptedServer(tls=own_certificate.server) as server:
        error = await cause(way, server.base_url)
        assert error.summary == "The service's certificate could not be trusted."
        assert server.requests == []
        trusting = ProviderSettings(
            server.base_url, MODEL, api=ApiKind.CHAT, ca_file=str(own_certificate.file)
        )
        provider = OpenAIProvider(trusting, None)
        assert await way(provider)
        await provider.close()


@BOTH_WAYS
async def test_a_secure_address_of_a_service_that_is_not(way: Way) -> None:
    async with answering_with(b"HTTP/1.1 400 Bad Request\r\n\r\n") as place:
        error = await cause(way, f"https://{place}/v1")
    assert error.summary == "No secure connection to the service could be made."


@BOTH_WAYS
async def test_a_plain_address_of_a_service_that_is_secure(way: Way, own_certificate: OwnCertificate) -> None:
    async with ScriptedServer(tls=own_certificate.server) as server:
        error = await cause(way, server.base_url.replace("https:", "http:"))
    assert error.summary == "What answers at this address hangs up, or is no web server."


@BOTH_WAYS
@pytest.mark.parametrize("answer", [b"", b"SSH-2.0-OpenSSH_9.2\r\n", b"\x00\xff" * 100])
async def test_something_else_listens_there(way: Way, answer: bytes) -> None:
    async with answering_with(answer) as place:
        error = await cause(way, f"http://{place}/v1")
    assert error.summary == "What answers at this address hangs up, or is no web server."


async def test_a_wrong_key_and_a_wrong_model_are_told_apart() -> None:
    async with ScriptedServer(models=Script.error(401, "Invalid API key")) as server:
        error = await cause(trying, server.base_url, key="sk-wrong-key-of-mine")
    assert (type(error), "Invalid API key" in error.summary) == (CredentialsRejected, True)
    async with ScriptedServer() as server:
        provider = OpenAIProvider(ProviderSettings(server.base_url, "another"), None)
        with pytest.raises(ModelUnknown):
            await provider.check()
        await provider.close()
