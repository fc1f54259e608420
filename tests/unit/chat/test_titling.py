import asyncio
from collections.abc import AsyncIterator
from datetime import date

import pytest

from app.chat.titling import TITLES_BY_MODEL, Titling
from app.domain.conversation import TitleSource
from app.domain.events import ConversationRenamed, ReplyEnded, ReplyStarted
from app.store.preferences import write_preference
from app.store.statistics import Span
from tests.fakes.scripted_server import Script, ScriptedServer
from tests.fixtures.core import Chat
from tests.fixtures.waiting import until

TITLE = Script(pieces=('"Why the sky', ' is blue."'))


@pytest.fixture
async def titling(chat: Chat) -> AsyncIterator[Titling]:
    made = Titling(chat.controller._parts)
    yield made
    await made.close()


async def settled(titling: Titling) -> None:
    await asyncio.gather(*titling._under_way.values(), return_exceptions=True)


@pytest.mark.usefixtures("titling")
async def test_the_model_gives_the_title_after_the_first_turn(chat: Chat) -> None:
    async with ScriptedServer(Script(), TITLE) as server:
        chat.ask(server)
        conversation = chat.controller.send(None, "Say, why?")
        assert (await chat.told.until(ConversationRenamed)).title == "Why the sky is blue"
    listed = (await chat.controller.conversations())[0]
    assert (listed.id, listed.title_source) == (conversation, TitleSource.MODEL)
    assert server.requests[1].body["messages"][-3]["content"] == "Say, why?"
    assert len((await chat.controller.history(conversation)).items) == 2


@pytest.mark.usefixtures("titling")
async def test_what_the_title_cost_is_told_with_the_rest(chat: Chat) -> None:
    async with ScriptedServer(Script(), TITLE) as server:
        chat.ask(server)
        chat.controller.send(None, "Say, why?")
        await chat.told.until(ConversationRenamed)
    always = Span(date(2000, 1, 1), date(9000, 1, 1))
    assert (await chat.controller.spending.spent(always)).total.requests == 2


async def test_a_persons_own_title_stays(chat: Chat, titling: Titling) -> None:
    async with ScriptedServer(Script(hold_before=1), TITLE) as server:
        chat.ask(server)
        conversation = chat.controller.send(None, "Say, why?")
        await chat.told.until(ReplyStarted)
        await chat.controller.rename(conversation, "Mine")
        server.go_on()
        await chat.told.until(ReplyEnded)
        await settled(titling)
    assert (await chat.controller.conversations())[0].title == "Mine"
    assert len(server.requests) == 1


async def test_a_service_that_cannot_is_done_without(chat: Chat, titling: Titling) -> None:
    async with ScriptedServer(Script(), Script.error(500)) as server:
        chat.ask(server)
        chat.controller.send(None, "Say, why?")
        await chat.told.until(ReplyEnded)
        await settled(titling)
    assert (await chat.controller.conversations())[0].title == "Say, why?"


async def test_nobody_is_asked_for_titles_where_that_is_switched_off(chat: Chat, titling: Titling) -> None:
    await chat.archive.write(write_preference, TITLES_BY_MODEL, False)
    async with ScriptedServer(Script()) as server:
        chat.ask(server)
        chat.controller.send(None, "Say, why?")
        await chat.told.until(ReplyEnded)
        await settled(titling)
    assert len(server.requests) == 1


async def test_a_title_gives_way_to_the_next_question(chat: Chat, titling: Titling) -> None:
    async with ScriptedServer(Script(), Script.silence(), Script()) as server:
        chat.ask(server)
        conversation = chat.controller.send(None, "Say, why?")
        await chat.told.until(ReplyEnded)
        await until(lambda: len(server.requests) == 2, "the request for a title")
        chat.controller.send(conversation, "And?")
        await chat.told.until(ReplyEnded, 2)
        await settled(titling)
    assert (await chat.controller.conversations())[0].title == "Say, why?"
    assert len(server.requests) == 3


async def test_what_is_temporary_keeps_the_title_of_its_question(chat: Chat, titling: Titling) -> None:
    async with ScriptedServer(Script()) as server:
        chat.ask(server)
        begun = await chat.controller.temporary.begin()
        chat.controller.send(begun, "Say, why?")
        await chat.told.until(ReplyEnded)
        await settled(titling)
        assert len(server.requests) == 1
    assert [each.title for each in await chat.controller.conversations()] == ["Say, why?"]
