"""The scripted server, seen through the SDK that the program itself uses."""

import asyncio
import json
import socket
import subprocess
import sys
import urllib.request
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress

import httpx2
import openai
import pytest

from tests.fakes.scripted_server import Ending, Request, Script, ScriptedServer
from tests.fixtures.places import REPOSITORY

Received = tuple[str, str | None]


@asynccontextmanager
async def client_of(server: ScriptedServer, patience: float = 5) -> AsyncIterator[openai.AsyncOpenAI]:
    transport = httpx2.AsyncClient(trust_env=False, follow_redirects=False)
    async with openai.AsyncOpenAI(
        api_key="sk-test", base_url=server.base_url, max_retries=0, timeout=patience, http_client=transport
    ) as client:
        yield client


async def ask(client: openai.AsyncOpenAI) -> openai.AsyncStream[openai.types.chat.ChatCompletionChunk]:
    return await client.chat.completions.create(
        model="scripted",
        messages=[{"role": "user", "content": "Hello?"}],
        stream=True,
        stream_options={"include_usage": True},
    )


async def receive(script: Script) -> Received:
    """The text that arrived and the reason the service gave for its end."""
    text, reason = "", None
    async with ScriptedServer(script) as server, client_of(server) as client:
        async for chunk in await ask(client):
            for choice in chunk.choices:
                text += choice.delta.content or ""
                reason = choice.finish_reason or reason
    return text, reason


@pytest.fixture(scope="module", autouse=True)
def sdk_is_loaded() -> None:
    """The SDK imports parts of itself at its first request; that is not the loop's time."""
    openai.AsyncOpenAI(api_key="sk-test").chat.completions  # noqa: B018


@pytest.mark.parametrize(
    ("ending", "reason"),
    [
        (Ending.COMPLETE, "stop"),
        (Ending.LENGTH, "length"),
        (Ending.CUT, None),
        (Ending.CUT_IN_JSON, None),
    ],
)
async def test_a_stream_ends_as_scripted(ending: Ending, reason: str | None) -> None:
    assert await receive(Script(("a", "ü", "𝄞"), ending)) == ("aü𝄞", reason)


@pytest.mark.parametrize(
    ("script", "error"),
    [
        (Script(ending=Ending.BROKEN), openai.APIConnectionError),
        (Script(ending=Ending.GARBAGE), json.JSONDecodeError),
        (Script(ending=Ending.ERROR_EVENT), openai.APIError),
        (Script.error(401), openai.AuthenticationError),
        (Script.error(500), openai.InternalServerError),
        (Script.redirect("http://127.0.0.1:9/v1"), openai.APIStatusError),
    ],
)
async def test_a_fault_reaches_the_client(script: Script, error: type[Exception]) -> None:
    with pytest.raises(error):
        await receive(script)


async def test_headers_of_an_error_arrive() -> None:
    with pytest.raises(openai.RateLimitError) as caught:
        await receive(Script.error(429, Retry_After="3"))
    assert caught.value.response.headers["retry-after"] == "3"


async def test_a_page_in_place_of_a_stream_says_nothing() -> None:
    assert await receive(Script.page()) == ("", None)


@pytest.mark.parametrize("script", [Script.silence(), Script(ending=Ending.STALLED)])
async def test_a_silent_service_lets_the_client_wait(script: Script) -> None:
    async with ScriptedServer(script) as server, client_of(server, patience=0.2) as client:
        with pytest.raises(openai.APITimeoutError):
            async for _ in await ask(client):
                pass


async def test_requests_are_remembered_and_usage_is_told() -> None:
    async with ScriptedServer() as server, client_of(server) as client:
        chunks = [chunk async for chunk in await ask(client)]
    assert chunks[-1].usage is not None
    assert chunks[-1].usage.completion_tokens == 3
    (request,) = server.requests
    assert request.headers["authorization"] == "Bearer sk-test"
    assert request.body["messages"] == [{"role": "user", "content": "Hello?"}]
    assert not request.client_left.is_set()


async def test_scripts_follow_each_other_and_the_last_one_stays() -> None:
    async with ScriptedServer(Script.error(500), Script(("a",))) as server, client_of(server) as client:
        with pytest.raises(openai.InternalServerError):
            await ask(client)
        for _ in range(2):
            reply = await client.chat.completions.create(model="m", messages=[])
            assert reply.choices[0].message.content == "a"
        assert [model.id async for model in client.models.list()] == ["scripted"]


async def until_held(server: ScriptedServer, leave: Callable[[object], Awaitable[None]]) -> Request:
    """Reads one piece of a held stream, then does as told."""
    async with client_of(server) as client:
        stream = await ask(client)
        async for chunk in stream:
            if chunk.choices[0].delta.content == "a":
                await leave(stream)
                break
        return server.requests[0]


async def test_hanging_up_is_noticed() -> None:
    async with ScriptedServer(Script(("a", "b"), hold_before=1)) as server:
        request = await until_held(server, lambda stream: stream.close())
        await asyncio.wait_for(request.client_left.wait(), 5)


@pytest.mark.parametrize("turns", range(8))
async def test_who_comes_while_it_closes_is_hung_up_on(turns: int) -> None:
    server = ScriptedServer()
    await server.listen(0)
    with socket.create_connection(("127.0.0.1", server.port)) as guest:
        guest.sendall(b"GET /v1/models HTTP/1.1\r\n\r\n")
        for _ in range(turns):
            await asyncio.sleep(0)
        await server.close()
        guest.settimeout(5)
        with suppress(ConnectionError):
            while await asyncio.to_thread(guest.recv, 4096):
                pass


@pytest.mark.usefixtures("qapp")
async def test_it_serves_on_qts_loop_as_well() -> None:
    assert await receive(Script(("a", "b"))) == ("ab", "stop")


async def test_a_held_stream_goes_on_when_told() -> None:
    async with ScriptedServer(Script(("a", "b"), hold_before=1)) as server, client_of(server) as client:
        text = ""
        async for chunk in await ask(client):
            for choice in chunk.choices:
                text += choice.delta.content or ""
            if text == "a":
                server.go_on()
    assert text == "ab"


def test_it_runs_as_a_program() -> None:
    command = [sys.executable, "-m", "tests.fakes.scripted_server", "--script", "calm"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=REPOSITORY, text=True) as program:
        assert program.stdout is not None
        port = int(program.stdout.readline())
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/v1/models") as answer:
            assert json.load(answer)["data"][0]["id"] == "scripted"
        program.terminate()
