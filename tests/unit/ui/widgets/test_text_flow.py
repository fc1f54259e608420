"""Plain text set in lines of one height."""

import time

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from app.ui.theme.tokens import READING
from app.ui.widgets.text_flow import TextFlow
from tests.fixtures.pace import within

LINE = READING.line
WIDTH = 400.0
MEGABYTE = 1_000_000


@pytest.fixture
def flow(qapp: QApplication) -> TextFlow:
    assert qapp  # without which there are no fonts
    made = TextFlow(READING)
    made.set_width(WIDTH)
    return made


def picture(flow: TextFlow, selected: tuple[int, int] = (0, 0)) -> QImage:
    image = QImage(int(flow.width), max(1, int(flow.height)), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    flow.draw(painter, QRectF(image.rect()), selected, QColor("yellow"))
    painter.end()
    return image


def laid_out(flow: TextFlow, text: str) -> TextFlow:
    flow.set_text(text)
    flow.lay_out()
    return flow


@pytest.mark.parametrize(
    ("text", "height"),
    [("", 0), ("one", LINE), ("one\ntwo", 2 * LINE), ("one\n\ntwo", 2.5 * LINE), ("one\n", LINE)],
)
def test_lines_have_one_height_and_an_empty_one_half_of_it(flow: TextFlow, text: str, height: float) -> None:
    assert laid_out(flow, text).height == height


def test_text_in_other_scripts_keeps_the_line_height(flow: TextFlow) -> None:
    assert laid_out(flow, "abc\nไทย\nשלום\n😀").height == 4 * LINE


def test_an_unbroken_line_is_broken_anywhere(flow: TextFlow) -> None:
    laid_out(flow, "x" * 1000)
    assert flow.height > 5 * LINE
    assert flow.natural_width <= WIDTH


def test_a_long_paragraph_looks_as_if_it_had_not_been_cut(flow: TextFlow) -> None:
    words = "lorem ipsum dolor sit amet " * 400
    height = laid_out(flow, words).height
    narrowest = min(
        flow.place_at(QPointF(WIDTH, y + 1)) - flow.place_at(QPointF(0, y + 1))
        for y in range(0, int(height) - LINE, LINE)
    )
    assert narrowest > 40


def test_growing_looks_the_same_as_being_whole(flow: TextFlow) -> None:
    text = "Slow cooling lets crystals grow. 日本 שלום\n\n" * 30 + "y" * 5000
    for start in range(0, len(text), 7):
        flow.append(text[start : start + 7])
        flow.lay_out()
    grown = picture(flow)
    assert flow.text == text
    assert picture(laid_out(flow, text)) == grown


def test_a_megabyte_in_one_line_is_laid_out_a_little_at_a_time(flow: TextFlow) -> None:
    flow.set_text("x" * MEGABYTE)
    while not flow.is_laid_out:
        with within(0.05):
            flow.lay_out(time.monotonic())
    assert flow.height > 10_000


def test_a_height_that_is_not_known_yet_is_estimated(flow: TextFlow) -> None:
    text = "lorem ipsum dolor sit amet " * 4000
    flow.set_text(text)
    flow.lay_out(0.0)
    estimate = flow.height
    flow.lay_out()
    assert estimate == pytest.approx(flow.height, rel=0.1)


def test_a_new_width_breaks_the_lines_anew(flow: TextFlow) -> None:
    laid_out(flow, "word " * 40)
    before = flow.height
    flow.set_width(WIDTH / 2)
    flow.lay_out()
    assert flow.height >= 2 * before - LINE


@pytest.mark.parametrize("text", ["first line\nsecond", "😀😀😀\nab", "x" * 9000])
def test_every_place_is_found_again(flow: TextFlow, text: str) -> None:
    laid_out(flow, text)
    assert flow.place_at(QPointF(0, 0)) == 0
    assert flow.place_at(QPointF(WIDTH * 2, flow.height + LINE)) == len(text)
    assert flow.place_at(QPointF(WIDTH * 2, flow.height - 1)) == len(text)


def test_a_place_counts_characters_where_qt_counts_halves(flow: TextFlow) -> None:
    laid_out(flow, "😀😀b")
    places = {flow.place_at(QPointF(x, 5)) for x in range(0, 200, 2)}
    assert places == {0, 1, 2, 3}


def test_a_word_is_found_around_a_place(flow: TextFlow) -> None:
    laid_out(flow, "one (two), three")
    assert [flow.text[slice(*flow.word_at(place))] for place in (1, 5, 9, 12)] == ["one", "two", ",", "three"]


def test_what_is_selected_is_marked(flow: TextFlow) -> None:
    laid_out(flow, "one two\nthree")
    yellow = QColor("yellow").rgb()
    marked = picture(flow, (0, 3))
    assert marked.pixel(1, 5) == yellow
    assert picture(flow).pixel(1, 5) != yellow
    assert marked.pixel(1, LINE + 5) != yellow


def test_only_what_is_seen_is_drawn(flow: TextFlow) -> None:
    laid_out(flow, "\n".join(["line"] * 5000))
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    with within(0.2):
        painter = QPainter(image)
        for _ in range(20):
            flow.draw(painter, QRectF(0, 60_000, 100, 100), (0, 0), QColor("yellow"))
        painter.end()


def test_text_from_right_to_left_begins_at_the_right(flow: TextFlow) -> None:
    image = picture(laid_out(flow, "שלום"))
    ink = [x for x in range(image.width()) for y in range(LINE) if image.pixelColor(x, y).lightness() < 128]
    assert min(ink) > WIDTH / 2


def test_a_caret_stands_in_front_of_its_character() -> None:
    flow = TextFlow(READING)
    flow.set_text("one two\nthree")
    assert flow.caret(3).height() == READING.line  # nothing is laid out yet
    flow.set_width(400)
    flow.lay_out()
    assert flow.caret(0).left() == flow.caret(8).left() == 0
    assert flow.caret(8).top() == READING.line
    assert 0 < flow.caret(3).left() < flow.caret(7).left()
