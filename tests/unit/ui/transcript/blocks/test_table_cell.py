"""One cell of a table."""

from PySide6.QtCore import QPointF

from app.markup.runs import Run
from app.ui.transcript.blocks.surroundings import Surroundings
from app.ui.transcript.blocks.table_cell import TableCell


def test_a_cell_knows_what_it_wants_and_wraps_where_it_gets_less(surroundings: Surroundings) -> None:
    cell = TableCell([Run("one two three")], "", surroundings, is_head=False)
    assert cell.least < cell.wanted
    cell.lay_out(cell.wanted)
    assert cell.height == 20
    cell.lay_out(cell.least)
    assert cell.height > 20


def test_an_empty_cell_is_a_line_high(surroundings: Surroundings) -> None:
    cell = TableCell([], "right", surroundings, is_head=False)
    cell.lay_out(100)
    assert (cell.wanted, cell.height) == (0, 20)
    assert cell.place_at(QPointF(5, 5)) == 0
    assert cell.caret(0).x() == 100


def test_text_stands_on_its_side(surroundings: Surroundings) -> None:
    starts = {}
    for side in ("left", "center", "right", ""):
        cell = TableCell([Run("שלום")], side, surroundings, is_head=False)
        cell.lay_out(cell.wanted + 100)
        starts[side] = min(cell.caret(place).x() for place in range(5))
    assert starts["left"] < 5 < starts["center"] < starts["right"] == starts[""]


def test_links_are_joined(surroundings: Surroundings) -> None:
    address = "https://e.org"
    runs = [Run("a "), Run("b", address=address), Run("c", bold=True, address=address)]
    (link,) = TableCell(runs, "", surroundings, is_head=False).links
    assert (link.span, link.host) == ((2, 4), "e.org")
