"""Landing on a message, in a window on a real core."""

import pytest
from pytestqt.qtbot import QtBot

from app.domain.events import ReplyEnded
from app.domain.ids import ConversationId
from app.domain.item import Item
from app.ui.transcript.deeds import Deed
from tests.fakes.scripted_server import ScriptedServer
from tests.fixtures.waiting import until
from tests.unit.ui.conftest import Talk


@pytest.fixture
async def another(talk: Talk) -> ConversationId:
    """A conversation beside the one that is shown, with a long history."""
    conversation = talk.chat.controller.send(None, "Question 0 " + "and more of it " * 40)
    await talk.chat.told.until(ReplyEnded, 2)
    for number in range(1, 8):
        talk.chat.controller.send(conversation, f"Question {number} " + "and more of it " * 40)
        await talk.chat.told.until(ReplyEnded, 2 + number)
    talk.window._presenter.open(talk.conversation)
    await talk.shows("Why?", "Hello there.")
    return conversation


async def lands(talk: Talk, item: Item) -> None:
    await until(lambda: talk.view.rect_of(item.id) and talk.view.sight.flashed is not None, "the message")
    assert talk.view.focused_item == item.id
    assert 0 <= talk.view.rect_of(item.id).top() < talk.view.viewport().height() // 2


async def test_a_message_of_another_conversation_is_shown(talk: Talk, another: ConversationId) -> None:
    items = (await talk.chat.controller.history(another)).items
    talk.window._presenter.revealing.reveal(another, items[2].id)
    await lands(talk, items[2])
    assert talk.window._presenter._shown == another


async def test_the_latest_that_is_asked_for_is_shown(talk: Talk, another: ConversationId) -> None:
    items = (await talk.chat.controller.history(another)).items
    for item in (items[2], items[8]):
        talk.window._presenter.revealing.reveal(another, item.id)
    await lands(talk, items[8])


async def test_a_message_on_another_branch_brings_its_branch(talk: Talk, server: ScriptedServer) -> None:
    assert server
    reply = talk.item(1)
    talk.acts.do(Deed.BRANCH, talk.item(0).id)
    await talk.shows("Why?")
    talk.window._presenter.revealing.reveal(talk.conversation, reply.id)
    await talk.shows("Why?", "Hello there.")
    await lands(talk, reply)


async def test_while_a_reply_grows_another_branch_cannot_be_shown(qtbot: QtBot, talk: Talk) -> None:
    assert qtbot
    reply = talk.item(1)
    talk.acts.do(Deed.BRANCH, talk.item(0).id)
    await talk.shows("Why?")
    talk.chat.controller.send(talk.conversation, "And?")
    talk.window._presenter.revealing.reveal(talk.conversation, reply.id)
    await until(talk.window.pane.composer.refusal.isVisible, "the reason")
    await talk.chat.told.until(ReplyEnded, 2)
    await talk.rests()
