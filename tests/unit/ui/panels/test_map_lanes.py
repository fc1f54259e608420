"""The lines of the map, looked at in a picture of each row."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from app.domain.branch_map import branch_map
from app.ui.panels.map_lanes import MARGIN, STEP, Lanes
from app.ui.theme.theme import Theme
from tests.fakes.scripted_branches import few

HEIGHT = 52


@pytest.fixture
def pictures(theme: Theme) -> list[QImage]:
    drawn = branch_map(few())
    seen = drawn.unfolded([])
    lanes = Lanes(drawn, seen)
    made = []
    for place in range(len(seen)):
        picture = QImage(200, HEIGHT, QImage.Format.Format_RGB32)
        picture.fill(theme.colour("side"))
        painter = QPainter(picture)
        lanes.paint(painter, theme, QRectF(0, 0, 200, HEIGHT), place)
        painter.end()
        made.append(picture)
    return made


def inked(picture: QImage, theme: Theme, level: int, y: int) -> bool:
    return picture.pixelColor(MARGIN + STEP * level, y) != theme.colour("side")


def test_a_line_runs_past_what_hangs_on_it_and_ends_where_it_does(
    pictures: list[QImage], theme: Theme
) -> None:
    main_line = [(inked(each, theme, 0, 2), inked(each, theme, 0, HEIGHT - 2)) for each in pictures]
    assert main_line == [(False, True), *[(True, True)] * 5, (True, False)]


def test_a_side_way_begins_with_a_bend_and_goes_on_below(pictures: list[QImage], theme: Theme) -> None:
    second = [(inked(each, theme, 1, 2), inked(each, theme, 1, HEIGHT - 2)) for each in pictures]
    assert second[2:5] == [(False, True), (True, True), (True, True)]


def test_only_the_shown_path_is_lit(pictures: list[QImage], theme: Theme) -> None:
    def reddish(colour: QColor) -> tuple[int, int, int]:
        return colour.red(), colour.green(), colour.blue()

    accent = reddish(theme.colour("accent"))
    lit = [reddish(each.pixelColor(MARGIN, HEIGHT - 2)) == accent for each in pictures]
    assert lit == [True, True, False, False, False, False, False]


def test_words_begin_right_of_their_lane() -> None:
    drawn = branch_map(few())
    lanes = Lanes(drawn, drawn.unfolded([]))
    assert lanes.left(1) == lanes.left(0) + STEP
    assert lanes.left(6) == lanes.left(0)
