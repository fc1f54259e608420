"""Notes when something was last purged and how old the oldest of it was, for the sake of the backups."""

import json
from dataclasses import dataclass

from app.store.driver import Connection
from app.store.kept_values import read_value, write_value

_NAME = "purged"


@dataclass(frozen=True, slots=True)
class PurgeMark:
    """All that was purged was written at `oldest` or later, and had left the archive by `at`."""

    oldest: int
    at: int


def note_purge(connection: Connection, oldest: int, now: int) -> None:
    """Note a purge. With earlier ones it becomes a single span, which may name a backup too many."""
    before = last_purge(connection)
    mark = [min(oldest, before.oldest) if before else oldest, now]
    write_value(connection, _NAME, json.dumps(mark))


def last_purge(connection: Connection) -> PurgeMark | None:
    text = read_value(connection, _NAME)
    return PurgeMark(*json.loads(text)) if text else None


def forget_purges(connection: Connection) -> None:
    """No backup holds any of it any more."""
    write_value(connection, _NAME, None)
