"""Notes when something was last purged and how old the oldest of it was, for the sake of the backups.

Whatever removes a text notes that in its own transaction. Such a mark has no end yet: it gets one when the
write-ahead log is folded, and the text is in none of the archive's files any more.
"""

import json
from dataclasses import dataclass

from app.domain.purged import Purged
from app.store.driver import Connection
from app.store.kept_values import read_value, write_value

_NAME = "purged"


@dataclass(frozen=True, slots=True)
class PurgeMark:
    """All that was purged was written at `oldest` or later, and had left the archive by `at`.

    None as long as some of it is yet to leave.
    """

    oldest: int
    at: int | None


def note_removed(connection: Connection, removed: Purged) -> None:
    """Note, as a part of the removing, that something is to leave the file. Where nothing was, nothing is."""
    if removed:
        _note(connection, removed.oldest or 0, None)


def note_purge(connection: Connection, oldest: int, now: int) -> None:
    """Note a purge. With earlier ones it becomes a single span, which may name a backup too many."""
    _note(connection, oldest, now)


def last_purge(connection: Connection) -> PurgeMark | None:
    text = read_value(connection, _NAME)
    return PurgeMark(*json.loads(text)) if text else None


def forget_purges(connection: Connection, known: PurgeMark | None = None) -> None:
    """No backup holds any of it any more. Where a mark is given, it is kept if it has grown since."""
    if known is None or last_purge(connection) == known:
        write_value(connection, _NAME, None)


def _note(connection: Connection, oldest: int, at: int | None) -> None:
    before = last_purge(connection)
    mark = [min(oldest, before.oldest) if before else oldest, at]
    write_value(connection, _NAME, json.dumps(mark))
