"""Words without marks."""

import pytest

from app.markup.grammar import Grammar
from app.markup.plain_text import Heading, headings, plain_text
from tests.unit.markup.conftest import Read


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("# A *b*\n\nc `d` [e](https://e.org)\n\n***\n", "A b\nc d e"),
        ("- a\n  - b\n- [x] c", "a\nb\n[x] c"),
        ("> a\n> b", "a b"),
        ("```py\nx\n\ny\n```", "x\n\ny"),
        ("| a | b |\n|---|---|\n| c | **d** |", "a\tb\t\nc\td"),
        ("$$x$$\n\nso $y$", "x\nso $y$"),
        ("<b>x</b>\n\n<div>\ny", "<b>x</b>\n<div>\ny"),
        ("![a](https://e.org/x.png)", "a (e.org)"),
        ("[a][b]\n\n[b]: https://e.org", "a"),
    ],
)
def test_words_are_left(grammar: Grammar, read: Read, text: str, plain: str) -> None:
    message = read(text)
    assert plain_text(grammar, message.blocks, message.labels) == plain


def test_the_parts_of_a_long_paragraph_are_words_as_well(grammar: Grammar, read: Read) -> None:
    message = read("*word* " * 2000)
    assert plain_text(grammar, message.blocks, message.labels).split() == ["word"] * 2000


def test_headings_know_their_blocks(grammar: Grammar, read: Read) -> None:
    message = read("a\n\n# B `c`\n\nd\n===\n")
    found = list(headings(grammar, message.blocks, message.labels))
    assert found == [Heading(1, "B c", 1), Heading(1, "d", 2)]
