"""Days and hours as a person lives them. A zone of None is the system's own."""

from datetime import UTC, date, datetime, time, tzinfo

_SECOND = 1_000_000


def start_of_day(day: date, zone: tzinfo | None = None) -> int:
    """Return the moment at which a day begins."""
    return int(datetime.combine(day, time.min, zone).timestamp()) * _SECOND


def on_the_clock(moment: int) -> datetime:
    """Return a moment as the clock on this system's wall shows it."""
    return datetime.fromtimestamp(moment / _SECOND, UTC).astimezone()


def day_and_hour(moment: int, zone: tzinfo | None = None) -> tuple[date, int]:
    """Return the day and the hour that a clock on the wall shows at a moment."""
    shown = datetime.fromtimestamp(moment // _SECOND, zone)
    return shown.date(), shown.hour
