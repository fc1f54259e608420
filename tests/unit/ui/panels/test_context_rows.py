"""Rows found by their number, however many there are."""

import pytest

from app.domain.branch import Range
from app.domain.ledger import Reason
from app.ui.panels.context_rows import ContextRows, Kind, length_of
from tests.fakes.scripted_inspecting import an_item, told
from tests.fixtures.pace import within


def kinds(rows: ContextRows) -> list[tuple[Kind, int, bool]]:
    made = (rows.row(number, {}) for number in range(len(rows)))
    return [(row.kind, row.position, row.is_sent) for row in made]


def test_instructions_items_and_the_question_follow_one_another() -> None:
    rows = ContextRows(told(5, 3), 5, has_question=True)
    assert kinds(rows) == [
        (Kind.INSTRUCTIONS, 0, True),
        (Kind.ITEM, 1, False),
        (Kind.ITEM, 2, False),
        (Kind.ITEM, 3, True),
        (Kind.ITEM, 4, False),
        (Kind.ITEM, 5, True),
        (Kind.QUESTION, 6, True),
    ]
    assert [rows.row(number, {}).reason for number in (1, 4)] == [Reason.OVER_BUDGET, Reason.EXCLUDED]


def test_a_summary_stands_behind_what_it_stands_for() -> None:
    rows = ContextRows(told(5, 3, summary=2), 5, has_question=False)
    assert [kind for kind, _, _ in kinds(rows)] == [
        Kind.INSTRUCTIONS,
        Kind.ITEM,
        Kind.ITEM,
        Kind.SUMMARY,
        *[Kind.ITEM] * 3,
    ]
    assert rows.summary_row == 3
    assert [rows.number_of(position) for position in (1, 2, 3, 5)] == [1, 2, 4, 6]


def test_the_first_that_is_sent_is_where_the_cut_is_whatever_is_pinned_before() -> None:
    rows = ContextRows(told(9, 6, pinned=(2,)), 9, has_question=True)
    assert rows.row(rows.first_sent, {}).position == 6
    assert rows.row(rows.number_of(2), {}).item == an_item(2, is_pinned=True)


def test_what_is_not_sent_shows_once_somebody_has_looked() -> None:
    rows = ContextRows(told(5, 3), 5, has_question=True)
    assert rows.row(1, {}).item is None
    assert rows.row(1, {1: an_item(1)}).item == an_item(1)


def test_where_the_looked_at_lie_is_told_in_stretches() -> None:
    rows = ContextRows(told(9, 6), 9, has_question=True)
    assert list(rows.left_out(range(2, 10))) == [Range(1, 2, 5), Range(1, 8, 8)]
    assert list(rows.left_out([6, 7])) == []


def test_the_dearest_part_measures_the_bars() -> None:
    rows = ContextRows(told(9, 6), 9, has_question=True)
    assert rows.dearest == max(item.tokens for item in told(9, 6).items)


def test_the_length_of_long_ago_is_known_from_the_record() -> None:
    assert length_of(told(9, 6)) == 9


@pytest.mark.parametrize("number", [0, 50_000, 99_999])
def test_a_row_among_very_many_is_found_at_once(number: int) -> None:
    rows = ContextRows(told(100_000, 99_900), 100_000, has_question=True)
    with within(0.1):
        for _ in range(1_000):
            rows.row(number, {})
