"""The rows of a growing table."""

from app.markup.block import Block, Kind
from app.markup.labels import Labels
from app.ui.transcript.blocks.surroundings import Surroundings
from app.ui.transcript.blocks.table_rows import TableRows

TEXT = "| a | b |\n|---|---|\n| 1 | 2 |\n"


def test_rows_that_are_known_keep_their_cells(surroundings: Surroundings) -> None:
    rows = TableRows(Labels(), surroundings, lambda: None)
    rows.read(Block(Kind.TABLE, "", TEXT))
    before = [row.cells for row in rows.rows]
    rows.read(Block(Kind.TABLE, "", TEXT + "| 3 | 4 |\n"))
    assert [row.cells for row in rows.rows][:2] == before
    assert [row.is_head for row in rows.rows] == [True, False, False]
    rows.forget()
    rows.read(Block(Kind.TABLE, "", TEXT))
    assert rows.rows[0].cells != before[0]


def test_the_first_letter_says_where_the_columns_begin(surroundings: Surroundings) -> None:
    rows = TableRows(Labels(), surroundings, lambda: None)
    rows.read(Block(Kind.TABLE, "", "| א | b |\n|---|---|\n"))
    assert rows.leftward
