"""The beginning of a text, split into blocks."""

from app.markup.block import Kind
from app.markup.grammar import Grammar
from app.markup.splitting import Context, split


def test_the_gap_before_a_block_belongs_to_its_source(grammar: Grammar) -> None:
    one, two = split(grammar, "\na\n\n\nb\n\n", Context(), {})
    assert (one.block.source, two.block.source) == ("\na\n", "\n\nb\n")
    assert (two.begins, two.end) == (5, 7)


def test_a_list_goes_on_counting_where_its_items_were_read_before(grammar: Grammar) -> None:
    pieces = split(grammar, "\n1. x\n1. y\n\n1) z", Context(marker=".", number=7), {})
    assert [(piece.block.number, piece.block.loose) for piece in pieces] == [
        (7, True),
        (8, False),
        (1, False),
    ]


def test_code_is_read_on_after_a_cut(grammar: Grammar) -> None:
    code, text = split(grammar, "# a\n```\nb\n", Context("```py\n", Kind.CODE, 2), {})
    assert (code.block.kind, code.block.content, code.block.part) == (Kind.CODE, "# a\n", 2)
    assert (code.block.language, text.block.kind) == ("py", Kind.PARAGRAPH)


def test_a_table_brings_its_head_along(grammar: Grammar) -> None:
    (table,) = split(grammar, "| 3 | 4 |\n", Context("| a | b |\n|---|---|\n", Kind.TABLE, 1), {})
    assert table.block.content == "| a | b |\n|---|---|\n| 3 | 4 |\n"
    assert table.block.source == "| 3 | 4 |\n"


def test_an_unclosed_fence_is_open(grammar: Grammar) -> None:
    assert split(grammar, "```\na\n", Context(), {})[0].block.is_open
    assert not split(grammar, "```\na\n```", Context(), {})[0].block.is_open
    assert not split(grammar, "    a\n", Context(), {})[0].block.is_open
