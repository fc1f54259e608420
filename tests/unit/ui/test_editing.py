"""Editing in place, typed and pressed in a window on a real core."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.errors import Fault
from app.domain.events import MessageStored, ReplyEnded, SendFailed
from app.ui.editing import Editing
from app.ui.transcript.deeds import Deed
from tests.fixtures.waiting import until
from tests.unit.ui.conftest import Talk

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
async def editing(qtbot: QtBot, talk: Talk) -> Editing:
    """The question is being edited; its words are chosen."""
    talk.view.focus_message(talk.item(0).id)
    qtbot.keyClick(talk.window, Qt.Key.Key_E, CONTROL | SHIFT)
    editing = talk.acts.editing
    await until(editing.field.field.hasFocus, "the field")
    assert editing.field.text == "Why?"
    editing.field.field.selectAll()
    return editing


def typed(qtbot: QtBot, editing: Editing, text: str) -> None:
    qtbot.keyClicks(editing.field.field, text)


async def test_the_field_lies_in_the_place_of_the_message(talk: Talk, editing: Editing) -> None:
    assert editing.field.geometry() == talk.view.room_of(talk.item(0).id)
    assert not talk.view.rows.row(0).has_body


async def test_control_enter_lets_the_words_stand_in_its_place(
    qtbot: QtBot, talk: Talk, editing: Editing
) -> None:
    typed(qtbot, editing, "How?")
    qtbot.keyClick(editing.field.field, Qt.Key.Key_Return, CONTROL)
    await talk.shows("How?", "Hello there.")
    assert editing.field.isHidden()
    assert talk.item(0).revision == 1
    qtbot.mouseClick(talk.window.pane.act_line.line.deed_button, LEFT)
    await talk.shows("Why?", "Hello there.")


async def test_enter_alone_begins_a_line(qtbot: QtBot, editing: Editing) -> None:
    typed(qtbot, editing, "One")
    qtbot.keyClick(editing.field.field, Qt.Key.Key_Return)
    typed(qtbot, editing, "Two")
    assert editing.field.text == "One\nTwo"


async def test_sent_again_it_is_a_version_with_an_answer_of_its_own(
    qtbot: QtBot, talk: Talk, editing: Editing
) -> None:
    typed(qtbot, editing, "How?")
    qtbot.mouseClick(editing.field.send_button, LEFT)
    await talk.chat.told.until(ReplyEnded, 2)
    await talk.shows("How?", "Hello there.")
    await until(lambda: talk.view.versions_of(talk.item(0).id), "the versions")
    assert editing.field.isHidden()
    await talk.rests()


async def test_escape_gives_up_and_the_words_can_be_had_back(
    qtbot: QtBot, talk: Talk, editing: Editing
) -> None:
    typed(qtbot, editing, "Half a thought")
    qtbot.keyClick(editing.field.field, Qt.Key.Key_Escape)
    assert editing.field.isHidden()
    assert talk.view.focused_item == talk.item(0).id
    assert talk.texts == ["Why?", "Hello there."]
    talk.window._presenter.undos.take()
    await until(editing.field.isVisible, "the field")
    assert editing.field.text == "Half a thought"


async def test_nothing_is_offered_back_where_nothing_was_typed(
    qtbot: QtBot, talk: Talk, editing: Editing
) -> None:
    qtbot.keyClick(editing.field.field, Qt.Key.Key_Escape)
    assert talk.window.pane.act_line.isHidden()
    qtbot.keyClick(talk.window, Qt.Key.Key_E, CONTROL | SHIFT)
    assert editing.field.text == "Why?"


async def test_what_could_not_be_stored_stays_with_the_reason(
    qtbot: QtBot, talk: Talk, editing: Editing
) -> None:
    typed(qtbot, editing, "How?")
    qtbot.keyClick(editing.field.field, Qt.Key.Key_Return, CONTROL | SHIFT)
    talk.acts.apply(SendFailed(talk.conversation, Fault("DiskFull", "")))
    assert "Free some space" in editing.field.notice.accessibleName()
    assert (editing.field.isVisible(), editing.field.text) == (True, "How?")
    await talk.chat.told.until(MessageStored, 2)
    await talk.chat.told.until(ReplyEnded, 2)
    await talk.rests()


async def test_what_was_typed_is_there_after_a_look_elsewhere(
    qtbot: QtBot, talk: Talk, editing: Editing
) -> None:
    typed(qtbot, editing, "Half a thought")
    talk.window._presenter.begin()
    assert editing.field.isHidden()
    talk.window._presenter.open(talk.conversation)
    await talk.shows("Why?", "Hello there.")
    talk.acts.do(Deed.EDIT, talk.item(0).id)
    assert editing.field.text == "Half a thought"


async def test_a_reply_can_be_edited_and_not_be_sent(talk: Talk) -> None:
    talk.acts.do(Deed.EDIT, talk.item(1).id)
    field = talk.acts.editing.field
    await until(field.isVisible, "the field")
    assert field.text == "Hello there."
    assert not field.send_button.isVisible()
    assert not field.field.can_send
