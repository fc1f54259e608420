"""The line above which the model sees nothing."""

import pytest
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from app.ui.theme.theme import Theme
from app.ui.theme.tokens import LIGHT
from app.ui.transcript.cut_line import CutLine


@pytest.fixture
def line(qtbot: QtBot, theme: Theme) -> CutLine:
    made = CutLine(theme)
    qtbot.addWidget(made)
    made.resize(720, made.height_for(720))
    return made


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "The model does not see the message above"),
        (38, "The model does not see the 38 messages above"),
    ],
)
def test_it_says_how_many_messages_are_not_seen(line: CutLine, count: int, words: str) -> None:
    line.set_count(count)
    assert QAccessible.queryAccessibleInterface(line).text(QAccessible.Text.Name) == words


def test_dashes_run_to_both_edges(line: CutLine) -> None:
    line.set_count(38)
    image = line.grab().toImage()
    row = [image.pixelColor(x, 12).name().upper() == LIGHT.line for x in range(720)]
    assert any(row[:8])
    assert any(row[-8:])
    assert not any(row[300:420])


def test_it_needs_no_layout(line: CutLine) -> None:
    assert line.lay_out(720, 0.0)
    assert line.height_for(100) == line.height_for(720)
