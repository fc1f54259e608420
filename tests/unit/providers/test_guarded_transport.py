import ssl
from collections.abc import AsyncIterator
from pathlib import Path

import httpx2
import pytest

from app.domain.errors import ConnectionMalformed, CredentialsRejected
from app.domain.settings import ProviderSettings
from app.providers.guarded_transport import LINE_BYTES, WHOLE_BYTES, AnswerRejected, guarded_client
from tests.fakes.recorded_streams import PlayedNetwork

SETTINGS = ProviderSettings("http://127.0.0.1:9/v1", "m")


@pytest.fixture
def network() -> PlayedNetwork:
    return PlayedNetwork()


@pytest.fixture
async def client(network: PlayedNetwork) -> AsyncIterator[httpx2.AsyncClient]:
    async with guarded_client(SETTINGS, None, network) as made:
        yield made


async def received(client: httpx2.AsyncClient, **headers: str) -> list[bytes]:
    async with client.stream("POST", SETTINGS.base_url, headers=headers) as response:
        return [chunk async for chunk in response.aiter_raw()]


async def test_a_stream_comes_by_whole_lines(network: PlayedNetwork, client: httpx2.AsyncClient) -> None:
    network.chunks = (b"da", b"ta: 1\n\nda", b"ta: 2\r", b"\n", b"data: never ended")
    assert await received(client) == [b"data: 1\n\n", b"data: 2\r", b"\n"]


async def test_what_is_no_stream_comes_as_it_is(network: PlayedNetwork, client: httpx2.AsyncClient) -> None:
    network.headers = {"Content-Type": "application/json"}
    network.chunks = (b"{", b"}")
    assert await received(client) == [b"{", b"}"]


@pytest.mark.parametrize("kind", ["text/event-stream", "application/json"])
async def test_a_whole_answer_has_its_limit(
    network: PlayedNetwork, client: httpx2.AsyncClient, kind: str
) -> None:
    network.headers = {"Content-Type": kind}
    network.chunks = [b"x" * 65_535 + b"\n"] * (WHOLE_BYTES // 65_536)
    assert sum(map(len, await received(client))) == WHOLE_BYTES
    network.chunks = [*network.chunks, b"\n"]
    with pytest.raises(AnswerRejected, match="longer than any reply"):
        await received(client)


async def test_a_line_has_its_limit(network: PlayedNetwork, client: httpx2.AsyncClient) -> None:
    network.chunks = [b"x" * LINE_BYTES, b"\n"]
    assert sum(map(len, await received(client))) == LINE_BYTES + 1
    network.chunks = [b"x" * LINE_BYTES, b"x"]
    with pytest.raises(AnswerRejected, match="a line"):
        await received(client)


async def test_packed_answers_are_refused(network: PlayedNetwork, client: httpx2.AsyncClient) -> None:
    network.headers = {"Content-Encoding": "br"}
    with pytest.raises(AnswerRejected, match="packs"):
        await received(client)


async def test_only_what_was_decided_goes_along_with_a_request(network: PlayedNetwork) -> None:
    settings = ProviderSettings(SETTINGS.base_url, "m", headers=(("api-key", "mine"), ("User-Agent", "me")))
    theirs = {"X-Stainless-OS": "Linux", "Authorization": "Bearer none", "Host": "elsewhere", "Cookie": "a"}
    async with guarded_client(settings, "sk-real", network) as client:
        await client.post(SETTINGS.base_url, headers=theirs, json={})
    assert dict(network.asked[0].headers) == {
        "accept": "*/*",
        "accept-encoding": "identity",
        "api-key": "mine",
        "authorization": "Bearer sk-real",
        "connection": "keep-alive",
        "content-length": "2",
        "content-type": "application/json",
        "host": "127.0.0.1:9",
        "user-agent": "me",
    }


async def test_without_a_key_none_is_sent(network: PlayedNetwork, client: httpx2.AsyncClient) -> None:
    await received(client, Authorization="Bearer none")
    assert "authorization" not in network.asked[0].headers


async def test_redirects_are_not_followed_and_cookies_not_kept(
    network: PlayedNetwork, client: httpx2.AsyncClient
) -> None:
    network.status = 307
    network.headers = {"Location": "http://elsewhere.invalid", "Set-Cookie": "a=b"}
    assert await received(client) == []
    assert [request.url.host for request in network.asked] == ["127.0.0.1"]
    assert len(client.cookies) == 0


@pytest.mark.parametrize("key", ["two words", "line\nbreak", "schlüssel", "\ud83d"])
def test_what_cannot_be_a_key_is_refused_and_not_quoted(key: str) -> None:
    with pytest.raises(CredentialsRejected) as refusal:
        guarded_client(SETTINGS, key)
    assert key not in str(refusal.value)


def test_no_certificate_goes_unchecked() -> None:
    client = guarded_client(SETTINGS, None)
    context = client._transport._network._pool._ssl_context  # the pool has no other face for it
    assert (context.verify_mode, context.check_hostname) == (ssl.CERT_REQUIRED, True)
    assert client.trust_env is False


@pytest.mark.parametrize("content", [None, b"", b"not a certificate"])
def test_a_file_that_holds_no_certificates_is_named(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "ca.pem"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(ConnectionMalformed):
        guarded_client(ProviderSettings(SETTINGS.base_url, "m", ca_file=str(file)), None)
