"""Moments in words: the clock time beside a message, and the days by which the sidebar is grouped."""

from datetime import date, timedelta

from app.domain.local_time import on_the_clock, start_of_day
from app.ui.translation import said, tr, translated

_DAYS = (said("Mon"), said("Tue"), said("Wed"), said("Thu"), said("Fri"), said("Sat"), said("Sun"))
_WEEKDAYS = (
    said("Monday"),
    said("Tuesday"),
    said("Wednesday"),
    said("Thursday"),
    said("Friday"),
    said("Saturday"),
    said("Sunday"),
)
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
    return f"{on_the_clock(moment):%H:%M}"


def day(moment: int) -> str:
    """Return the local day, such as 2026-03-03."""
    return f"{on_the_clock(moment):%Y-%m-%d}"


def long_day(moment: int) -> str:
    """Return the local day in words, such as 20 November 2026."""
    then = on_the_clock(moment)
    return tr("{day} {month} {year}").format(day=then.day, month=_month(then), year=then.year)


def group(moment: int, now: int) -> str:
    """Return the heading under which something of that moment is listed."""
    then, today = on_the_clock(moment), on_the_clock(now)
    age = (today.date() - then.date()).days
    if age <= 0:
        return tr("Today")
    if age == 1:
        return tr("Yesterday")
    if age <= _WEEK:
        return tr("Last 7 days")
    if then.year < today.year - 1:
        return str(then.year)
    month = _month(then)
    return month if then.year == today.year else f"{month} {then.year}"


def group_beginning(moment: int, now: int) -> int:
    """Return the first moment of the group in which something of that moment is listed."""
    then, today = on_the_clock(moment).date(), on_the_clock(now).date()
    age = (today - then).days
    if age <= 0:
        return start_of_day(today)
    if age == 1:
        return start_of_day(then)
    if age <= _WEEK:
        return start_of_day(today - timedelta(days=_WEEK))
    return start_of_day(date(then.year, 1 if then.year < today.year - 1 else then.month, 1))


def is_same_day(moment: int, other: int) -> bool:
    return on_the_clock(moment).date() == on_the_clock(other).date()


def short_moment(moment: int, now: int) -> str:
    """Return the moment as briefly as its distance allows: 09:12, Thu or 3 Mar."""
    then, today = on_the_clock(moment), on_the_clock(now)
    age = (today.date() - then.date()).days
    if age <= 0:
        return clock_time(moment)
    if age <= _WEEK:
        return translated(_DAYS[then.weekday()])
    return tr("{day} {month}").format(day=then.day, month=short_month(then))


def spoken_moment(moment: int, now: int) -> str:
    """Return the moment as one would say it: 09:12, yesterday, Thursday or 3 March 2025."""
    then, today = on_the_clock(moment), on_the_clock(now)
    age = (today.date() - then.date()).days
    if age <= 0:
        return clock_time(moment)
    if age == 1:
        return tr("yesterday")
    if age <= _WEEK:
        return translated(_WEEKDAYS[then.weekday()])
    day_and_month = tr("{day} {month}").format(day=then.day, month=_month(then))
    return day_and_month if then.year == today.year else f"{day_and_month} {then.year}"


def full_moment(moment: int) -> str:
    """Return the day and the local time of day, such as 20 Nov 2026, 09:12."""
    then = on_the_clock(moment)
    on = tr("{day} {month} {year}").format(day=then.day, month=short_month(then), year=then.year)
    return f"{on}, {then:%H:%M}"


def short_month(day: date) -> str:
    return _month(day)[:3]


def _month(moment: date) -> str:
    return translated(_MONTHS[moment.month - 1])
