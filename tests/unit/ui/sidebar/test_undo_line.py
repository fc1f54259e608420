"""The line that offers to undo a deletion."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.sidebar.undo_line import UndoLine
from app.ui.theme.theme import Theme


@pytest.fixture
def line(qtbot: QtBot, theme: Theme) -> UndoLine:
    made = UndoLine(theme)
    qtbot.addWidget(made)
    made.resize(256, made.height())
    return made


def test_it_is_hidden_until_there_is_something_to_undo(line: UndoLine) -> None:
    assert line.isHidden()


def test_its_words_have_room_beside_its_buttons(qtbot: QtBot, line: UndoLine) -> None:
    line.show()
    qtbot.waitExposed(line)
    assert line.words.text() == "Moved to the trash"
    assert line.words.fontMetrics().horizontalAdvance(line.words.text()) <= line.words.width()


def test_its_buttons_ask_for_what_they_say(qtbot: QtBot, line: UndoLine) -> None:
    line.show()
    with qtbot.waitSignal(line.undo_wanted):
        qtbot.mouseClick(line.undo_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(line.dismissed):
        qtbot.mouseClick(line.close_button, Qt.MouseButton.LeftButton)


def test_it_knows_whether_it_has_the_focus(qtbot: QtBot, line: UndoLine) -> None:
    line.show()
    line.activateWindow()
    qtbot.waitUntil(line.isActiveWindow)
    line.undo_button.setFocus()
    assert line.has_focus
    qtbot.keyClick(line.undo_button, Qt.Key.Key_Tab)
    assert line.close_button.hasFocus()
    assert line.has_focus
    line.close_button.clearFocus()
    assert not line.has_focus


def test_assistive_tools_are_told_what_happened(line: UndoLine) -> None:
    names = [each.accessibleName() for each in (line, line.undo_button, line.close_button)]
    assert names == ["Moved to the trash", "Undo", "Dismiss"]
