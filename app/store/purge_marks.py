"""Notes when something was last purged and how old the oldest of it was, for the sake of the backups."""

import json
from dataclasses import dataclass

from app.store.driver import Connection

_NAME = "purged"
_READ = "SELECT value FROM setting WHERE name = ?"
_WRITE = """
    INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value
"""
_FORGET = "DELETE FROM setting WHERE name = ?"


@dataclass(frozen=True, slots=True)
class PurgeMark:
    """All that was purged was written at `oldest` or later, and had left the archive by `at`."""

    oldest: int
    at: int


def note_purge(connection: Connection, oldest: int, now: int) -> None:
    """Note a purge. With earlier ones it becomes a single span, which may name a backup too many."""
    before = last_purge(connection)
    mark = [min(oldest, before.oldest) if before else oldest, now]
    connection.execute(_WRITE, (_NAME, json.dumps(mark)))


def last_purge(connection: Connection) -> PurgeMark | None:
    row = connection.execute(_READ, (_NAME,)).fetchone()
    return PurgeMark(*json.loads(row[0])) if row else None


def forget_purges(connection: Connection) -> None:
    """No backup holds any of it any more."""
    connection.execute(_FORGET, (_NAME,))
