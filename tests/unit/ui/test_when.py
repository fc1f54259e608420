"""Moments in words."""

from datetime import datetime, timedelta

import pytest

from app.ui.when import (
    clock_time,
    day,
    full_moment,
    group,
    group_beginning,
    is_same_day,
    long_day,
    short_moment,
    spoken_moment,
)

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
        (800, "2024", "11 Sep"),
    ],
)
def test_a_moment_is_named_by_its_distance_in_days(days: int, heading: str, moment: str) -> None:
    then = us(NOON - timedelta(days=days))
    assert (group(then, us(NOON)), short_moment(then, us(NOON))) == (heading, moment)


def test_a_day_ends_at_midnight_and_not_after_24_hours() -> None:
    assert group(us(NOON.replace(hour=23) - timedelta(days=1)), us(NOON.replace(hour=0))) == "Yesterday"


def test_a_full_moment_leaves_nothing_to_guess() -> None:
    assert full_moment(us(NOON.replace(month=3, day=3, hour=9, minute=12))) == "3 Mar 2026, 09:12"


@pytest.mark.parametrize("days", [-1, 0, 1, 2, 5, 7, 8, 19, 20, 40, 323, 324, 400, 689, 690, 800, 3000])
def test_a_group_begins_where_the_moment_before_has_another_heading(days: int) -> None:
    now, then = us(NOON), us(NOON - timedelta(days=days))
    beginning = group_beginning(then, now)
    assert group(beginning, now) == group(then, now) != group(beginning - 1, now)


def test_days_are_compared_as_they_are_lived() -> None:
    assert is_same_day(us(NOON.replace(hour=0)), us(NOON.replace(hour=23)))
    assert not is_same_day(us(NOON.replace(hour=23)), us(NOON.replace(hour=23) + timedelta(hours=2)))


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, "12:00"), (1, "yesterday"), (3, "Tuesday"), (8, "12 November"), (400, "16 October 2025")],
)
def test_a_moment_is_said_in_whole_words(days: int, said: str) -> None:
    assert spoken_moment(us(NOON - timedelta(days=days)), us(NOON)) == said


def test_a_long_day_has_its_month_in_words() -> None:
    assert long_day(us(NOON)) == "20 November 2026"
