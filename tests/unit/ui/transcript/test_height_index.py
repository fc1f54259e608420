"""Heights with sums by chunks, held against plain lists."""

import random

import pytest

from app.ui.transcript.height_index import HeightIndex
from tests.fixtures.pace import within


def filled(heights: list[int]) -> HeightIndex:
    made = HeightIndex(len(heights), 10)
    for row, height in enumerate(heights):
        made.set(row, height)
    return made


def test_new_rows_have_the_estimated_height() -> None:
    made = HeightIndex(3, 40)
    assert (len(made), made.total, made[2]) == (3, 120, 40)


def test_an_empty_one_has_no_height() -> None:
    assert HeightIndex().total == 0


@pytest.mark.parametrize("count", [1, 511, 512, 513, 2000])
def test_offsets_and_places_are_those_of_a_plain_list(count: int) -> None:
    heights = [random.Random(row).randrange(1, 90) for row in range(count)]  # noqa: S311
    made = filled(heights)
    assert made.total == sum(heights)
    for row in range(0, count, 37):
        assert made.offset(row) == sum(heights[:row])
        assert made.find(made.offset(row)) == (row, 0)
        assert made.find(made.offset(row) + heights[row] - 1) == (row, heights[row] - 1)


def test_rows_without_a_height_are_never_found() -> None:
    assert filled([0, 0, 7, 0, 5]).find(0) == (2, 0)
    assert filled([0, 0, 7, 0, 5]).find(7) == (4, 0)


def test_a_place_behind_the_end_is_in_the_last_row() -> None:
    assert filled([5, 5]).find(12) == (1, 7)


@pytest.mark.parametrize(
    ("first", "then"), [(0, 700), (700, 1500), (511, 512), (1500, 700), (1024, 512), (9, 9)]
)
def test_it_grows_and_shrinks_at_its_end(first: int, then: int) -> None:
    made = HeightIndex(first, 10)
    kept = min(first, then)
    for row in range(0, kept, 3):
        made.set(row, 25)
    made.resize(then)
    expected = [25 if row < kept and row % 3 == 0 else 10 for row in range(then)]
    assert made.total == sum(expected)
    assert made.offset(then) == sum(expected)


def test_a_hundred_thousand_rows_are_ready_at_once() -> None:
    with within(0.02):
        made = HeightIndex(100_000, 150)
        made.set(99_999, 10)
        assert made.find(made.offset(50_000)) == (50_000, 0)
