"""Moments in words: the clock time beside a message, and the days by which the sidebar is grouped."""

from datetime import UTC, datetime

from app.ui.translation import said, tr, translated

_DAYS = (said("Mon"), said("Tue"), said("Wed"), said("Thu"), said("Fri"), said("Sat"), said("Sun"))
_MONTHS = (
    said("January"),
    said("February"),
    said("March"),
    said("April"),
    said("May"),
    said("June"),
    said("July"),
    said("August"),
    said("September"),
    said("October"),
    said("November"),
    said("December"),
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
    return tr("{day} {month} {year}").format(day=then.day, month=_month(then), year=then.year)


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
    month = _month(then)
    return month if then.year == today.year else f"{month} {then.year}"


def short_moment(moment: int, now: int) -> str:
    """Return the moment as briefly as its distance allows: 09:12, Thu or 3 Mar."""
    then, today = _local(moment), _local(now)
    age = (today.date() - then.date()).days
    if age <= 0:
        return clock_time(moment)
    if age <= _WEEK:
        return translated(_DAYS[then.weekday()])
    return tr("{day} {month}").format(day=then.day, month=_month(then)[:3])


def full_moment(moment: int) -> str:
    """Return the day and the local time of day, such as 20 Nov 2026, 09:12."""
    then = _local(moment)
    date = tr("{day} {month} {year}").format(day=then.day, month=_month(then)[:3], year=then.year)
    return f"{date}, {then:%H:%M}"


def _month(moment: datetime) -> str:
    return translated(_MONTHS[moment.month - 1])


def _local(moment: int) -> datetime:
    return datetime.fromtimestamp(moment / 1_000_000, UTC).astimezone()
