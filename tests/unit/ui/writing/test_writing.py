"""From what is written to a question, in the window."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.conversation_settings import ConversationSettings
from app.domain.errors import Fault
from app.domain.events import ReplyNotBegun
from app.ui.main_window import MainWindow
from app.ui.panels.model_choice import ModelWish
from tests.fakes.scripted_controller import ScriptedController
from tests.fixtures.waiting import until

CONTROL = Qt.KeyboardModifier.ControlModifier


def send(qtbot: QtBot, window: MainWindow, text: str) -> None:
    qtbot.keyClicks(window.pane.composer.field, text)
    qtbot.keyClick(window.pane.composer.field, Qt.Key.Key_Return)


async def test_files_chosen_before_a_conversation_begins_go_with_its_first_question(
    qtbot: QtBot, window: MainWindow, controller: ScriptedController
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    files = window._presenter.writing.files
    files.take_paths(None, [Path("/nowhere/a.txt")])
    await until(lambda: files.ready(None), "the file")
    send(qtbot, window, "What is it?")
    await until(lambda: window.pane.composer.text == "", "the question")
    assert [file.name for file in controller.sent_with[-1][0]] == ["a.txt"]
    assert files.of(None) == files.of(window._presenter._shown) == ()


async def test_what_could_not_be_stored_keeps_its_files(
    qtbot: QtBot, window: MainWindow, controller: ScriptedController
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    files = window._presenter.writing.files
    files.take_paths(None, [Path("/nowhere/a.txt")])
    await until(lambda: files.ready(None), "the file")
    controller.disk = Fault("DiskFull", "")
    send(qtbot, window, "What is it?")
    await until(window.pane.composer.refusal.isVisible, "the reason")
    assert window._presenter._shown is None
    assert [file.name for file in files.ready(None)] == ["a.txt"]
    assert controller.drafts.texts[None] == "What is it?"


async def test_a_model_chosen_before_a_conversation_begins_goes_with_it(
    qtbot: QtBot, window: MainWindow, controller: ScriptedController
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    choosing = window._presenter.writing.choosing
    choosing.choice.chosen.emit(ModelWish("large"))
    await until(lambda: choosing.own, "the choice")
    send(qtbot, window, "Why?")
    await until(lambda: window.pane.composer.text == "", "the question")
    assert controller.sent_with[-1][1] == ConversationSettings(model="large")
    send(qtbot, window, "And?")
    await until(lambda: len(controller.sent_with) == 2, "the next question")
    assert controller.sent_with[-1][1] is None


async def test_why_there_is_no_reply_is_told_where_it_belongs(
    qtbot: QtBot, window: MainWindow, controller: ScriptedController
) -> None:
    shown = window._presenter._shown
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    controller.events.publish(ReplyNotBegun(shown, Fault("UnknownAssistant", "")))
    await until(lambda: shown in window._presenter.writing._troubles, "the news")
    assert window.pane.composer.refusal.isHidden()
    window._presenter.open(shown)
    assert window.pane.composer.refusal.isVisible()
    controller.begin_reply(shown)
    await until(window.pane.composer.refusal.isHidden, "the line to go")


async def test_up_in_an_empty_field_asks_for_the_last_message(qtbot: QtBot, window: MainWindow) -> None:
    field = window.pane.composer.field
    with qtbot.waitSignal(field.edit_last_wanted):
        qtbot.keyClick(field, Qt.Key.Key_Up)
    qtbot.keyClicks(field, "x")
    with qtbot.assertNotEmitted(field.edit_last_wanted):
        qtbot.keyClick(field, Qt.Key.Key_Up)
