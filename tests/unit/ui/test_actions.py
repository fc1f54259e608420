"""The table of commands."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.actions import SHORTCUTS, Command, bind


def test_every_command_has_a_shortcut_of_its_own() -> None:
    assert set(SHORTCUTS) == set(Command)
    assert len(set(SHORTCUTS.values())) == len(Command)


def test_a_shortcut_does_its_deed(qtbot: QtBot) -> None:
    done: list[Command] = []
    window = QWidget()
    qtbot.addWidget(window)
    bind(window, {command: lambda command=command: done.append(command) for command in Command})
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert done == [Command.NEW_CONVERSATION, Command.STOP]
