"""The inside of lines as rich text."""

import pytest

from app.markup.grammar import Grammar
from app.markup.rich_spans import RichSpans, kept_spaces


def shown(grammar: Grammar, line: str) -> str:
    tokens = grammar.inline(line, {}, frozenset({"n"}))
    return RichSpans(styles={"a": ' class="x"'}).inline(tokens)


@pytest.mark.parametrize(
    ("line", "rich"),
    [
        ("**a** `<b>` *c*[^n]", "<b>a</b> <code>&lt;b&gt;</code> <i>c</i><sup>n</sup>"),
        ("[a](https://e.org)", '<a class="x" href="https://e.org">a</a>'),
        ("[a](b.md) ![c](https://e.org/d.png)", 'a <a class="x" href="https://e.org/d.png">c (e.org)</a>'),
    ],
)
def test_a_line_is_written_as_it_is_meant(grammar: Grammar, line: str, rich: str) -> None:
    assert shown(grammar, line) == rich


def test_a_formula_is_what_is_drawn_of_it(grammar: Grammar) -> None:
    tokens = grammar.inline("$x$ $$y$$", {}, frozenset())
    writer = RichSpans(lambda tex, display: f"({tex}{'!' if display else ''})")
    assert writer.inline(tokens) == "(x) (y!)"


def test_spaces_stay_as_many_as_they_are() -> None:
    assert kept_spaces("a   b") == "a &nbsp; b"
