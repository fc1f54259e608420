"""Copies of a whole archive, under its own key or a new one, and the proof that a copy is whole.

A copy is made page by page inside one read transaction: whatever others write meanwhile belongs to the
next copy, and never sends this one back to its beginning. A copy that does not reach its end leaves nothing.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from app.domain.errors import RoomTooSmall, StoreBusy, StoreDamaged
from app.store.driver import Connection, open_connection, pragma, transaction
from app.store.sqlite_errors import translated
from app.store.wholeness import damaged_pages, dangling_rows, misplaced_pages
from app.system.disk_errors import disk_errors_translated
from app.system.private_file import create_privately, sync_folder

Progress = Callable[[int, int], None]
"""Told how much is done, and of how much. What it raises ends the work and leaves nothing behind."""

_PAGES_A_STEP = 512
_IN_USE = (5, 6)  # SQLITE_BUSY and SQLITE_LOCKED
_SPARE_BYTES = 4 << 20
_BESIDE = ("", "-wal", "-shm", "-journal")
# A copy that did not reach its end is thrown away, so it needs neither a journal nor a sync at each step.
_FOR_COPYING = ("PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF")
# What a virtual table holds lies in plain tables of its own, and those are counted.
_TABLES = """
    SELECT name FROM sqlite_schema
    WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name
"""


@dataclass(frozen=True, slots=True)
class Contents:
    """What an archive held at one moment: its marks, and the number of rows in each of its tables."""

    application_id: int
    user_version: int
    rows: tuple[tuple[str, int], ...]

    @classmethod
    def of(cls, connection: Connection) -> Self:
        tables = [name for (name,) in connection.execute(_TABLES)]
        return cls(
            pragma(connection, "PRAGMA application_id"),
            pragma(connection, "PRAGMA user_version"),
            tuple((name, _count(connection, name)) for name in tables),
        )


def take_alone(connection: Connection) -> None:
    """Let nobody else have the archive open until this connection is closed. Raises StoreBusy."""
    with translated():
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        with transaction(connection):
            pragma(connection, "PRAGMA user_version")


def bytes_needed(source: Connection) -> int:
    """Return the size that a copy of the archive will have. The source itself stays beside it."""
    with translated():
        # SQLCipher answers for the size of a page with a text.
        return int(pragma(source, "PRAGMA page_count")) * int(pragma(source, "PRAGMA page_size"))


def require_room(source: Connection, folder: Path, *, copies: int = 1) -> None:
    """See that so many copies of the archive find room in the folder. Raises RoomTooSmall."""
    require_bytes(
        folder, bytes_needed(source) * copies, "A copy" if copies == 1 else f"A set of {copies} copies"
    )


def require_bytes(folder: Path, needed: int, what: str) -> None:
    """See that so much, and a little more, is free where the folder is. Raises RoomTooSmall."""
    with disk_errors_translated():
        free = shutil.disk_usage(folder).free
    if free < needed + _SPARE_BYTES:
        raise RoomTooSmall(
            f"{what} needs {(needed + _SPARE_BYTES) >> 20} MiB, and {free >> 20} MiB are free."
        )


def copy_archive(
    source: Connection, target: Path, key_and_salt: str, *, progress: Progress | None = None
) -> Contents:
    """Write a copy under the key to the new file `target`, and return what must be in it.

    The copy is on the disk for good, but not proved: call `verify_copy`. `source` must not be in a
    transaction. Raises StoreError, or what `progress` raises; `target` is then gone again.
    """
    with disk_errors_translated(), translated(), ExitStack() as on_failure:
        create_privately(target)
        on_failure.callback(remove_copy, target)
        with _one_moment(source):
            contents = Contents.of(source)
            with closing(open_connection(target, key_and_salt)) as copy:
                _copy_pages(source, copy, progress)
        _sync(target)
        on_failure.pop_all()
    return contents


def verify_copy(
    path: Path, key_and_salt: str, contents: Contents, *, progress: Progress | None = None
) -> None:
    """Open the copy afresh and see that it is whole and holds `contents`. Raises StoreDamaged."""
    if prove_whole(path, key_and_salt, progress=progress) != contents:
        raise StoreDamaged("The copy does not hold what the archive holds.")


def prove_whole(path: Path, key_and_salt: str, *, progress: Progress | None = None) -> Contents:
    """Open a file that nobody else uses, see that it is whole, and return what it holds. Raises StoreDamaged.

    Its pages are proved against their seals, their order against the trees, its rows against each other.
    """
    with disk_errors_translated(), translated(), closing(open_connection(path, key_and_salt)) as copy:
        for done, (check, told) in enumerate(_CHECKS):
            if progress:
                progress(done, len(_CHECKS))
            if check(copy):
                raise StoreDamaged(f"The copy is not whole: {told}.")
        contents = Contents.of(copy)
    if progress:
        progress(len(_CHECKS), len(_CHECKS))
    return contents


def remove_copy(path: Path) -> None:
    """Remove a copy, if there is one, and all that SQLite may have put beside it."""
    with disk_errors_translated():
        for ending in reversed(_BESIDE):  # the copy last, so that what a crash leaves is found by it
            path.with_name(path.name + ending).unlink(missing_ok=True)


@contextmanager
def _one_moment(source: Connection) -> Iterator[None]:
    """Hold what is read now. Without it, each foreign commit would make SQLite copy from the start again."""
    source.execute("BEGIN")
    try:
        source.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        yield
    finally:
        source.execute("ROLLBACK")


def _copy_pages(source: Connection, copy: Connection, progress: Progress | None) -> None:
    for statement in _FOR_COPYING:
        copy.execute(statement)

    def tell(status: int, remaining: int, total: int) -> None:
        if status in _IN_USE:
            raise StoreBusy("The archive is being written, so it cannot be copied.")  # or it tries for ever
        if progress:
            progress(total - remaining, total)

    source.backup(copy, pages=_PAGES_A_STEP, progress=tell)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    sync_folder(path.parent)


_CHECKS = (
    (damaged_pages, "a page is damaged"),
    (misplaced_pages, "its pages do not fit together"),
    (dangling_rows, "its rows do not fit together"),
)


def _count(connection: Connection, table: str) -> int:
    quoted = '"' + table.replace('"', '""') + '"'
    return int(pragma(connection, f"SELECT count(*) FROM {quoted}"))  # noqa: S608 (a name of the schema's own)
