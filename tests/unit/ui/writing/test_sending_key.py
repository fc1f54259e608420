"""Which key sends."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.ui.main_window import MainWindow
from app.ui.writing.sending_key import ENTER_SENDS
from tests.fakes.scripted_controller import ScriptedController
from tests.fixtures.waiting import until


async def test_what_was_chosen_in_the_menu_holds_and_is_kept(
    qtbot: QtBot, window: MainWindow, controller: ScriptedController
) -> None:
    field, menu = window.pane.composer.field, QMenu(window)
    field.menu_opening.emit(menu, 0)
    choices = {action.text(): action for action in menu.actions() if action.isCheckable()}
    assert [words for words, action in choices.items() if action.isChecked()] == ["Enter sends"]
    choices["Ctrl+Enter sends"].trigger()
    await until(lambda: controller.preferring.kept == {ENTER_SENDS.name: False}, "the preference")
    qtbot.keyClicks(field, "one")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.pane.composer.text == "one\n"
    menu.deleteLater()


async def test_what_was_kept_is_taken_up(window: MainWindow, controller: ScriptedController) -> None:
    controller.preferring.kept[ENTER_SENDS.name] = False
    window._presenter.writing.start()
    await until(lambda: not window.pane.composer.field.enter_sends, "the preference")
