import asyncio
import json
from dataclasses import replace

import pytest

from app.domain.errors import (
    AddressMalformed,
    BugError,
    ConnectionMalformed,
    CredentialsRejected,
    InputError,
    ModelUnknown,
    NameTaken,
    ProviderMissing,
)
from app.domain.events import ReplyEnded
from app.domain.offered_model import OfferedModel
from app.domain.settings import PRACTICE, ApiKind, Found, ProviderSettings
from app.providers.pieces import Request, TextPiece
from app.store import providers
from tests.fakes.scripted_server import MODEL, Script, ScriptedServer
from tests.fixtures.core import Chat

QUESTION = Request(MODEL, ())
NOWHERE = ProviderSettings("http://127.0.0.1:9/v1", MODEL)
UNTOUCHED = ProviderSettings("http://127.0.0.1:7/v1", MODEL)


def at(server: ScriptedServer, **settings: object) -> ProviderSettings:
    return replace(ProviderSettings(server.base_url, MODEL), **settings)


async def key_sent(server: ScriptedServer, chat: Chat) -> str | None:
    async for _ in (await chat.provider.connected()).stream(QUESTION):
        pass
    return server.requests[-1].headers.get("authorization")


async def test_without_a_service_there_is_nothing_to_connect_to(chat: Chat) -> None:
    await chat.provider.load()
    with pytest.raises(ProviderMissing):
        await chat.provider.connected()


async def test_a_stored_key_is_fetched_from_the_keyring(chat: Chat, server: ScriptedServer) -> None:
    await chat.provider.change(at(server), "sk-stored-key")
    assert await key_sent(server, chat) == "Bearer sk-stored-key"


async def test_changing_the_model_keeps_the_stored_key(chat: Chat, server: ScriptedServer) -> None:
    await chat.provider.change(at(server), "sk-stored-key")
    await chat.provider.change(at(server, model="other"), None)
    assert await key_sent(server, chat) == "Bearer sk-stored-key"


async def test_a_key_never_goes_to_another_server(chat: Chat, server: ScriptedServer) -> None:
    await chat.provider.change(NOWHERE, "sk-for-the-first")
    await chat.provider.change(at(server), None)
    assert await key_sent(server, chat) is None


async def test_a_header_told_in_confidence_never_goes_to_another_server(
    chat: Chat, server: ScriptedServer
) -> None:
    secret = (("api-key", "for-the-first"),)
    await chat.provider.change(replace(NOWHERE, headers=secret), None)
    await chat.provider.change(at(server, headers=secret), None)
    await key_sent(server, chat)
    assert "api-key" not in server.requests[-1].headers
    await chat.provider.change(at(server, headers=secret), None)
    await key_sent(server, chat)
    assert server.requests[-1].headers["api-key"] == "for-the-first"


async def test_what_is_given_for_this_run_is_stored_nowhere(chat: Chat, server: ScriptedServer) -> None:
    chat.provider.use_for_this_run(at(server), "sk-for-this-run")
    assert await key_sent(server, chat) == "Bearer sk-for-this-run"
    assert await chat.archive.read(providers.list_providers) == []
    assert not await chat.provider.has_key(at(server))


async def test_a_malformed_address_changes_nothing(chat: Chat) -> None:
    with pytest.raises(AddressMalformed):
        await chat.provider.change(ProviderSettings("ftp://127.0.0.1", MODEL), "sk-key")
    with pytest.raises(ConnectionMalformed):
        await chat.provider.change(replace(UNTOUCHED, proxy="no proxy"), "sk-key")
    assert chat.provider.settings is None
    assert not await chat.provider.has_key(UNTOUCHED)


async def test_a_model_must_be_named(chat: Chat) -> None:
    with pytest.raises(InputError):
        await chat.provider.change(replace(NOWHERE, model=" "), None)


async def test_warming_up_keeps_silent_about_what_is_missing_and_asks_nobody(
    chat: Chat, server: ScriptedServer
) -> None:
    await chat.provider.warm_up()
    assert chat.provider.settings is None
    await chat.provider.change(at(server), None)
    await chat.provider.warm_up()
    assert server.requests == []


async def test_how_a_service_wants_to_be_asked_is_remembered(chat: Chat, server: ScriptedServer) -> None:
    await chat.provider.change(at(server), None)
    await chat.provider.connected()
    await chat.provider.load()
    assert chat.provider.settings is not None
    assert chat.provider.settings.found == Found(ApiKind.CHAT)
    asked = len(server.requests)
    await chat.provider.connected()
    assert len(server.requests) == asked


async def test_two_who_ask_at_once_share_one_connection_and_one_answer(
    chat: Chat, server: ScriptedServer
) -> None:
    await chat.provider.change(at(server), None)
    _, first, second = await asyncio.gather(
        chat.provider.warm_up(), chat.provider.connected(), chat.provider.connected()
    )
    assert first is second
    assert [request.path for request in server.requests] == ["/v1/models", "/v1/responses"]


async def test_what_was_found_out_of_one_server_is_not_believed_of_another(
    chat: Chat, server: ScriptedServer
) -> None:
    await chat.provider.change(at(server), None)
    await chat.provider.connected()
    found = chat.provider.settings
    assert found is not None
    await chat.provider.change(replace(found, model="other"), None)
    assert chat.provider.settings == replace(found, model="other")
    await chat.provider.change(replace(found, base_url=NOWHERE.base_url), None)
    assert chat.provider.settings == replace(found, base_url=NOWHERE.base_url, found=None)


