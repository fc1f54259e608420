"""The rows of a table."""

from app.markup.block import Block, Kind
from app.markup.grammar import Grammar
from app.markup.table import read_table

TEXT = "| a | b \\| c | d |\n|:--|:-:|--:|\n| 1 | **2** |\n| 3 | 4 | 5 | 6 |\n"


def test_rows_have_as_many_cells_as_the_head(grammar: Grammar) -> None:
    table = read_table(grammar, Block(Kind.TABLE, "", TEXT))
    assert table.sides == ("left", "center", "right")
    assert table.head == ("a", "b | c", "d")
    assert table.rows == (("1", "**2**", ""), ("3", "4", "5"))


def test_a_part_that_goes_on_has_no_head(grammar: Grammar) -> None:
    assert read_table(grammar, Block(Kind.TABLE, "", TEXT, part=1)).head == ()


def test_what_is_no_table_has_no_rows(grammar: Grammar) -> None:
    assert read_table(grammar, Block(Kind.TABLE, "", "text")).rows == ()
