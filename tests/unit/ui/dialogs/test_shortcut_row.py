"""A command and its key."""

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.actions import Command
from app.ui.dialogs.shortcut_row import ShortcutRow
from app.ui.plain_keeper import PlainKeeper
from app.ui.shortcuts import Shortcuts
from app.ui.theme.theme import Theme
from tests.unit.ui.test_shortcuts import made_for


@pytest.fixture
def shortcuts(window: QWidget) -> Shortcuts:
    return made_for(window, PlainKeeper(parent=window))


@pytest.fixture
def row(qtbot: QtBot, theme: Theme, shortcuts: Shortcuts) -> ShortcutRow:
    made = ShortcutRow(theme, shortcuts, Command.BRANCH)
    qtbot.addWidget(made)
    made.show()
    return made


def press(row: ShortcutRow, key: str) -> None:
    row.key_button.pressed_keys.emit(QKeySequence(key)[0])


def test_another_key_holds_and_can_be_set_back(row: ShortcutRow, shortcuts: Shortcuts) -> None:
    assert not row.reset_button.isVisible()
    press(row, "Ctrl+J")
    assert (shortcuts.key_of(Command.BRANCH), row.key_button.accessibleName()) == ("Ctrl+J", "Ctrl+J")
    row.reset_button.click()
    assert (shortcuts.key_of(Command.BRANCH), row.reset_button.isVisible()) == ("Ctrl+Shift+B", False)


def test_a_key_can_be_taken_away(row: ShortcutRow, shortcuts: Shortcuts) -> None:
    row.key_button.emptied.emit()
    assert (shortcuts.key_of(Command.BRANCH), row.key_button.accessibleName()) == ("", "No key")


def test_a_key_of_another_command_is_taken_only_when_wanted(row: ShortcutRow, shortcuts: Shortcuts) -> None:
    press(row, "Ctrl+N")
    assert row.trouble.text() == "Ctrl+N is the key of “New conversation”."
    assert shortcuts.key_of(Command.NEW_CONVERSATION) == "Ctrl+N"
    row.take_button.click()
    assert (shortcuts.key_of(Command.BRANCH), shortcuts.key_of(Command.NEW_CONVERSATION)) == ("Ctrl+N", "")
    assert not row.trouble.isVisible()


def test_what_cannot_be_a_key_is_told_with_the_next_step(row: ShortcutRow, shortcuts: Shortcuts) -> None:
    press(row, "A")
    assert (row.trouble.isVisible(), row.take_button.isVisible()) == (True, False)
    assert shortcuts.key_of(Command.BRANCH) == "Ctrl+Shift+B"
    press(row, "Ctrl+Shift+B")
    assert shortcuts.key_of(Command.BRANCH) == "Ctrl+Shift+B"


def test_its_buttons_tell_which_command_they_are_about(row: ShortcutRow) -> None:
    assert row.key_button.accessibleDescription() == "The key of “Branch”"
    assert (row.reset_button.accessibleName(), row.reset_button.accessibleDescription()) == (
        "Back to the usual key",
        "Branch",
    )
