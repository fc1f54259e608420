"""All that is asked of a service, and all that it may try, opens no connection but to its own origin."""

import socket
from collections.abc import Iterator
from contextlib import suppress

import pytest

from app.domain.errors import ProviderError
from app.domain.item import question_body
from app.domain.settings import ApiKind, ProviderSettings
from app.providers.openai_provider import OpenAIProvider
from app.providers.pieces import Request
from app.providers.practice_provider import PracticeProvider
from tests.fakes.scripted_server import MODEL, Ending, Script, ScriptedServer
from tests.fixtures.audit import watching

PICTURE = (
    '{"type":"message","role":"user","content":[{"type":"input_image","image_url":"http://127.0.0.1:9/x"}]}'
)
QUESTION = Request(MODEL, (question_body("Look at http://127.0.0.1:9/y"), PICTURE))
SCRIPTS = (
    Script(("![](http://127.0.0.1:9/a.png) [a](http://127.0.0.1:9/b)",)),
    Script.redirect("http://127.0.0.1:9/elsewhere"),
    Script(headers={"Link": "<http://127.0.0.1:9>; rel=preload", "Alt-Svc": 'h2="127.0.0.1:9"'}),
    Script(ending=Ending.CUT),
    Script.error(429, Retry_After="0"),
    Script.error(500),
)


@pytest.fixture
def reached() -> Iterator[set[tuple[str, int]]]:
    """Every place that a socket was to be connected with."""
    places: set[tuple[str, int]] = set()

    def note(_event: str, arguments: tuple) -> None:
        opened, address = arguments
        if opened.family != socket.AF_UNIX:
            places.add(address[:2])

    with watching(("socket.connect",), note):
        yield places


async def do_everything(provider: OpenAIProvider | PracticeProvider) -> None:
    await provider.prepare()
    for errand in (provider.find_out, provider.models, provider.check, provider.continuation):
        await errand()
    for _ in SCRIPTS:
        with suppress(ProviderError):
            async for _piece in provider.stream(QUESTION):
                pass
    await provider.close()


@pytest.mark.parametrize("api", [ApiKind.CHAT, ApiKind.RESPONSES, ApiKind.FIND_OUT])
async def test_nothing_but_the_service_itself_is_reached(
    api: ApiKind, reached: set[tuple[str, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("OPENAI_BASE_URL", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    async with ScriptedServer(*SCRIPTS, speaks_responses=True) as server:
        await do_everything(OpenAIProvider(ProviderSettings(server.base_url, MODEL, api=api), "sk-key"))
        assert reached == {("127.0.0.1", server.port)}
        assert len(server.questions) >= len(SCRIPTS)


async def test_practice_reaches_nobody(reached: set[tuple[str, int]]) -> None:
    await do_everything(PracticeProvider())
    assert reached == set()


def test_a_connection_elsewhere_would_be_seen(reached: set[tuple[str, int]]) -> None:
    with socket.socket() as opened, pytest.raises(ConnectionRefusedError):
        opened.connect(("127.0.0.1", 9))
    assert reached == {("127.0.0.1", 9)}
