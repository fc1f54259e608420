"""A damaged archive, read as far as it can be read. The file itself is never touched: this is a copy of it.

The first error poisons a connection, so a new one is opened after each. Pages that hold nothing but the
schema are the same in every archive of one version, and are taken from a new one where they are damaged.
"""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from app.domain.errors import NothingReadable, StoreDamaged
from app.domain.salvage_report import Gap
from app.store.driver import Connection, open_connection, open_damaged, pragma, transaction
from app.store.migrate import migrate, require_known
from app.store.seals import is_foreign
from app.store.sqlite_errors import translated
from app.system.disk_errors import disk_errors_translated
from app.system.private_file import create_privately
from app.system.profile import log_of

Row = tuple[Any, ...]

_PAGE = 4096
_PIECE = 1 << 24
_FILL = "INSERT INTO blob_piece (blob, position, bytes) VALUES (0, ?, zeroblob(?))"
_SCHEMA = "SELECT name, rootpage FROM sqlite_schema WHERE rootpage > 0"
_HIGHEST = (1 << 63) - 1
_END = _HIGHEST + 1
"""Stands for the number of a row behind the last."""


class Wreck:
    """Lives in a folder of its own, which whoever made it removes."""

    def __init__(self, damaged: Path, folder: Path, key_and_salt: str) -> None:
        self._key = key_and_salt
        self._path = folder / "wreck.db"
        self._wal = folder / "wreck.db-wal"
        self._pattern = folder / "pattern.db"
        self._connection: Connection | None = None
        self._schema_pages: list[int] = []
        self.gaps: list[Gap] = []
        _copy(damaged, self._path)
        wal = log_of(damaged)
        if wal.exists() and not is_foreign(wal, key_and_salt):
            _copy(wal, self._wal)

    def prepare(self) -> None:
        """See that the tables can be found. Raises StoreFromFuture, and NothingReadable if all is lost."""
        schema = self._make_pattern()
        if self._shows(schema):
            return
        self._mend_schema()
        if self._shows(schema):
            return
        self.close()
        self._wal.unlink(missing_ok=True)  # it may have been another file's
        self._mend_schema()
        if not self._shows(schema):
            raise NothingReadable("Nothing in the archive's file can be read any more.")

    def rows(self, table: str, columns: str) -> Iterator[Row]:
        """Yield what can be read of a table whose rows have numbers, each number first, in their order.

        No index may answer in the table's place: it would list what the table has lost.
        """
        low = 0
        while True:
            try:
                for row in self._read(table, columns, low):
                    low = row[0] + 1
                    yield row
            except StoreDamaged:
                if (last := self._last_in_front(table, columns, low)) is not None:
                    low = last[0] + 1
                    yield last
                    continue
                gap, low = self._gap_from(table, low)
                self.gaps.append(gap)
                if low >= _END:
                    return
            else:
                return

    def unnumbered_rows(self, table: str, columns: str, key: str) -> Iterator[Row]:
        """Yield what can be read of a table that is ordered by its key, from both of its ends."""
        seen: dict[Row, None] = {}
        for order in ("ASC", "DESC"):
            by = ", ".join(f"{column} {order}" for column in key.split(", "))
            try:
                yield from self._unseen(f"SELECT {columns} FROM {table} ORDER BY {by}", seen)  # noqa: S608
            except StoreDamaged:
                continue
            return
        self.gaps.append(Gap(table))

    def _unseen(self, query: str, seen: dict[Row, None]) -> Iterator[Row]:
        """Yield what has not been seen yet, up to the last row in front of the damage."""
        count = 0
        try:
            for row in self._query(query):
                count += 1
                if row not in seen:
                    seen[row] = None
                    yield row
        except StoreDamaged:
            for row in self._query(f"{query} LIMIT 1 OFFSET {count}"):
                if row not in seen:
                    seen[row] = None
                    yield row
            raise

    def close(self) -> None:
        connection, self._connection = self._connection, None
        if connection:
            connection.close()

    def _read(self, table: str, columns: str, low: int) -> Iterator[Row]:
        return self._query(
            f"SELECT rowid, {columns} FROM {table} NOT INDEXED WHERE rowid >= ? ORDER BY rowid",  # noqa: S608
            low,
        )

    def _last_in_front(self, table: str, columns: str, low: int) -> Row | None:
        """Return the row at `low` if it can be had: the driver reads ahead, and loses it with the next."""
        query = f"SELECT rowid, {columns} FROM {table} NOT INDEXED WHERE rowid >= ? ORDER BY rowid LIMIT 1"  # noqa: S608
        try:
            return next(self._query(query, low), None)
        except StoreDamaged:
            return None

    def _gap_from(self, table: str, low: int) -> tuple[Gap, int]:
        """Return what cannot be read from `low` on, and the number to go on with."""
        number = self._first_from(table, low)
        if number is not None and number < _END:  # its place can be seen, only its content is damaged
            return Gap(table, number, number), number + 1
        beyond = self._next_readable(table, low)
        return Gap(table, low, beyond - 1 if beyond < _END else None), beyond

    def _next_readable(self, table: str, low: int) -> int:
        """Return the number of the first row behind the damage.

        Strides grow until they land behind it; then the last one is halved until its end is found.
        """
        unreadable, stride = low, 1
        while (found := self._first_from(table, unreadable + stride)) is None:
            unreadable, stride = unreadable + stride, stride * 2
            if unreadable + stride > _HIGHEST:
                return _END
        readable = unreadable + stride
        while readable - unreadable > 1:
            middle = (readable + unreadable) // 2
            number = self._first_from(table, middle)
            if number is None:
                unreadable = middle
            else:
                readable, found = middle, number
        return found

    def _first_from(self, table: str, low: int) -> int | None:
        """Return the number of the first row from `low` on, or None where that cannot be read."""
        query = f"SELECT rowid FROM {table} NOT INDEXED WHERE rowid >= ? ORDER BY rowid LIMIT 1"  # noqa: S608
        try:
            return next((int(number) for (number,) in self._query(query, low)), _END)
        except StoreDamaged:
            return None

    def _query(self, statement: str, *values: object) -> Iterator[Row]:
        try:
            with translated():
                if self._connection is None:
                    self._connection = open_damaged(self._path, self._key)
                yield from self._connection.execute(statement, values)
        except StoreDamaged:
            self.close()
            raise

    def _shows(self, schema: frozenset[Row]) -> bool:
        try:
            version = next(self._query("PRAGMA user_version"))[0]
            found = set(self._query(_SCHEMA))
        except StoreDamaged:
            return False
        require_known(version)
        return schema <= found

    def _make_pattern(self) -> frozenset[Row]:
        """Make a new archive under the same key: the pages of its schema are as the damaged one had them."""
        create_privately(self._pattern)
        with closing(open_connection(self._pattern, self._key)) as pattern:
            migrate(pattern)
            schema = frozenset(pattern.execute(_SCHEMA).fetchall())
            count = int(pragma(pattern, "PRAGMA page_count"))
            self._schema_pages = sorted(set(range(1, count + 1)) - {root for _, root in schema})
        return schema

    def _mend_schema(self) -> None:
        """Put the pattern's pages of the schema in the place of the wreck's."""
        self.close()
        size = self._grow_pattern(-(-self._path.stat().st_size // _PAGE))
        with self._pattern.open("rb") as pattern, self._path.open("r+b") as wreck:
            wreck.truncate(size * _PAGE)
            for page in self._schema_pages:
                for file in (pattern, wreck):
                    file.seek((page - 1) * _PAGE)
                wreck.write(pattern.read(_PAGE))

    def _grow_pattern(self, pages: int) -> int:
        """See that the pattern has so many pages, for its first page tells how many there are."""
        with closing(open_connection(self._pattern, self._key)) as pattern:
            pattern.execute("PRAGMA foreign_keys = OFF")
            while (count := int(pragma(pattern, "PRAGMA page_count"))) < pages:
                with transaction(pattern):
                    size = min((pages - count) * _PAGE, _PIECE)
                    pattern.execute(_FILL, (count, size))
        return count


def _copy(source: Path, target: Path) -> None:
    with disk_errors_translated():
        create_privately(target)
        shutil.copyfile(source, target)
