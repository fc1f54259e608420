"""Moments in words: the clock time beside a message, and the days by which the sidebar is grouped."""

from datetime import UTC, datetime

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_WEEK = 7


def clock_time(moment: int) -> str:
    """Return the local time of day, such as 09:12."""
    return f"{_local(moment):%H:%M}"


def day(moment: int) -> str:
    """Return the local day, such as 2026-03-03."""
    return f"{_local(moment):%Y-%m-%d}"


def long_day(moment: int) -> str:
    """Return the local day in words, such as 20 November 2026."""
    then = _local(moment)
    return f"{then.day} {_MONTHS[then.month - 1]} {then.year}"


def group(moment: int, now: int) -> str:
    """Return the heading under which something of that moment is listed."""
    then, today = _local(moment), _local(now)
    age = (today.date() - then.date()).days
    if age <= 0:
        return "Today"
    if age == 1:
        return "Yesterday"
    if age <= _WEEK:
        return "Last 7 days"
    month = _MONTHS[then.month - 1]
    return month if then.year == today.year else f"{month} {then.year}"


def short_moment(moment: int, now: int) -> str:
    """Return the moment as briefly as its distance allows: 09:12, Thu or 3 Mar."""
    then, today = _local(moment), _local(now)
    age = (today.date() - then.date()).days
    if age <= 0:
        return clock_time(moment)
    if age <= _WEEK:
        return _DAYS[then.weekday()]
    return f"{then.day} {_MONTHS[then.month - 1][:3]}"


def full_moment(moment: int) -> str:
    """Return the day and the local time of day, such as 20 Nov 2026, 09:12."""
    then = _local(moment)
    return f"{then.day} {_MONTHS[then.month - 1][:3]} {then.year}, {then:%H:%M}"


def _local(moment: int) -> datetime:
    return datetime.fromtimestamp(moment / 1_000_000, UTC).astimezone()
