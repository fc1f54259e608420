"""A label for plain text of any length."""

import pytest
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.theme.theme import Theme
from app.ui.theme.tokens import HEADING, LIGHT, READING, SEMIBOLD
from app.ui.widgets.flow_label import FlowLabel


@pytest.fixture
def label(qtbot: QtBot, theme: Theme) -> FlowLabel:
    made = FlowLabel(theme, READING)
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.set_text("one two three\nfour")
    made.show()
    return made


def test_an_assistive_tool_finds_the_text(label: FlowLabel) -> None:
    label.append_text(" five")
    seen = QAccessible.queryAccessibleInterface(label)
    assert seen.text(QAccessible.Text.Name) == "one two three\nfour five"
    assert seen.role() == QAccessible.Role.StaticText


@pytest.mark.parametrize("width", [120, 400])
def test_its_height_for_a_width_is_that_of_its_lines(label: FlowLabel, width: int) -> None:
    label.set_text("word " * 30)
    height = label.heightForWidth(width)
    assert height % READING.line == 0
    label.resize(width, height)
    assert label.flow_height == height


def test_it_has_the_tone_it_was_told(label: FlowLabel) -> None:
    label.set_tone("bad")
    image = label.grab().toImage()
    seen = {image.pixelColor(x, y).name() for x in range(120) for y in range(READING.line)}
    assert QColor(LIGHT.bad).name() in seen


def test_a_layout_gives_it_the_height_of_its_lines(qtbot: QtBot, theme: Theme) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    label = FlowLabel(theme, READING)
    column = QVBoxLayout(page)
    column.addWidget(label)
    column.addStretch(1)
    page.resize(600, 600)
    page.show()
    label.set_text("word " * 60)
    for width in (600, 300):
        page.resize(width, 600)
        qtbot.waitUntil(lambda: label.height() == label.flow_height)


def test_a_long_text_is_not_laid_out_at_once(label: FlowLabel) -> None:
    label.set_text("x" * 1_000_000)
    assert not label.lay_out(0.0)
    assert label.sizeHint().height() > 10_000


def test_a_heavy_text_asks_for_the_height_of_its_own_weight(qtbot: QtBot, theme: Theme) -> None:
    """Heavier letters are wider, so there are widths at which they alone need another line."""
    heavy, laid_out = (FlowLabel(theme, HEADING, weight=SEMIBOLD) for _ in range(2))
    for label in (heavy, laid_out):
        qtbot.addWidget(label)
        label.set_text("The history is newer than this Sotto")
    for width in range(120, 420, 2):
        laid_out.use_width(width)
        laid_out.lay_out()
        assert heavy.heightForWidth(width) == laid_out.flow_height
