"""Words on one line."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from app.ui.theme.theme import Theme
from app.ui.theme.tokens import LIGHT
from app.ui.widgets.cut_label import CutLabel


@pytest.fixture
def label(qtbot: QtBot, theme: Theme) -> CutLabel:
    assert theme
    made = CutLabel("Kein Wiederherstellungsschlüssel", quiet=True)
    qtbot.addWidget(made)
    made.resize(100, 20)
    made.show()
    return made


def inked(label: CutLabel) -> list[int]:
    image = label.grab().toImage()
    ground = image.pixelColor(0, 0)
    rows = range(image.height())
    return [x for x in range(image.width()) if any(image.pixelColor(x, y) != ground for y in rows)]


def test_what_does_not_fit_ends_in_dots_before_the_edge(label: CutLabel) -> None:
    assert label.sizeHint().width() > 150
    assert 80 < max(inked(label)) < 99


def test_an_assistive_tool_finds_all_of_it(label: CutLabel) -> None:
    seen = QAccessible.queryAccessibleInterface(label)
    assert seen.text(QAccessible.Text.Name) == "Kein Wiederherstellungsschlüssel"


def test_quiet_words_are_quiet(label: CutLabel) -> None:
    assert label.palette().color(label.foregroundRole()).name().upper() == LIGHT.quiet


def test_from_right_to_left_it_stands_at_the_right(label: CutLabel) -> None:
    label.setText("Ja")
    label.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert min(inked(label)) > 70
