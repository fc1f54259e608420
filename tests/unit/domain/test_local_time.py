from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from app.domain.local_time import day_and_hour, on_the_clock, start_of_day

BERLIN = ZoneInfo("Europe/Berlin")
HOUR = 3_600_000_000


def moment(*parts: int) -> int:
    return int(datetime(*parts, tzinfo=UTC).timestamp()) * 1_000_000  # type: ignore[misc,arg-type]


def test_a_day_begins_at_midnight_of_its_zone() -> None:
    assert start_of_day(date(2026, 7, 1), UTC) == moment(2026, 7, 1)
    assert start_of_day(date(2026, 7, 1), BERLIN) == moment(2026, 6, 30, 22)
    assert start_of_day(date(2026, 12, 1), BERLIN) == moment(2026, 11, 30, 23)


def test_a_moment_has_the_day_and_the_hour_of_its_zone() -> None:
    assert day_and_hour(moment(2026, 6, 30, 22, 30), BERLIN) == (date(2026, 7, 1), 0)
    assert day_and_hour(moment(2026, 6, 30, 22, 30) + 999_999, UTC) == (date(2026, 6, 30), 22)


def test_the_day_of_a_clock_change_is_longer() -> None:
    assert start_of_day(date(2026, 10, 26), BERLIN) - start_of_day(date(2026, 10, 25), BERLIN) == 25 * HOUR
    assert day_and_hour(moment(2026, 10, 25, 0, 30), BERLIN) == (date(2026, 10, 25), 2)
    assert day_and_hour(moment(2026, 10, 25, 1, 30), BERLIN) == (date(2026, 10, 25), 2)


def test_without_a_zone_it_is_the_systems() -> None:
    assert day_and_hour(start_of_day(date(2026, 7, 1))) == (date(2026, 7, 1), 0)


def test_a_clock_shows_the_day_and_the_hour_that_a_day_begins_with() -> None:
    shown = on_the_clock(start_of_day(date(2026, 7, 1)) + HOUR)
    assert (shown.date(), shown.hour, shown.utcoffset() is None) == (date(2026, 7, 1), 1, False)
