import asyncio
import gc
from collections.abc import AsyncIterator

import pytest

from app.chat.answering import Answering
from app.domain.errors import ConversationGone, Fault, ReplyUnderWay
from app.domain.events import ReplyEnded, ReplyGrew, ReplyNotBegun
from app.domain.ids import ConversationId
from app.domain.item import ItemState
from app.domain.question import Question
from app.store import history
from tests.fakes.scripted_server import Script, ScriptedServer
from tests.fixtures.core import Chat

ONE, OTHER = ConversationId("one"), ConversationId("other")
CLOSED = Fault("ReplyInterrupted", "Closed.")


@pytest.fixture
async def slow() -> AsyncIterator[ScriptedServer]:
    """A service that waits after its first word."""
    async with ScriptedServer(Script(hold_before=1)) as running:
        yield running


@pytest.fixture
async def answering(chat: Chat, slow: ScriptedServer) -> AsyncIterator[Answering]:
    """Both conversations are on their way to an answer."""
    chat.ask(slow)
    settings = chat.controller.provider
    assert settings is not None
    begun = Answering(chat.controller._keeping)
    for conversation in (ONE, OTHER):
        begun.begin(conversation, Question("Why?"), settings, is_new=True)
    yield begun
    await begun.close(CLOSED)


async def stored_state(chat: Chat, conversation: ConversationId) -> ItemState:
    return (await chat.archive.read(history.page, conversation, None, 10)).items[1].state


async def test_a_conversation_is_under_way_from_its_question_to_the_stored_end(
    chat: Chat, answering: Answering, slow: ScriptedServer
) -> None:
    assert answering.is_under_way(ONE)
    with pytest.raises(ReplyUnderWay):
        answering.require_rest(ONE)
    slow.go_on()
    await chat.told.until(ReplyEnded, 2)
    answering.require_rest(ONE)
    assert await stored_state(chat, ONE) is ItemState.COMPLETE


async def test_ending_one_waits_for_its_end_and_leaves_the_others(chat: Chat, answering: Answering) -> None:
    await chat.told.until(ReplyGrew, 2)
    await answering.end(ONE)
    assert not answering.is_under_way(ONE)
    assert await stored_state(chat, ONE) is ItemState.STOPPED
    assert answering.is_under_way(OTHER)


async def test_ending_what_is_at_rest_does_nothing(chat: Chat, answering: Answering) -> None:
    for _ in range(2):
        await answering.end(ONE)
    assert len(chat.told.of(ReplyEnded)) == 1


async def test_closing_interrupts_all_and_waits_for_their_ends(chat: Chat, answering: Answering) -> None:
    await chat.told.until(ReplyGrew, 2)
    await answering.close(CLOSED)
    await answering.close(CLOSED)
    for conversation in (ONE, OTHER):
        reply = (await chat.archive.read(history.page, conversation, None, 10)).items[1]
        assert (reply.state, reply.text, reply.fault) == (ItemState.INTERRUPTED, "Hello", CLOSED)


async def test_only_what_still_grows_is_shown_ahead_of_the_disk(
    chat: Chat, answering: Answering, slow: ScriptedServer
) -> None:
    await chat.told.until(ReplyGrew, 2)
    page = await chat.archive.read(history.page, ONE, None, 10)
    assert [answering.as_of_now(ONE, item).text for item in page.items] == ["Why?", "Hello"]
    assert answering.as_of_now(ConversationId("at rest"), page.items[1]) == page.items[1]
    slow.go_on()
    await chat.told.until(ReplyEnded, 2)
    ended = (await chat.archive.read(history.page, ONE, None, 10)).items[1]
    assert answering.as_of_now(ONE, ended) == ended


async def test_what_fails_through_our_own_fault_is_told_all_the_same(
    chat: Chat, server: ScriptedServer
) -> None:
    handed_on: list[Exception] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, told: handed_on.append(told["exception"]))
    chat.ask(server)
    settings = chat.controller.provider
    assert settings is not None
    Answering(chat.controller._keeping).begin(
        ConversationId("nowhere"), Question("Why?"), settings, is_new=False
    )
    assert (await chat.told.until(ReplyNotBegun)).fault.kind == "BugError"
    await asyncio.sleep(0)
    gc.collect()
    assert [type(error) for error in handed_on] == [ConversationGone]