async def test_a_name_taken_from_a_server_goes_with_it_and_a_persons_own_stays(chat: Chat) -> None:
    await chat.provider.change(NOWHERE, None)
    assert chat.provider.settings == replace(NOWHERE, name="127.0.0.1")
    await chat.provider.change(replace(chat.provider.settings, base_url="http://localhost:9/v1"), None)
    assert chat.provider.settings.name == "localhost"
    await chat.provider.change(replace(chat.provider.settings, name="mine"), None)
    await chat.provider.change(replace(chat.provider.settings, base_url=NOWHERE.base_url), None)
    assert chat.provider.settings.name == "mine"


async def test_several_services_are_kept_and_one_is_asked(chat: Chat, server: ScriptedServer) -> None:
    first = await chat.provider.keep(at(server, name="Near"), "sk-near")
    second = await chat.provider.keep(NOWHERE, None)
    third = await chat.provider.keep(NOWHERE, None)
    assert await chat.provider.services() == [second, third, first]
    assert [second.settings.name, third.settings.name] == ["127.0.0.1", "127.0.0.1 2"]
    assert chat.provider.settings is None
    await chat.provider.choose(first.id)
    assert (chat.provider.chosen, chat.provider.settings) == (first.id, first.settings)
    assert await key_sent(server, chat) == "Bearer sk-near"
    await chat.provider.load()
    assert chat.provider.chosen == first.id
    with pytest.raises(NameTaken):
        await chat.provider.keep(replace(NOWHERE, name="near"), None, second.id)


async def test_changing_another_service_leaves_the_chosen_one_alone(chat: Chat) -> None:
    await chat.provider.change(replace(NOWHERE, name="mine"), None)
    other = await chat.provider.keep(replace(NOWHERE, name="other"), None)
    await chat.provider.keep(replace(NOWHERE, name="another"), None, other.id)
    assert [saved.settings.name for saved in await chat.provider.services()] == ["another", "mine"]
    assert chat.provider.settings == replace(NOWHERE, name="mine")


async def test_a_removed_service_takes_its_key_along_if_nobody_else_needs_it(chat: Chat) -> None:
    first = await chat.provider.keep(replace(NOWHERE, name="one"), "sk-shared")
    second = await chat.provider.keep(replace(NOWHERE, name="two"), None)
    await chat.provider.choose(first.id)
    assert (await chat.provider.remove(first.id)).key is None
    assert await chat.provider.has_key(NOWHERE)
    assert (chat.provider.settings, chat.provider.chosen) == (None, None)
    removed = await chat.provider.remove(second.id)
    assert not await chat.provider.has_key(NOWHERE)
    assert (removed.key, removed.was_chosen, "sk-shared" in repr(removed)) == ("sk-shared", False, False)


async def test_a_service_that_is_not_there_cannot_be_chosen(chat: Chat) -> None:
    kept = await chat.provider.keep(NOWHERE, None)
    await chat.provider.remove(kept.id)
    with pytest.raises(BugError):
        await chat.provider.choose(kept.id)


async def test_a_service_is_tried_as_it_was_entered_and_nothing_is_kept(
    chat: Chat, server: ScriptedServer
) -> None:
    assert await chat.provider.check(at(server), "sk-entered") == (OfferedModel(MODEL, "tests"),)
    assert server.requests[-1].headers["authorization"] == "Bearer sk-entered"
    assert await chat.provider.services() == []
    assert not await chat.provider.has_key(at(server))
    with pytest.raises(ModelUnknown):
        await chat.provider.check(at(server, model="other"), None)
    with pytest.raises(ConnectionMalformed):
        await chat.provider.check(at(server, ca_file="/nowhere"), None)


async def test_a_rejected_key_is_told_when_it_is_tried(chat: Chat) -> None:
    async with ScriptedServer(models=Script.error(401)) as server:
        with pytest.raises(CredentialsRejected):
            await chat.provider.check(at(server), "sk-wrong")


async def test_practice_needs_no_key_and_no_network(chat: Chat) -> None:
    await chat.provider.change(replace(PRACTICE, model="practice-at-once"), None)
    provider = await chat.provider.connected()
    said = [piece async for piece in provider.stream(Request("practice-at-once", ()))]
    assert any("practice" in piece.text for piece in said if isinstance(piece, TextPiece))
    assert await chat.provider.check(PRACTICE, None) == await provider.models()


async def test_another_service_for_this_run_is_asked_from_then_on(chat: Chat) -> None:
    async with ScriptedServer(Script()) as first, ScriptedServer(Script()) as second:
        for server in (first, second):
            chat.ask(server)
            chat.controller.send(None, "Why?")
            await chat.told.until(ReplyEnded, 2 if server is second else 1)
        assert (len(first.requests), len(second.requests)) == (1, 1)


@pytest.mark.parametrize("how", ["offered", "connected", "check"])
async def test_how_much_a_model_reads_is_learned_from_its_service(chat: Chat, how: str) -> None:
    listed = Script(
        headers={"Content-Type": "application/json"},
        body=json.dumps({"data": [{"id": MODEL, "max_model_len": 2_048}]}),
    )
    async with ScriptedServer(models=listed) as server:
        await chat.provider.change(at(server), None)
        await (chat.provider.check(at(server), None) if how == "check" else getattr(chat.provider, how)())
        assert (await chat.controller._parts.models.known(MODEL, at(server).origin)).window == 2_048


async def test_what_is_built_in_need_not_be_asked_how_much_it_reads(chat: Chat) -> None:
    await chat.provider.change(PRACTICE, None)
    await chat.provider.warm_up()
    known = await chat.controller._parts.models.known(PRACTICE.model, PRACTICE.origin)
    assert (known.is_guess, known.window) == (False, 32_000)
