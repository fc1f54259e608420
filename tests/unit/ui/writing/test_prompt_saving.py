"""Saving what is written as a prompt."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.domain.ids import PromptId
from app.ui.main_window import MainWindow
from tests.fakes.scripted_controller import ScriptedController
from tests.fixtures.waiting import until


def ask_to_save(window: MainWindow) -> None:
    menu = QMenu(window)
    window.pane.composer.field.menu_opening.emit(menu, 0)
    next(action for action in menu.actions() if action.text() == "Save as prompt").trigger()
    menu.deleteLater()


async def test_what_is_written_is_saved_under_a_name_and_can_be_undone(
    qtbot: QtBot, window: MainWindow, controller: ScriptedController
) -> None:
    composer = window.pane.composer
    composer.set_text("Translate this.")
    ask_to_save(window)
    assert composer.naming.name.hasFocus()
    qtbot.keyClicks(composer.naming.name, "Translate")
    qtbot.keyClick(composer.naming.name, Qt.Key.Key_Return)
    await until(lambda: controller.library.kept_prompts, "the prompt")
    saved = controller.library.kept_prompts[PromptId("kept-1")]
    assert (saved.name, saved.text) == ("Translate", "Translate this.")
    await until(composer.field.hasFocus, "the focus")
    composer.offer.buttons[0].click()
    await until(lambda: not controller.library.kept_prompts, "the undo")


async def test_of_a_selection_only_that_is_saved(
    qtbot: QtBot, window: MainWindow, controller: ScriptedController
) -> None:
    composer = window.pane.composer
    composer.set_text("one two")
    composer.field.moveCursor(QTextCursor.MoveOperation.Start)
    composer.field.moveCursor(QTextCursor.MoveOperation.EndOfWord, QTextCursor.MoveMode.KeepAnchor)
    ask_to_save(window)
    qtbot.keyClicks(composer.naming.name, "One")
    composer.naming.save_button.click()
    await until(lambda: controller.library.kept_prompts, "the prompt")
    assert controller.library.kept_prompts[PromptId("kept-1")].text == "one"


async def test_a_name_that_is_taken_is_asked_for_again(
    qtbot: QtBot, window: MainWindow, controller: ScriptedController
) -> None:
    composer = window.pane.composer
    await controller.library.save_prompt("Translate", "x")
    composer.set_text("Translate this.")
    ask_to_save(window)
    qtbot.keyClicks(composer.naming.name, "Translate")
    qtbot.keyClick(composer.naming.name, Qt.Key.Key_Return)
    await until(composer.offer.isVisible, "the words")
    assert composer.naming.isVisible()
    assert len(controller.library.kept_prompts) == 1
