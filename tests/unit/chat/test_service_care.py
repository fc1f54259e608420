from dataclasses import replace

from app.domain.events import ProviderChanged
from app.domain.settings import PRACTICE, ProviderSettings
from app.store import providers
from tests.fakes.scripted_server import MODEL, ScriptedServer
from tests.fixtures.core import Chat

ONE = ProviderSettings("http://127.0.0.1:9/v1", "small", name="One")
TWO = ProviderSettings("http://127.0.0.1:7/v1", "large", name="Two")


async def test_the_first_service_is_asked_and_a_further_one_is_kept_beside_it(chat: Chat) -> None:
    care = chat.controller.service_care
    first = await care.keep(ONE, None)
    assert (care.asked, care.chosen) == (ONE, first.id)
    assert await chat.told.until(ProviderChanged) == ProviderChanged(ONE)
    second = await care.keep(TWO, None)
    assert care.chosen == first.id
    assert [saved.settings for saved in await care.services()] == [ONE, TWO]
    await care.choose(second.id)
    assert care.asked == TWO


async def test_a_change_of_the_service_that_is_asked_is_told(chat: Chat) -> None:
    care = chat.controller.service_care
    kept = await care.keep(ONE, None)
    changed = replace(ONE, model="larger")
    await care.keep(changed, None, kept.id)
    assert care.asked == changed
    assert await chat.told.until(ProviderChanged, 2) == ProviderChanged(changed)


async def test_when_the_service_that_is_asked_goes_another_takes_its_place(chat: Chat) -> None:
    care = chat.controller.service_care
    first, second = await care.keep(ONE, None), await care.keep(TWO, None)
    await care.remove(first.id)
    assert care.chosen == second.id
    await care.remove(second.id)
    assert (care.asked, care.chosen) == (None, None)
    assert await chat.told.until(ProviderChanged, 3) == ProviderChanged(None)
    assert await chat.archive.read(providers.list_providers) == []


async def test_a_service_is_tried_before_anything_is_kept(chat: Chat, server: ScriptedServer) -> None:
    care = chat.controller.service_care
    offered = await care.check(replace(ONE, base_url=server.base_url, model=MODEL), None)
    assert [model.name for model in offered] == [MODEL]
    assert await care.services() == []
    await care.keep(PRACTICE, None)
    assert not await care.has_key(PRACTICE)
    assert await care.offered()


async def test_a_removed_service_is_had_back_with_its_key_and_is_asked_again(chat: Chat) -> None:
    care = chat.controller.service_care
    first, second = await care.keep(ONE, "sk-of-one"), await care.keep(TWO, None)
    await care.remove(first.id)
    assert (care.chosen, await care.has_key(ONE)) == (second.id, False)
    await care.bring_back()
    assert (care.chosen, care.asked, await care.has_key(ONE)) == (first.id, ONE, True)
    assert [saved.id for saved in await care.services()] == [first.id, second.id]
    await care.bring_back()
    assert len(await care.services()) == 2


async def test_once_let_go_a_removed_service_and_its_key_are_gone(chat: Chat) -> None:
    care = chat.controller.service_care
    kept = await care.keep(ONE, "sk-of-one")
    await care.remove(kept.id)
    care.let_go()
    await care.bring_back()
    assert (await care.services(), await care.has_key(ONE)) == ([], False)
