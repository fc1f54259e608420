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


def clock_time(moment_ms: int) -> str:
    """Return the local time of day, such as 09:12."""
    return f"{_local(moment_ms):%H:%M}"


def group(moment_ms: int, now_ms: int) -> str:
    """Return the heading under which something of that moment is listed."""
    moment, now = _local(moment_ms), _local(now_ms)
    age = (now.date() - moment.date()).days
    if age <= 0:
        return "Today"
    if age == 1:
        return "Yesterday"
    if age <= _WEEK:
        return "Last 7 days"
    month = _MONTHS[moment.month - 1]
    return month if moment.year == now.year else f"{month} {moment.year}"


def short_moment(moment_ms: int, now_ms: int) -> str:
    """Return the moment as briefly as its distance allows: 09:12, Thu or 3 Mar."""
    moment, now = _local(moment_ms), _local(now_ms)
    age = (now.date() - moment.date()).days
    if age <= 0:
        return clock_time(moment_ms)
    if age <= _WEEK:
        return _DAYS[moment.weekday()]
    return f"{moment.day} {_MONTHS[moment.month - 1][:3]}"


def _local(moment_ms: int) -> datetime:
    return datetime.fromtimestamp(moment_ms / 1000, UTC).astimezone()
