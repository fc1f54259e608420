"""All commands with their keys."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.actions import Command
from app.ui.dialogs.shortcuts_part import ShortcutsPart
from app.ui.plain_keeper import PlainKeeper
from app.ui.theme.theme import Theme
from tests.unit.ui.test_shortcuts import made_for


def test_every_command_is_there_and_all_usual_keys_can_come_back(
    qtbot: QtBot, theme: Theme, window: QWidget
) -> None:
    shortcuts = made_for(window, PlainKeeper(parent=window))
    part = ShortcutsPart(theme, shortcuts)
    qtbot.addWidget(part)
    assert [row.command for row in part.rows] == list(Command)
    assert not part.reset_button.isEnabled()
    shortcuts.choose(Command.BRANCH, "Ctrl+N")
    assert part.reset_button.isEnabled()
    part.reset_button.click()
    assert (shortcuts.key_of(Command.BRANCH), part.reset_button.isEnabled()) == ("Ctrl+Shift+B", False)
