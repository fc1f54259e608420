"""Foreign text on a few lines, with marks in it."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from app.ui.theme.fonts import font
from app.ui.theme.tokens import INTERFACE
from app.ui.widgets.marked_text import Marks, draw_marked

LEFT, WIDTH = 10, 100
MARK = QColor("#FFFF00")


def drawn(
    text: str,
    marks: Marks = (),
    lines: int = 1,
    direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight,
) -> QImage:
    image = QImage(LEFT + WIDTH + 50, 20 * lines + 20, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setLayoutDirection(direction)
    area = QRect(LEFT, 0, WIDTH, 20 * lines)
    draw_marked(painter, area, text, marks, font(INTERFACE), MARK, INTERFACE.line)
    painter.end()
    return image


def places(image: QImage, what: str) -> list[tuple[int, int]]:
    def fits(colour: QColor) -> bool:
        return colour == MARK if what == "mark" else colour.lightness() < 128 and colour.blue() > 20

    return [
        (x, y) for x in range(image.width()) for y in range(image.height()) if fits(image.pixelColor(x, y))
    ]


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    assert qapp


@pytest.mark.parametrize("text", ["Celadon", "שלום", "A long text that has no room", "x" * 500, "😀 " * 99])
@pytest.mark.parametrize("lines", [1, 2])
def test_what_has_no_room_is_cut(text: str, lines: int) -> None:
    ink = places(drawn(text, (), lines), "ink")
    assert ink
    assert min(x for x, _ in ink) >= LEFT - 1
    assert max(x for x, _ in ink) <= LEFT + WIDTH
    assert max(y for _, y in ink) <= 20 * lines


def test_a_second_line_is_used() -> None:
    assert max(y for _, y in places(drawn("A long text that has no room", (), 2), "ink")) > 22


def test_what_was_looked_for_is_marked() -> None:
    nothing, first, second = (
        [x for x, _ in places(drawn("one two", marks), "mark")] for marks in ((), ((0, 3),), ((4, 7),))
    )
    assert nothing == []
    assert min(first) <= LEFT < max(first) < min(second)


def test_marks_find_their_place_behind_characters_of_two_units() -> None:
    plain, behind = (max(x for x, _ in places(drawn(text, ((1, 2),)), "mark")) for text in ("aab", "😀ab"))
    assert behind > plain


def test_a_mark_that_has_no_room_is_not_drawn() -> None:
    assert places(drawn("A long text that has no room", ((24, 28),)), "mark") == []


def test_from_right_to_left_lines_begin_at_the_right() -> None:
    ink = places(drawn("one", direction=Qt.LayoutDirection.RightToLeft), "ink")
    assert max(x for x, _ in ink) >= LEFT + WIDTH - 4
    ink = places(drawn("שלום"), "ink")
    assert min(x for x, _ in ink) <= LEFT + 4
