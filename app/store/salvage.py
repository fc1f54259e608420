"""Reads a damaged archive row by row into a new one, and tells what could not be read.

The damaged file is never changed. What comes out fits together: see `mending`.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from itertools import chain, islice
from pathlib import Path

from app.domain.errors import BugError, NothingReadable
from app.domain.salvage_report import SalvageReport
from app.store import words
from app.store.copies import Progress, remove_copy, require_bytes
from app.store.driver import Connection, open_connection, pragma, transaction
from app.store.mending import NewId, mend
from app.store.migrate import migrate
from app.store.sqlite_errors import translated
from app.store.wreck import Row, Wreck
from app.system.disk_errors import disk_errors_translated
from app.system.private_file import create_privately

_ROWS_A_STEP = 1000
# The words of the index are not read: they are made anew from what they stand for.
_TABLES = """
    SELECT name, wr FROM pragma_table_list
    WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'
    ORDER BY name
"""
_COLUMNS = "SELECT group_concat(name, ', ') FROM pragma_table_info(?)"
_KEY = "SELECT group_concat(name, ', ') FROM (SELECT name FROM pragma_table_info(?) WHERE pk ORDER BY pk)"
# The number of a conversation is never given again, even when the conversation is gone.
_KEEP_NUMBERS = """
    UPDATE sqlite_sequence SET seq = max(
        seq,
        (SELECT coalesce(max(conversation), 0) FROM usage),
        (SELECT coalesce(max(conversation), 0) FROM usage_day)
    )
    WHERE name = 'conversation'
"""
_CONVERSATIONS = "SELECT count(*) FROM conversation"
_MESSAGES = "SELECT count(*) FROM item WHERE fault_kind IS NOT 'ItemLost'"
_TIMES_ITS_SIZE = 3  # the copy that is read, the pattern beside it, and what comes out
_TIMES_ITS_CONTENT = 4  # how much larger a file is than what is read of it: the index is most of it
_READ, _MENDED = 50, 60  # hundredths of the work
_POINTERS = frozenset({"branch", "conversation"})


def salvage(
    damaged: Path,
    target: Path,
    key_and_salt: str,
    *,
    now: int,
    new_id: NewId,
    progress: Progress | None = None,
) -> SalvageReport:
    """Write what can be read of `damaged` into the new archive `target`, and tell what is missing.

    Needs about three times the file's size beside `target` while it works: raises DiskFull before it begins.
    Raises NothingReadable, StoreError, or what `progress` raises; `target` is then gone again.
    """
    with disk_errors_translated():
        size = damaged.stat().st_size
    require_bytes(target.parent, size * _TIMES_ITS_SIZE, "A rescue")
    with disk_errors_translated(), translated(), ExitStack() as on_failure:
        create_privately(target)
        on_failure.callback(remove_copy, target)
        with _wreck_of(damaged, target.parent, key_and_salt) as wreck:
            wreck.prepare()
            with closing(open_connection(target, key_and_salt)) as connection:
                migrate(connection)
                report = _bring_over(wreck, connection, now, new_id, _Meter(size, progress))
                pragma(connection, "PRAGMA wal_checkpoint(TRUNCATE)")
        on_failure.pop_all()
    return report


@contextmanager
def _wreck_of(damaged: Path, folder: Path, key_and_salt: str) -> Iterator[Wreck]:
    place = Path(tempfile.mkdtemp(prefix="salvage-", dir=folder))
    try:
        with closing(Wreck(damaged, place, key_and_salt)) as wreck:
            yield wreck
    finally:
        shutil.rmtree(place)


def _bring_over(
    wreck: Wreck, connection: Connection, now: int, new_id: NewId, meter: "_Meter"
) -> SalvageReport:
    connection.execute("PRAGMA foreign_keys = OFF")
    tables = connection.execute(_TABLES).fetchall()
    kept = refused = 0
    for table, is_unnumbered in tables:
        for step in _steps(_rows(wreck, connection, table, is_unnumbered=bool(is_unnumbered))):
            with transaction(connection):
                brought = _insert(connection, table, step)
            kept += brought
            refused += len(step) - brought
            meter.count(step)
    if not kept:
        raise NothingReadable("Nothing in the archive's file can be read any more.")
    meter.reach(_READ)
    are_lost = any(gap.table in _POINTERS for gap in wreck.gaps)
    with transaction(connection):
        mended = mend(connection, pointers_are_lost=are_lost, now=now, new_id=new_id)
        connection.execute(_KEEP_NUMBERS)
        meter.reach(_MENDED)
        words.rebuild(connection)
    if connection.execute("PRAGMA foreign_key_check").fetchall():
        raise BugError("What was salvaged does not fit together.")
    meter.reach(100)
    return SalvageReport(
        kept - mended.dropped,
        tuple(wreck.gaps),
        mended.places,
        mended.dropped + refused,
        mended.loose_ends,
        pragma(connection, _CONVERSATIONS),
        pragma(connection, _MESSAGES),
    )


class _Meter:
    """Tells roughly how much is done, in hundredths: half of the time goes into what follows the reading."""

    def __init__(self, size: int, progress: Progress | None) -> None:
        self._expected = max(1, size // _TIMES_ITS_CONTENT)
        self._progress = progress
        self._read = 0

    def count(self, rows: list[Row]) -> None:
        values = chain.from_iterable(rows)
        self._read += sum(len(value) for value in values if isinstance(value, str | bytes))
        self.reach(min(_READ, _READ * self._read // self._expected))

    def reach(self, hundredths: int) -> None:
        if self._progress:
            self._progress(hundredths, 100)


def _rows(wreck: Wreck, connection: Connection, table: str, *, is_unnumbered: bool) -> Iterator[Row]:
    (columns,) = connection.execute(_COLUMNS, (table,)).fetchone()
    if is_unnumbered:
        (key,) = connection.execute(_KEY, (table,)).fetchone()
        return wreck.unnumbered_rows(table, columns, key)
    return (row[1:] for row in wreck.rows(table, columns))


def _steps(rows: Iterator[Row]) -> Iterator[list[Row]]:
    while step := list(islice(rows, _ROWS_A_STEP)):
        yield step


def _insert(connection: Connection, table: str, rows: list[Row]) -> int:
    """Add rows, and return how many were taken: a row that breaks a rule of the table is not."""
    places = ", ".join("?" * len(rows[0]))
    before = connection.total_changes
    connection.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({places})", rows)  # noqa: S608
    return connection.total_changes - before
