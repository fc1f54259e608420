from itertools import product

import pytest

from app.domain.branch import Path, Range, Tip

EMPTY = Path(())
FORKED = Path((Range(1, 1, 4), Range(7, 5, 5), Range(9, 6, 9)))
PLACES = [(1, 1), (1, 2), (1, 3), (1, 4), (7, 5), (9, 6), (9, 7), (9, 8), (9, 9)]


def places(ranges: list[Range]) -> list[tuple[int, int]]:
    return [(part.run, depth) for part in ranges for depth in range(part.first, part.last + 1)]


def test_the_length_is_the_depth_of_the_tip() -> None:
    assert (EMPTY.length, FORKED.length) == (0, 9)


def test_a_stretch_is_what_a_plain_list_would_give() -> None:
    for first, last in product(range(-1, 12), repeat=2):
        expected = [place for place in PLACES if first <= place[1] <= last]
        assert places(list(FORKED.between(first, last))) == expected
        assert list(EMPTY.between(first, last)) == []


def test_a_stretch_has_no_empty_range_and_one_for_each_run() -> None:
    assert list(FORKED.between(4, 6)) == [Range(1, 4, 4), Range(7, 5, 5), Range(9, 6, 6)]


def test_a_place_is_written_at_the_run_that_owns_the_item() -> None:
    assert [FORKED.tip_at(depth) for _, depth in PLACES] == [Tip(run, depth) for run, depth in PLACES]


@pytest.mark.parametrize("depth", [0, 10])
def test_where_no_item_is_the_place_before_the_first_is_meant(depth: int) -> None:
    assert FORKED.tip_at(depth) == EMPTY.tip_at(depth) == Tip(None, 0)
