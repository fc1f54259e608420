from datetime import date

import pytest

from app.domain.reckoning import Yardstick, amount, beginning, largest, stretches
from app.domain.statistics import Spent

FIRST = date(2026, 11, 2)  # a Monday
SPENT = Spent(2, 100, 20, 30, 4, 1_500_000)


@pytest.mark.parametrize(
    ("by", "much"), [(Yardstick.TOKENS, (120, 34)), (Yardstick.ANSWERS, (2, 0)), (Yardstick.COST, (1.5, 0))]
)
def test_what_is_known_and_what_is_estimated_are_told_apart(by: Yardstick, much: tuple[float, float]) -> None:
    assert amount(SPENT, by) == much
    assert amount(Spent(), by) == (0, 0)


def test_of_a_short_span_every_day_is_told() -> None:
    told = stretches({date(2026, 11, 4): SPENT}, FIRST, date(2026, 11, 8))
    assert [each.first.day for each in told] == [2, 3, 4, 5, 6, 7, 8]
    assert [each.spent.requests for each in told] == [0, 0, 2, 0, 0, 0, 0]


def test_of_a_longer_one_weeks_and_then_months() -> None:
    by_day = {date(2026, 11, 4): SPENT, date(2026, 11, 8): SPENT}
    weeks = stretches(by_day, FIRST, date(2027, 3, 3))
    assert (weeks[0].first, weeks[0].last, weeks[0].spent.requests) == (FIRST, date(2026, 11, 8), 4)
    assert weeks[-1].last == date(2027, 3, 3)
    months = stretches(by_day, FIRST, date(2031, 3, 3))
    assert (months[0].first, months[0].last) == (FIRST, date(2026, 11, 30))
    assert (months[1].first, months[1].last) == (date(2026, 12, 1), date(2026, 12, 31))
    assert sum(each.spent.requests for each in months) == 4


def test_drawing_begins_with_the_first_day_on_which_anything_was_spent() -> None:
    assert beginning({date(2026, 11, 4): SPENT}, date(2000, 1, 1), FIRST.replace(day=20)).day == 4
    assert beginning({}, date(2000, 1, 1), FIRST) == FIRST


def test_the_largest_parts_come_first_and_what_weighs_nothing_not_at_all() -> None:
    parts = {"small": Spent(1, 5, 0), "large": SPENT, "nothing": Spent(3)}
    assert [name for name, _ in largest(parts, Yardstick.TOKENS, 5)] == ["large", "small"]
    assert [name for name, _ in largest(parts, Yardstick.ANSWERS, 1)] == ["nothing"]
