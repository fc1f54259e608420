"""Moments in words."""

from datetime import datetime, timedelta

import pytest

from app.ui.when import clock_time, day, full_moment, group, long_day, short_moment

NOON = datetime(2026, 11, 20, 12, 0).astimezone()  # a Friday


def us(moment: datetime) -> int:
    return int(moment.timestamp() * 1_000_000)


def test_the_clock_time_is_local_and_has_two_digits() -> None:
    assert clock_time(us(NOON.replace(hour=9, minute=5))) == "09:05"


def test_a_day_is_local_and_stands_alone() -> None:
    assert day(us(NOON)) == "2026-11-20"


@pytest.mark.parametrize(
    ("days", "heading", "moment"),
    [
        (-1, "Today", "12:00"),
        (0, "Today", "12:00"),
        (1, "Yesterday", "Thu"),
        (2, "Last 7 days", "Wed"),
        (7, "Last 7 days", "Fri"),
        (8, "November", "12 Nov"),
        (40, "October", "11 Oct"),
        (400, "October 2025", "16 Oct"),
    ],
)
def test_a_moment_is_named_by_its_distance_in_days(days: int, heading: str, moment: str) -> None:
    then = us(NOON - timedelta(days=days))
    assert (group(then, us(NOON)), short_moment(then, us(NOON))) == (heading, moment)


def test_a_day_ends_at_midnight_and_not_after_24_hours() -> None:
    assert group(us(NOON.replace(hour=23) - timedelta(days=1)), us(NOON.replace(hour=0))) == "Yesterday"


def test_a_full_moment_leaves_nothing_to_guess() -> None:
    assert full_moment(us(NOON.replace(month=3, day=3, hour=9, minute=12))) == "3 Mar 2026, 09:12"


def test_a_long_day_has_its_month_in_words() -> None:
    assert long_day(us(NOON)) == "20 November 2026"
