"""Formulas on lines of their own."""

from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from app.ui.theme.theme import Scheme
from app.ui.transcript.blocks.painted_block import Highlights, PaintedBlock
from app.ui.transcript.blocks.surroundings import Surroundings
from tests.unit.ui.transcript.blocks.conftest import WIDTH, Make, Picture, colours_of


def test_the_source_is_seen_until_the_picture_comes(
    qtbot: QtBot, make: Make, picture: Picture, changed: list[PaintedBlock], surroundings: Surroundings
) -> None:
    block = make(r"$$\frac{a}{b}$$")
    before = picture(block)
    assert block.text() == r"\frac{a}{b}"
    assert block.height(WIDTH) == 20
    qtbot.waitUntil(lambda: changed == [block])
    assert block.height(WIDTH) > 30
    assert picture(block) != before
    assert block.text() == r"\frac{a}{b}"
    assert surroundings.theme.colours.selection in colours_of(picture(block, Highlights((0, 3))))
    assert surroundings.theme.colours.mark in colours_of(picture(block, Highlights(found=[(0, 3)])))


def test_a_place_is_before_or_after_the_picture(
    qtbot: QtBot, make: Make, changed: list[PaintedBlock]
) -> None:
    block = make("$$x = 1$$")
    assert block.position_at(QPointF(0, 10)) == 0
    qtbot.waitUntil(lambda: changed == [block])
    end = len(block.text())
    assert block.position_at(QPointF(0, 10)) == 0
    assert block.position_at(QPointF(390, 10)) == end
    assert block.rect_of(0).x() < WIDTH / 2 < block.rect_of(end).x()


def test_what_cannot_be_drawn_stays_source(qtbot: QtBot, make: Make, changed: list[PaintedBlock]) -> None:
    block, other = make(r"$$\frac{$$"), make("$$y$$")
    qtbot.waitUntil(lambda: changed == [other])
    assert block.height(WIDTH) == 20
    assert block.rect_of(0).height() > 0


def test_a_wide_formula_moves_sideways(qtbot: QtBot, make: Make, changed: list[PaintedBlock]) -> None:
    block = make("$$" + "a + " * 40 + "b$$")
    qtbot.waitUntil(lambda: changed == [block])
    block.height(WIDTH)
    assert block.scroll_by(40)
    assert block.rect_of(0).x() == -40


def test_another_theme_draws_it_anew(
    qtbot: QtBot, make: Make, picture: Picture, changed: list[PaintedBlock], surroundings: Surroundings
) -> None:
    block = make("$$x$$")
    qtbot.waitUntil(lambda: changed == [block])
    surroundings.theme.choose(Scheme.DARK)
    picture(block)
    qtbot.waitUntil(lambda: changed == [block, block])
    block.release()
    assert block.height(WIDTH) > 0
