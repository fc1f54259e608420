"""What goes beyond all bounds is text: nothing of it is lost, and nothing usual is touched."""

import pytest
from markdown_it.token import Token

from app.markup.bounds import ROWS, rows_of_part
from app.markup.grammar import Grammar
from app.markup.plain_text import plain_text
from tests.unit.markup.conftest import Read


def opened(tokens: list[Token], kind: str) -> int:
    return sum(token.type == f"{kind}_open" for token in tokens)


def read_whole(grammar: Grammar, text: str) -> list[Token]:
    return grammar.whole(text, {}, frozenset())


@pytest.mark.parametrize(
    ("text", "kind", "deep"),
    [
        ("> " * 10 + "words", "blockquote", 10),
        ("- " * 10 + "words", "bullet_list", 10),
        ("> - " * 8 + "words", "bullet_list", 8),
        ("- " * 300 + "words", "bullet_list", 12),
        (">" * 300 + " words", "blockquote", 24),
        ("[^a]: " * 300 + "words", "footnote_reference", 24),
    ],
)
def test_nesting_has_an_end(grammar: Grammar, text: str, kind: str, deep: int) -> None:
    assert opened(read_whole(grammar, text), kind) == deep


@pytest.mark.parametrize("mark", [">", "> ", "- ", "1. ", "> - ", "[^a]: ", "* > 1) "])
def test_what_lies_deeper_is_still_there(grammar: Grammar, read: Read, mark: str) -> None:
    message = read(mark * 300 + " deep words\n\nafter")
    shown = plain_text(grammar, message.blocks, message.labels)
    assert "deep words" in shown
    assert shown.endswith("after")


def test_each_line_of_a_deep_quote_is_still_there(grammar: Grammar, read: Read) -> None:
    message = read("".join(">" * depth + f" line {depth}.\n>\n" for depth in range(1, 200)))
    shown = plain_text(grammar, message.blocks, message.labels)
    assert all(f"line {depth}." in shown for depth in range(1, 200))


@pytest.mark.parametrize(("columns", "tables"), [(3, 1), (60, 1), (70, 0), (1000, 0)])
def test_a_table_is_only_so_wide(grammar: Grammar, columns: int, tables: int) -> None:
    text = "|a" * columns + "\n" + "|-" * columns + "\n" + "|b" * columns
    assert opened(grammar.blocks(text, {}), "table") == tables


def test_no_more_rows_are_read_than_a_part_has_and_one(grammar: Grammar) -> None:
    tokens = grammar.blocks("|a|b|\n|-|-|\n" + "c\n" * 1000, {})
    assert opened(tokens, "tr") == 1 + ROWS + 1


def test_a_table_within_an_item_has_more_rows_but_not_any_number(grammar: Grammar) -> None:
    rows = "".join(f"  |{number}|b|\n" for number in range(400))
    tokens = read_whole(grammar, "- |a|b|\n  |-|-|\n" + rows)
    assert opened(tokens, "tr") == 201
    inside = "".join(token.content for token in tokens if token.type == "inline")
    assert all(str(number) in inside for number in range(400))


@pytest.mark.parametrize(("columns", "rows"), [(0, ROWS), (4, ROWS), (40, 10), (1000, 1)])
def test_a_part_of_a_wide_table_has_fewer_rows(columns: int, rows: int) -> None:
    assert rows_of_part(columns) == rows


@pytest.mark.parametrize("opening", ["```" + "a" * 2000, "`" * 2000, "~~~ " + "a " * 1000])
def test_a_fence_opens_in_a_short_line(grammar: Grammar, opening: str) -> None:
    assert grammar.blocks(opening + "\ncode", {})[0].type == "paragraph_open"
    assert grammar.blocks(opening[:500] + "\ncode", {})[0].type == "fence"


def test_brackets_that_never_close_are_text(grammar: Grammar) -> None:
    tokens = grammar.inline("![a [b](c) [d", {}, frozenset())
    assert [token.type for token in tokens] == ["text", "link_open", "text", "link_close", "text"]
    assert tokens[-1].content == " [d"
