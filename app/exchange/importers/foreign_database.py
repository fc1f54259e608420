"""A SQLite file of another program, read in memory. Nothing that is in it is ever carried out.

What such a file calls a table may be a view, a virtual table or a column that is worked out: each is a way to
let the reader do what the file wants. Only plain columns of plain tables are read, in the order in which they
lie there, and of all that only as much as a file of its size can hold without lying.
"""

import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from types import MappingProxyType

from app.domain.exchange_errors import FileDamaged
from app.exchange.importers.database_log import page_size
from app.exchange.refusals import refusal

Value = str | int | float | bytes | None
Row = Mapping[str, Value]

MAGIC = b"SQLite format 3\0"
_HEADER_BYTES = 100
_VERSIONS = slice(18, 20)
_ROLLBACK, _LOGGED = b"\1\1", 2
_CHANGES, _PAGES, _PAGES_COUNTED_AT = slice(24, 28), slice(28, 32), slice(92, 96)
_SETTINGS = (
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA query_only = ON",
    "PRAGMA temp_store = 2",
)
_SCHEMA = "SELECT type, name, rootpage, sql FROM sqlite_master"
_SCHEMA_TABLE = "sqlite_master"
_PLAIN_TABLE = re.compile(r'CREATE\s+TABLE\s+(?!AS\b)["\w\[\'`]', re.IGNORECASE)
_LONGEST_VALUE = 64 << 20
_LIMITS = (
    (sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE),
    (sqlite3.SQLITE_LIMIT_SQL_LENGTH, 1 << 20),
    (sqlite3.SQLITE_LIMIT_ATTACHED, 0),
    (sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 1),
    (sqlite3.SQLITE_LIMIT_WORKER_THREADS, 0),
)
_TABLES_AT_MOST = 1000
_TIMES_ITS_SIZE, _SPARE_BYTES, _BYTES_A_ROW = 4, 1 << 20, 16


def is_database(beginning: bytes) -> bool:
    """Tell whether a file that begins so is one of SQLite's."""
    return beginning.startswith(MAGIC)


class ForeignDatabase:
    """`tables` are the plain ones, each with its plain columns. Raises FileDamaged.

    Whoever opens it says whether it `lacks_newest`: what its program had yet to write into it.
    """

    def __init__(self, content: bytes) -> None:
        if not is_database(content) or not _is_whole(content):
            raise refusal(FileDamaged)
        self.lacks_newest = False
        self._left = len(content) * _TIMES_ITS_SIZE + _SPARE_BYTES
        self._readable = frozenset({_SCHEMA_TABLE})
        self._connection = sqlite3.connect(":memory:", isolation_level=None)
        with ExitStack() as on_failure, _translated():
            on_failure.callback(self._connection.close)
            self._open(content)
            self.tables = self._find_tables()
            on_failure.pop_all()
        self._readable |= set(self.tables)

    def close(self) -> None:
        self._connection.close()

    def rows(self, table: str, columns: Sequence[str]) -> Iterator[Row]:
        """Yield the rows of a table as they lie there. A column that it lacks is None in all of them."""
        present = [column for column in columns if column in self.tables[table]]
        if not present:
            return
        wanted = ", ".join(map(_quoted, present))
        lacking: dict[str, Value] = dict.fromkeys(columns)
        statement = f"SELECT {wanted} FROM {_quoted(table)} NOT INDEXED"  # noqa: S608  # quoted
        with _translated(), closing(self._connection.execute(statement)) as found:
            for row in found:
                self._count(row)
                yield MappingProxyType(lacking | dict(zip(present, row, strict=True)))

    def _open(self, content: bytes) -> None:
        """Take the file in. One that keeps a log beside it would not open in memory, but for its header."""
        connection = self._connection
        for limit, most in _LIMITS:
            connection.setlimit(limit, most)
        connection.text_factory = _decoded
        if _LOGGED in content[_VERSIONS]:
            content = b"".join((content[: _VERSIONS.start], _ROLLBACK, content[_VERSIONS.stop :]))
        connection.deserialize(content)
        for setting in _SETTINGS:
            connection.execute(setting)
        connection.set_authorizer(self._allow)

    def _allow(
        self, action: int, subject: str | None, _detail: str | None, _schema: str | None, through: str | None
    ) -> int:
        """Say what a statement may do: read plain tables, by no view and no trigger, and ask for columns."""
        match action:
            case sqlite3.SQLITE_SELECT:
                allowed = through is None
            case sqlite3.SQLITE_READ:
                allowed = through is None and subject in self._readable
            case sqlite3.SQLITE_PRAGMA:
                allowed = subject == "table_xinfo"
            case _:
                allowed = False
        return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY

    def _find_tables(self) -> Mapping[str, frozenset[str]]:
        found = self._connection.execute(_SCHEMA).fetchmany(_TABLES_AT_MOST)
        names = [name for kind, name, page, sql in found if kind == "table" and _is_plain(name, page, sql)]
        return MappingProxyType({name: self._columns(name) for name in names})

    def _columns(self, table: str) -> frozenset[str]:
        found = self._connection.execute(f"PRAGMA table_xinfo({_quoted(table)})")
        return frozenset(name for _, name, _, _, _, _, hidden in found if not hidden)

    def _count(self, row: tuple[Value, ...]) -> None:
        """Give up on a file of which more can be read than is in it."""
        self._left -= _BYTES_A_ROW + sum(len(value) for value in row if isinstance(value, str | bytes))
        if self._left < 0:
            raise refusal(FileDamaged)


def _is_whole(content: bytes) -> bool:
    """Tell whether all the pages are there. Of one that is cut off SQLite would read zeros."""
    if len(content) < _HEADER_BYTES:
        return False
    size = page_size(content)
    is_counted = content[_CHANGES] == content[_PAGES_COUNTED_AT]
    pages = int.from_bytes(content[_PAGES]) if is_counted else 0
    return size > 0 and len(content) % size == 0 and len(content) >= pages * size


def _is_plain(name: object, page: object, sql: object) -> bool:
    """A view or virtual table has no page of its own, or is not made as a table is."""
    return (
        isinstance(name, str)
        and "\0" not in name
        and isinstance(page, int)
        and page > 0
        and isinstance(sql, str)
        and bool(_PLAIN_TABLE.match(sql))
    )


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _decoded(text: bytes) -> str:
    return text.decode("utf-8", "replace")


@contextmanager
def _translated() -> Iterator[None]:
    """Tell in our own words what SQLite says of the file, or cannot say for the names in it."""
    try:
        yield
    except (sqlite3.Error, UnicodeError) as error:
        raise refusal(FileDamaged) from error
