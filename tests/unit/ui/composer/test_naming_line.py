"""A line that asks for a name."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.composer.naming_line import NamingLine
from app.ui.theme.theme import Theme


@pytest.fixture
def line(qtbot: QtBot, theme: Theme) -> NamingLine:
    made = NamingLine(theme)
    qtbot.addWidget(made)
    made.ask("Name of the prompt")
    return made


def test_enter_gives_the_name(qtbot: QtBot, line: NamingLine) -> None:
    assert line.name.accessibleName() == "Name of the prompt"
    qtbot.keyClicks(line.name, "Translate")
    with qtbot.waitSignal(line.named) as named:
        qtbot.keyClick(line.name, Qt.Key.Key_Return)
    assert named.args == ["Translate"]


def test_escape_leaves_it(qtbot: QtBot, line: NamingLine) -> None:
    with qtbot.waitSignal(line.left):
        qtbot.keyClick(line.name, Qt.Key.Key_Escape)
    assert line.isHidden()
    with qtbot.assertNotEmitted(line.left):
        line.leave()
