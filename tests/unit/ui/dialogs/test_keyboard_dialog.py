"""The overview of the keyboard, opened and used through the window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.ui.actions import Command
from app.ui.dialogs.keyboard_dialog import KeyboardDialog
from app.ui.main_window import MainWindow
from tests.fixtures.waiting import until
from tests.unit.ui.conftest import window

__all__ = ["window"]

CONTROL = Qt.KeyboardModifier.ControlModifier


async def test_a_key_opens_it_and_escape_goes_back(qtbot: QtBot, window: MainWindow) -> None:
    window.pane.transcript.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_F1)
    dialog = window.findChild(KeyboardDialog)
    assert dialog.isVisible()
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert {"New conversation", "Find anything", "Send the message"} <= set(said)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    await until(lambda: window.findChild(KeyboardDialog) is None, "the end of the dialog")
    assert window.focusWidget() is window.pane.transcript


async def test_what_is_changed_there_holds_in_the_window(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F1)
    dialog = window.findChild(KeyboardDialog)
    row = next(row for row in dialog.shortcuts.rows if row.command is Command.GO_TO_MESSAGES)
    row.key_button.setFocus()
    row.key_button.click()
    qtbot.keyClick(row.key_button, Qt.Key.Key_J, CONTROL)
    dialog.done_button.click()
    await until(lambda: window.findChild(KeyboardDialog) is None, "the end of the dialog")
    window.activateWindow()
    await until(window.isActiveWindow, "the window to be active")
    qtbot.keyClick(window, Qt.Key.Key_J, CONTROL)
    assert window.pane.transcript.hasFocus()
