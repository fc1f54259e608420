"""Bars, drawn and told."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from app.ui.theme.theme import Theme
from app.ui.widgets.bar_chart import Bar, BarChart

BARS = (Bar("a", 5, 5, "A: 10"), Bar("", 0, 0, "B: 0"), Bar("c", 20, 0, "C: 20"))


@pytest.fixture
def chart(qtbot: QtBot, theme: Theme) -> BarChart:
    made = BarChart(theme, "By day")
    qtbot.addWidget(made)
    made.resize(312, 136)
    made.show_bars(BARS)
    made.show()
    return made


def test_all_that_is_not_nothing_is_told(chart: BarChart) -> None:
    assert (chart.accessibleName(), chart.accessibleDescription()) == ("By day", "A: 10; C: 20")


def test_it_is_walked_by_key_and_says_where_one_is(qtbot: QtBot, chart: BarChart) -> None:
    told: list[str] = []
    chart.looked_at.connect(told.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Left, Qt.Key.Key_Home):
        qtbot.keyClick(chart, key)
    assert told == ["A: 10", "B: 0", "C: 20", "B: 0", "A: 10"]
    assert chart.accessibleDescription() == "A: 10"


def test_from_right_to_left_the_keys_go_the_other_way(qtbot: QtBot, chart: BarChart) -> None:
    chart.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.at == BARS[0]


def test_the_pointer_looks_at_what_is_under_it(qtbot: QtBot, chart: BarChart) -> None:
    qtbot.mouseMove(chart, QPoint(260, 60))
    qtbot.waitUntil(lambda: chart.at == BARS[2])


def test_heights_are_in_proportion_and_estimates_fade(chart: BarChart, theme: Theme) -> None:
    chart.clearFocus()
    picture = chart.grab().toImage()
    ground, colour = 136 - 6 - 16, theme.colours.accent.lower()
    heights = [sum(picture.pixelColor(x, y).name() == colour for y in range(ground)) for x in (56, 156, 256)]
    assert heights[1] == 0
    assert heights[2] == pytest.approx(4 * heights[0], rel=0.1)
    faded = picture.pixelColor(56, ground - heights[0] - 6).name()
    assert faded not in (colour, picture.pixelColor(56, 2).name())


def test_without_bars_it_has_nothing_to_say(qtbot: QtBot, chart: BarChart) -> None:
    chart.show_bars(())
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert (chart.at, chart.accessibleDescription()) == (None, "")
