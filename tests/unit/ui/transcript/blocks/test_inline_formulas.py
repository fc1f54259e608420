"""Formulas among words."""

from pytestqt.qtbot import QtBot

from app.ui.transcript.blocks.inline_formulas import PLACE
from app.ui.transcript.blocks.painted_block import PaintedBlock
from tests.unit.ui.transcript.blocks.conftest import WIDTH, Make


def drawn(qtbot: QtBot, make: Make, text: str, count: int) -> PaintedBlock:
    block = make(text)
    qtbot.waitUntil(lambda: block.height(WIDTH) > 0 and block.text().count(PLACE) == count)
    return block


def test_a_picture_takes_the_place_of_the_source(
    qtbot: QtBot, make: Make, changed: list[PaintedBlock]
) -> None:
    text = r"😀 so $x$ and \(y\) are"
    assert make(text).text() == text
    block = drawn(qtbot, make, text, 2)
    assert block.text() == f"😀 so {PLACE} and {PLACE} are"
    assert block.copied((0, 99)) == "😀 so $x$ and $y$ are"
    assert block.copied((6, 99)) == " and $y$ are"
    assert block.copied((0, 4)) == "😀 so"
    assert block in changed


def test_low_formulas_leave_the_line_as_it_is(qtbot: QtBot, make: Make) -> None:
    block = drawn(qtbot, make, "so $x$ is", 1)
    assert block.height(WIDTH) == 24
    line = block._document.begin().layout().lineAt(0)
    assert (line.height(), line.y()) == (19, 5)


def test_high_formulas_make_it_higher(qtbot: QtBot, make: Make) -> None:
    assert drawn(qtbot, make, r"so $\frac{a}{\frac{b}{c}}$ is", 1).height(WIDTH) > 24
