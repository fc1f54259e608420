"""What is a formula, and what is money."""

import pytest

from app.markup.block import Kind
from app.markup.grammar import Grammar
from app.markup.rich_text import rich_text
from tests.unit.markup.conftest import Read


def formulas(grammar: Grammar, read: Read, text: str) -> list[tuple[str, bool]]:
    found: list[tuple[str, bool]] = []

    def note(tex: str, display: bool) -> str:
        found.append((tex, display))
        return "F"

    message = read(text)
    for block in message.blocks:
        rich_text(grammar, block, message.labels, note)
    return found


@pytest.mark.parametrize(
    ("text", "tex"),
    [
        ("so $x^2$ it is", "x^2"),
        (r"so \(a + b\) it is", "a + b"),
        ("$a$-th", "a"),
        (r"$\$5$", r"\$5"),
        ("$2x + 3 = 7$", "2x + 3 = 7"),
        ("$10 \\text{ kg}$", "10 \\text{ kg}"),
    ],
)
def test_formulas_in_a_line(grammar: Grammar, read: Read, text: str, tex: str) -> None:
    assert formulas(grammar, read, text) == [(tex, False)]


@pytest.mark.parametrize(
    "text",
    [
        "it costs $5 and $10",
        "$5-$10 a month",
        "from $20M (or $30M) on",
        "I have $5 in total (in US$)",
        "a $ b $ c",
        "`$x$`",
        r"\$x\$",
        "US$x$",
        "only $one",
    ],
)
def test_money_and_code_are_no_formulas(grammar: Grammar, read: Read, text: str) -> None:
    assert formulas(grammar, read, text) == []


@pytest.mark.parametrize("text", ["$$\na\n$$", "\\[\na\n\\]", "$$ a $$", "\\[a\\].", "text\n$$\na\n$$\ntext"])
def test_formulas_on_lines_of_their_own(read: Read, text: str) -> None:
    (block,) = (each for each in read(text).blocks if each.kind is Kind.FORMULA)
    assert block.content == "a"


def test_a_formula_among_words_may_be_displayed(grammar: Grammar, read: Read) -> None:
    assert formulas(grammar, read, "so $$a$$ and \\[b\\]") == [("a", True), ("b", True)]


@pytest.mark.parametrize("text", ["$$\na\n\nb\n$$", "$$\n" + "a\n" * 200, "$$", "$$\n\n$$"])
def test_what_is_never_closed_is_shown_as_it_stands(read: Read, text: str) -> None:
    assert {block.kind for block in read(text).blocks} == {Kind.PARAGRAPH}


def test_in_a_list_a_formula_ends_with_its_item(grammar: Grammar, read: Read) -> None:
    assert formulas(grammar, read, "- $$\n  a\n  $$\n- b") == [("a", True)]
