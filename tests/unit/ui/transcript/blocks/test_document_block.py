"""Blocks that keep a document."""

import pytest
from PySide6.QtCore import QPointF

from app.ui.theme.theme import Scheme
from app.ui.transcript.blocks.surroundings import Surroundings
from tests.unit.ui.transcript.blocks.conftest import WIDTH, Make, Picture, colours_of

TEXTS = (
    "one two three",
    "😀 *a* `b`\n\n",
    "- a\n  - b",
    "> a\n> > b",
    "```\na\n\nb c\n```",
    "# שלום a",
    "[^a]: b",
)


@pytest.mark.parametrize("text", TEXTS)
def test_where_a_caret_stands_is_found_again(make: Make, text: str) -> None:
    block = make(text)
    for position in range(len(block.text())):
        if block.text()[position] != "\n":
            assert block.position_at(block.rect_of(position).center()) in (position, position + 1)


@pytest.mark.parametrize("text", TEXTS)
def test_far_away_is_the_nearest_place(make: Make, text: str) -> None:
    block = make(text)
    assert block.position_at(QPointF(-500, -500)) == 0
    assert block.position_at(QPointF(5000, 5000)) == len(block.text())


def test_another_theme_is_seen_at_once(make: Make, picture: Picture, surroundings: Surroundings) -> None:
    block = make("text `code`")
    assert surroundings.theme.colours.ink in colours_of(picture(block))
    surroundings.theme.choose(Scheme.DARK)
    assert {surroundings.theme.colours.ink, surroundings.theme.colours.code} <= colours_of(picture(block))


def test_a_larger_text_takes_more_room(make: Make, surroundings: Surroundings) -> None:
    block = make("text")
    assert block.height(WIDTH) == 24
    surroundings.theme.resize_text(200)
    assert block.estimate(WIDTH) == block.height(WIDTH) == 48


def test_a_narrow_column_makes_more_lines(make: Make) -> None:
    block = make("word " * 30)
    assert block.height(100) > block.height(WIDTH)
    assert block.estimate(100) > block.estimate(WIDTH)


def test_a_released_block_is_made_anew(make: Make, picture: Picture) -> None:
    block = make("text")
    before = picture(block)
    block.release()
    assert block._document is None
    assert picture(block) == before


def test_links_are_found_where_they_are_seen(make: Make) -> None:
    block = make("see [here](https://e.org) now")
    assert block.link_at(block.rect_of(5).center()).address == "https://e.org"
    assert block.link_at(block.rect_of(1).center()) is None
    assert block.link_at(QPointF(390, 10)) is None
