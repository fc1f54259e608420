import socket

from app.domain.settings import ProviderSettings
from app.providers.local_servers import local_servers
from tests.fakes.scripted_server import MODEL, Script, ScriptedServer


def closed_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


async def test_servers_that_answer_as_one_are_proposed() -> None:
    async with (
        ScriptedServer() as server,
        ScriptedServer(models=Script.page()) as other,
        ScriptedServer(models=Script.error(401)) as closed,
    ):
        ports = (("A", server.port), ("B", other.port), ("C", closed.port), ("D", closed_port()))
        found = await local_servers(ports)
        assert found == [ProviderSettings(f"http://127.0.0.1:{server.port}/v1", MODEL, name="A")]


async def test_a_server_without_a_model_is_proposed_without_one() -> None:
    empty = Script(headers={"Content-Type": "application/json"}, body='{"data": []}')
    async with ScriptedServer(models=empty) as server:
        (proposal,) = await local_servers((("A", server.port),))
    assert (proposal.model, proposal.found) == ("", None)


async def test_a_server_that_is_silent_holds_nobody_up() -> None:
    async with ScriptedServer(models=Script.silence()) as server:
        assert await local_servers((("A", server.port),)) == []
