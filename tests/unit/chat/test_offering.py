"""Which models a service offers."""

from dataclasses import replace

import pytest

from app.chat.offering import Offering
from app.domain.errors import ProviderMissing
from app.domain.offered_model import OfferedModel
from app.domain.settings import PRACTICE
from tests.fakes.scripted_server import MODEL, ScriptedServer
from tests.fixtures.core import Chat


def times_listed(server: ScriptedServer) -> int:
    return sum(request.path == "/v1/models" for request in server.requests)


async def test_a_service_is_asked_once_for_what_it_offers(chat: Chat, server: ScriptedServer) -> None:
    chat.ask(server)
    for _ in range(2):
        assert await chat.controller.offering.models() == (OfferedModel(MODEL, "tests"),)
    assert times_listed(server) == 1


async def test_another_service_is_asked_anew(chat: Chat, server: ScriptedServer) -> None:
    chat.ask(server)
    await chat.controller.offering.models()
    chat.provider.use_for_this_run(replace(PRACTICE, model="practice"), None)
    assert "practice" in {model.name for model in await chat.controller.offering.models()}


async def test_without_a_service_there_is_none_to_ask(chat: Chat) -> None:
    with pytest.raises(ProviderMissing):
        await Offering(chat.provider).models()
