"""Moments in words: the clock time beside a message, and the days by which the sidebar is grouped."""

from datetime import UTC, date, datetime, timedelta

from app.domain.local_time import start_of_day
from app.ui.translation import tr

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
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
        return tr("Today")
    if age == 1:
        return tr("Yesterday")
    if age <= _WEEK:
        return tr("Last 7 days")
    if then.year < today.year - 1:
        return str(then.year)
    month = _MONTHS[then.month - 1]
    return month if then.year == today.year else f"{month} {then.year}"


def group_beginning(moment: int, now: int) -> int:
    """Return the first moment of the group in which something of that moment is listed."""
    then, today = _local(moment).date(), _local(now).date()
    age = (today - then).days
    if age <= 0:
        return start_of_day(today)
    if age == 1:
        return start_of_day(then)
    if age <= _WEEK:
        return start_of_day(today - timedelta(days=_WEEK))
    return start_of_day(date(then.year, 1 if then.year < today.year - 1 else then.month, 1))


def is_same_day(moment: int, other: int) -> bool:
    return _local(moment).date() == _local(other).date()


def short_moment(moment: int, now: int) -> str:
    """Return the moment as briefly as its distance allows: 09:12, Thu or 3 Mar."""
    then, today = _local(moment), _local(now)
    age = (today.date() - then.date()).days
    if age <= 0:
        return clock_time(moment)
    if age <= _WEEK:
        return _DAYS[then.weekday()]
    return f"{then.day} {_MONTHS[then.month - 1][:3]}"


def spoken_moment(moment: int, now: int) -> str:
    """Return the moment as one would say it: 09:12, yesterday, Thursday or 3 March 2025."""
    then, today = _local(moment), _local(now)
    age = (today.date() - then.date()).days
    if age <= 0:
        return clock_time(moment)
    if age == 1:
        return tr("yesterday")
    if age <= _WEEK:
        return _WEEKDAYS[then.weekday()]
    day_and_month = f"{then.day} {_MONTHS[then.month - 1]}"
    return day_and_month if then.year == today.year else f"{day_and_month} {then.year}"


def full_moment(moment: int) -> str:
    """Return the day and the local time of day, such as 20 Nov 2026, 09:12."""
    then = _local(moment)
    return f"{then.day} {_MONTHS[then.month - 1][:3]} {then.year}, {then:%H:%M}"


def _local(moment: int) -> datetime:
    return datetime.fromtimestamp(moment / 1_000_000, UTC).astimezone()
