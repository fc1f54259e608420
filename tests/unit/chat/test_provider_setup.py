import pytest

from app.domain.errors import AddressMalformed, InputError, ProviderMissing
from app.domain.settings import ProviderSettings
from app.providers.pieces import Request
from app.store import saved_settings
from tests.fakes.scripted_server import MODEL, ScriptedServer
from tests.fixtures.core import Chat

QUESTION = Request(MODEL, ())


async def keys_sent(server: ScriptedServer, chat: Chat) -> str:
    async for _ in (await chat.provider.connected()).stream(QUESTION):
        pass
    return server.requests[-1].headers["authorization"]


async def test_without_a_service_there_is_nothing_to_connect_to(chat: Chat) -> None:
    await chat.provider.load()
    with pytest.raises(ProviderMissing):
        await chat.provider.connected()


async def test_a_stored_key_is_fetched_from_the_keyring(chat: Chat, server: ScriptedServer) -> None:
    await chat.provider.change(ProviderSettings(server.base_url, MODEL), "sk-stored-key")
    assert await keys_sent(server, chat) == "Bearer sk-stored-key"


async def test_changing_the_model_keeps_the_stored_key(chat: Chat, server: ScriptedServer) -> None:
    await chat.provider.change(ProviderSettings(server.base_url, MODEL), "sk-stored-key")
    await chat.provider.change(ProviderSettings(server.base_url, "other"), None)
    assert await keys_sent(server, chat) == "Bearer sk-stored-key"


async def test_a_key_never_goes_to_another_server(chat: Chat, server: ScriptedServer) -> None:
    await chat.provider.change(ProviderSettings("http://127.0.0.1:9/v1", MODEL), "sk-for-the-first")
    await chat.provider.change(ProviderSettings(server.base_url, MODEL), None)
    assert "sk-for-the-first" not in await keys_sent(server, chat)


async def test_what_is_given_for_this_run_is_stored_nowhere(chat: Chat, server: ScriptedServer) -> None:
    given = ProviderSettings(server.base_url, MODEL)
    chat.provider.use_for_this_run(given, "sk-for-this-run")
    assert await keys_sent(server, chat) == "Bearer sk-for-this-run"
    assert await chat.archive.read(saved_settings.read_provider) is None
    assert not await chat.provider.has_key(given)


async def test_a_malformed_address_changes_nothing(chat: Chat) -> None:
    with pytest.raises(AddressMalformed):
        await chat.provider.change(ProviderSettings("ftp://127.0.0.1", MODEL), "sk-key")
    assert chat.provider.settings is None


async def test_a_model_must_be_named(chat: Chat) -> None:
    with pytest.raises(InputError):
        await chat.provider.change(ProviderSettings("http://127.0.0.1:9/v1", " "), None)


async def test_warming_up_keeps_silent_about_what_is_missing(chat: Chat) -> None:
    await chat.provider.warm_up()
    assert chat.provider.settings is None
