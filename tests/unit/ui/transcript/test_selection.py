"""Selections across messages."""

import pytest

from app.ui.transcript.selection import Place, Selection

MIDDLE = Place(4, 1, 7)


def test_a_click_selects_nothing() -> None:
    selection = Selection.at(MIDDLE)
    assert selection.is_empty
    assert not selection.holds_row(4)
    assert selection.span(4, 1, 20) is None


@pytest.mark.parametrize("head", [Place(5, 0, 3), Place(2, 6, 1), Place(4, 0, 9), Place(4, 1, 2)])
def test_it_has_an_order_whichever_way_it_is_drawn(head: Place) -> None:
    selection = Selection.at(MIDDLE).to(head)
    assert (selection.first, selection.last) == tuple(sorted((MIDDLE, head)))
    assert selection.anchor == MIDDLE


def test_inside_one_block_it_is_a_part_of_it() -> None:
    assert Selection(MIDDLE, Place(4, 1, 3)).span(4, 1, 20) == (3, 7)


def test_blocks_between_its_ends_are_whole() -> None:
    selection = Selection(Place(2, 1, 5), Place(4, 0, 6))
    spans = {
        (2, 0): None, (2, 1): (5, 20), (2, 2): (0, 20), (3, 0): (0, 20), (4, 0): (0, 6), (4, 1): None,
    }  # fmt: skip
    assert {place: selection.span(*place, 20) for place in spans} == spans
    assert [row for row in range(7) if selection.holds_row(row)] == [2, 3, 4]


def test_it_never_reaches_beyond_a_block() -> None:
    assert Selection(Place(0, 0, 5), Place(9, 0, 0)).span(0, 0, 3) is None
    assert Selection(Place(0, 0, 1), Place(0, 0, 50)).span(0, 0, 3) == (1, 3)


def test_words_stay_whole_when_it_is_drawn_on_by_words() -> None:
    word = Selection(Place(1, 0, 10), Place(1, 0, 15))
    later, earlier = (Selection(Place(1, 0, at), Place(1, 0, at + 4)) for at in (20, 2))
    assert word.joined(later).span(1, 0, 50) == (10, 24)
    assert word.joined(earlier).span(1, 0, 50) == (2, 15)
    assert word.joined(word).span(1, 0, 50) == (10, 15)
