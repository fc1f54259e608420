"""What stands beside the text."""

import pytest
from PySide6.QtGui import QTextBlockFormat, QTextListFormat

from tests.unit.ui.transcript.blocks.conftest import Make, Picture, colours_of


def signs(make: Make, text: str) -> list[tuple[str, int]]:
    return [(mark.sign, mark.level) for mark in make(text)._marks.signs]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- a\n  - b\n    1. c\n    1. d", [("bullet", 1), ("bullet", 2), ("1.", 3), ("2.", 3)]),
        ("7. a", [("7.", 1)]),
        ("- [ ] a\n  - [x] b", [("unchecked", 1), ("checked", 2)]),
        ("text", []),
    ],
)
def test_items_have_signs(make: Make, text: str, expected: list[tuple[str, int]]) -> None:
    assert signs(make, text) == expected


def test_qts_own_signs_and_grounds_are_gone(make: Make) -> None:
    made = make("- [x] a\n\n      b")
    block = made._document.begin()
    while block.isValid():
        assert block.blockFormat().marker() is QTextBlockFormat.MarkerType.NoMarker
        assert not block.blockFormat().hasProperty(QTextBlockFormat.Property.BackgroundBrush)
        if block.textList():
            assert block.textList().format().style() is QTextListFormat.Style.ListStyleUndefined
        block = block.next()


def test_quotes_know_how_deep_they_are(make: Make) -> None:
    marks = make("> a\n>\n> > b\n> > ```\n> > c\n> > ```\n>\n> d")._marks
    assert marks.quotes == ((0, 1), (1, 2), (2, 2), (3, 1))
    assert marks.codes == {2}


def test_from_right_to_left_a_quote_is_set_in_from_the_right(make: Make) -> None:
    made = make("> שלום")
    form = made._document.begin().blockFormat()
    assert (form.leftMargin(), form.rightMargin()) == (0, 16)


@pytest.mark.parametrize(
    ("text", "tone"),
    [
        ("- a", "quiet"),
        ("- [x] a", "accent"),
        ("- [ ] a", "quiet"),
        ("> a", "line"),
        (">     a", "code"),
        ("1. א", "quiet"),
    ],
)
def test_marks_are_painted(make: Make, picture: Picture, text: str, tone: str) -> None:
    block = make(text)
    assert block._around.theme.colours.of(tone) in colours_of(picture(block))


def test_code_at_the_edge_of_a_quote_has_its_ground_inside(make: Make) -> None:
    assert make(">     a").height(400) == 20 + 2 * 8
