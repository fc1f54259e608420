"""What was spent in words."""

from datetime import date

import pytest

from app.domain.reckoning import Stretch, Yardstick
from app.domain.statistics import Spent
from app.ui.statistics import spent_words

SPENT = Spent(1, 1_100, 134, 20, 2, 1_234_000)


@pytest.mark.parametrize(
    ("by", "short", "spoken"),
    [
        (Yardstick.TOKENS, "≈ 1.3\N{NO-BREAK SPACE}k", "1\u202f256 tokens, 22 of them estimated"),
        (Yardstick.ANSWERS, "1", "1 answer"),
        (Yardstick.COST, "$1.23", "$1.23"),
    ],
)
def test_each_measure_is_short_in_a_picture_and_whole_in_words(
    by: Yardstick, short: str, spoken: str
) -> None:
    assert (spent_words.short(SPENT, by), spent_words.spoken(SPENT, by)) == (short, spoken)


def test_a_cost_may_be_small_or_unknown() -> None:
    assert [spent_words.dollars(cost) for cost in (None, 0, 4_200)] == ["unknown", "$0.00", "$0.0042"]


def test_days_weeks_and_months_are_named() -> None:
    day = Stretch(date(2026, 11, 2), date(2026, 11, 2), SPENT)
    week = Stretch(date(2026, 11, 2), date(2026, 11, 8), SPENT)
    month = Stretch(date(2026, 11, 1), date(2026, 11, 30), SPENT)
    assert [spent_words.stretch_label(each) for each in (day, week, month)] == ["2 Nov", "2 Nov", "Nov 2026"]
    assert [spent_words.stretch_name(each) for each in (day, week)] == ["2 Nov 2026", "2 Nov to 8 Nov 2026"]


def test_every_measure_has_a_name() -> None:
    assert len({spent_words.yardstick(by) for by in Yardstick}) == len(Yardstick)
