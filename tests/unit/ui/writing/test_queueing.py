"""What is asked next, in the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.errors import DiskFull
from app.domain.events import MessageStored
from app.domain.ids import ConversationId
from app.ui.main_window import MainWindow
from tests.fakes.scripted_controller import ScriptedController
from tests.fixtures.waiting import until

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
async def shown(window: MainWindow, controller: ScriptedController) -> ConversationId:
    conversation: ConversationId = window._presenter._shown
    controller.begin_reply(conversation)
    return conversation


async def ask_next(qtbot: QtBot, window: MainWindow, text: str) -> None:
    await until(lambda: window.pane.composer.button.accessibleName() == "Stop", "the reply")
    qtbot.keyClicks(window.pane.composer.field, text)
    qtbot.keyClick(window.pane.composer.field, Qt.Key.Key_Return)
    await until(lambda: window.pane.composer.text == "", "the empty field")


def line(window: MainWindow) -> str | None:
    queued = window.pane.composer.queued
    return queued.line.text() if queued.isVisible() else None


async def test_while_a_reply_comes_enter_keeps_what_is_asked_next(
    qtbot: QtBot, window: MainWindow, controller: ScriptedController, shown: ConversationId
) -> None:
    await ask_next(qtbot, window, "And green?")
    assert line(window) == "Next: And green?"
    assert controller.replies.next[shown] == ("And green?", ())
    assert controller.drafts.texts[shown] == "And green?"


async def test_more_of_it_is_asked_together(
    qtbot: QtBot, window: MainWindow, controller: ScriptedController, shown: ConversationId
) -> None:
    await ask_next(qtbot, window, "And green?")
    await ask_next(qtbot, window, "And red?")
    assert controller.replies.next[shown][0] == "And green?\n\nAnd red?"


async def test_the_line_goes_when_it_is_asked_and_what_is_typed_stays(
    qtbot: QtBot, window: MainWindow, controller: ScriptedController, shown: ConversationId
) -> None:
    await ask_next(qtbot, window, "And green?")
    qtbot.keyClicks(window.pane.composer.field, "half a")
    assert controller.drafts.texts[shown] == "And green?\n\nhalf a"
    controller.end_reply(shown)
    controller.events.publish(MessageStored(shown, controller._question(shown, "And green?")))
    await until(lambda: line(window) is None, "the line to go")
    assert window.pane.composer.text == "half a"
    assert controller.drafts.texts[shown] == "half a"


async def test_it_goes_back_into_the_field_to_be_edited(
    qtbot: QtBot, window: MainWindow, controller: ScriptedController, shown: ConversationId
) -> None:
    await ask_next(qtbot, window, "And green?")
    qtbot.keyClicks(window.pane.composer.field, "half a")
    window.pane.composer.queued.edit_button.click()
    assert window.pane.composer.text == "And green?\n\nhalf a"
    assert (line(window), controller.replies.next) == (None, {})
    assert controller.drafts.texts[shown] == "And green?\n\nhalf a"


async def test_it_can_be_removed_and_that_be_undone(
    qtbot: QtBot, window: MainWindow, controller: ScriptedController, shown: ConversationId
) -> None:
    await ask_next(qtbot, window, "And green?")
    window.pane.composer.queued.remove_button.click()
    assert (line(window), controller.replies.next) == (None, {})
    assert controller.drafts.texts[shown] == ""
    window.pane.composer.offer.buttons[0].click()
    await until(lambda: line(window) == "Next: And green?", "the line")
    assert controller.replies.next[shown][0] == "And green?"


async def test_where_the_reply_broke_off_it_comes_back_with_its_files(
    qtbot: QtBot, window: MainWindow, controller: ScriptedController, shown: ConversationId
) -> None:
    files = window._presenter.writing.files
    files.take_paths(shown, [Path("/nowhere/a.txt")])
    await until(lambda: files.ready(shown), "the file")
    await ask_next(qtbot, window, "And green?")
    assert files.of(shown) == ()
    assert len(controller.replies.next[shown][1]) == 1
    controller.replies.return_next(shown)
    await until(lambda: window.pane.composer.text == "And green?", "the text")
    assert [file.name for file in files.ready(shown)] == ["a.txt"]
    assert line(window) is None
    assert window.pane.composer.offer.isVisible()


async def test_what_waits_elsewhere_is_shown_when_one_comes_back(
    qtbot: QtBot, window: MainWindow, controller: ScriptedController, shown: ConversationId
) -> None:
    await ask_next(qtbot, window, "And green?")
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    assert line(window) is None
    window._presenter.open(shown)
    assert line(window) == "Next: And green?"
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    controller.replies.return_next(shown)
    drafts = window._presenter.writing.drafts
    await until(lambda: drafts.text(shown) == "And green?", "the draft")
    window._presenter.open(shown)
    assert window.pane.composer.text == "And green?"


async def test_what_could_not_be_kept_stays_in_the_field(
    qtbot: QtBot, window: MainWindow, controller: ScriptedController, shown: ConversationId
) -> None:
    controller.replies.trouble = DiskFull("There is no room left.")
    await until(lambda: window.pane.composer.button.accessibleName() == "Stop", "the reply")
    qtbot.keyClicks(window.pane.composer.field, "And green?")
    qtbot.keyClick(window.pane.composer.field, Qt.Key.Key_Return)
    await until(window.pane.composer.refusal.isVisible, "the reason")
    assert window.pane.composer.text == "And green?"
    assert controller.drafts.texts[shown] == "And green?"
