"""How fast slow work went the last time, so that the next time can be told how long it will take."""

from enum import StrEnum

from app.store.copies import bytes_needed
from app.store.driver import Connection
from app.store.kept_values import read_value, write_value

_WORTH_NOTING = 0.25
_UNTRIED = 20 << 20  # bytes a second, until there was a first time: rather too slow than too fast


class SlowWork(StrEnum):
    BACKUP = "backup"
    CHECK = "check"


def seconds_expected(connection: Connection, work: SlowWork) -> float:
    """Return how long it will take, as far as the last time tells."""
    return bytes_needed(connection) / (_pace(connection, work) or _UNTRIED)


def note_seconds(connection: Connection, work: SlowWork, seconds: float) -> None:
    """Keep how long it took. What is much as before is not written: a backup shall not call for the next."""
    if seconds <= 0:
        return
    pace, before = bytes_needed(connection) / seconds, _pace(connection, work)
    if before is None or abs(pace - before) > before * _WORTH_NOTING:
        write_value(connection, _name(work), f"{pace:.0f}")


def _pace(connection: Connection, work: SlowWork) -> float | None:
    """Return the bytes of the archive that a second does."""
    kept = read_value(connection, _name(work))
    return float(kept) or None if kept else None


def _name(work: SlowWork) -> str:
    return f"pace of a {work}"
