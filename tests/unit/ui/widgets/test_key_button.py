"""A button that takes keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.theme.theme import Theme
from app.ui.widgets.key_button import KeyButton

CONTROL = Qt.KeyboardModifier.ControlModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier


@pytest.fixture
def button(qtbot: QtBot, theme: Theme) -> KeyButton:
    made = KeyButton(theme)
    qtbot.addWidget(made)
    made.show_key("Ctrl+N")
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    return made


def test_it_shows_the_key_or_that_there_is_none(button: KeyButton) -> None:
    assert button.accessibleName() == "Ctrl+N"
    button.show_key("")
    assert button.accessibleName() == "No key"


@pytest.mark.parametrize("modifiers", [CONTROL, CONTROL | KEYPAD])
def test_pressed_it_takes_the_next_keys(
    qtbot: QtBot, button: KeyButton, modifiers: Qt.KeyboardModifier
) -> None:
    button.click()
    assert (button.accessibleName(), button.isChecked()) == ("Press keys…", True)
    qtbot.keyClick(button, Qt.Key.Key_Control)
    with qtbot.waitSignal(button.pressed_keys) as pressed:
        qtbot.keyClick(button, Qt.Key.Key_J, modifiers)
    assert QKeySequence(pressed.args[0]) == QKeySequence("Ctrl+J")
    assert (button.accessibleName(), button.listens) == ("Ctrl+N", False)


def test_escape_leaves_it_as_it_is_and_backspace_takes_it_away(qtbot: QtBot, button: KeyButton) -> None:
    button.click()
    with qtbot.assertNotEmitted(button.pressed_keys):
        qtbot.keyClick(button, Qt.Key.Key_Escape)
    assert button.accessibleName() == "Ctrl+N"
    button.click()
    with qtbot.waitSignal(button.emptied):
        qtbot.keyClick(button, Qt.Key.Key_Backspace)


def test_while_it_listens_no_key_means_anything_else(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column, button, done = QVBoxLayout(window), KeyButton(theme), []
    column.addWidget(button)
    QShortcut(QKeySequence("Ctrl+J"), window).activated.connect(lambda: done.append("done"))
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    button.setFocus()
    button.click()
    qtbot.keyClick(button, Qt.Key.Key_J, CONTROL)
    assert done == []
    qtbot.keyClick(button, Qt.Key.Key_J, CONTROL)
    assert done == ["done"]


def test_who_goes_elsewhere_has_changed_nothing(button: KeyButton) -> None:
    button.click()
    button.clearFocus()
    assert (button.accessibleName(), button.isChecked()) == ("Ctrl+N", False)
