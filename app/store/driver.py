"""The one door to SQLCipher: every connection is opened, keyed, hardened and proved here."""

import re
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2

from app.domain.errors import BugError, DiskFull, LogOfAnother, NotThisHistory, StoreDamaged, StoreMissing
from app.store.probing import key_opens
from app.store.seals import is_foreign
from app.system.profile import log_of

if TYPE_CHECKING:
    from sqlite3 import Connection, IntegrityError
else:
    Connection = dbapi2.Connection
    IntegrityError = dbapi2.IntegrityError

__all__ = [
    "Connection",
    "IntegrityError",
    "attempt",
    "open_connection",
    "open_damaged",
    "open_in_memory",
    "pragma",
    "read_only",
    "transaction",
]

_KEY_AND_SALT = re.compile(r"[0-9a-f]{96}")
_PLAIN_HEADER = b"SQLite format 3\0"

# temp_store: the default of other builds writes plain text into temporary files.
_SETTINGS = (
    "PRAGMA temp_store = 2",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA mmap_size = 0",
    "PRAGMA busy_timeout = 5000",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA checkpoint_fullfsync = ON",
    "PRAGMA journal_size_limit = 8388608",
)
_IN_MEMORY = (
    "PRAGMA temp_store = 2",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA secure_delete = ON",
)
_PROOFS = (
    ("PRAGMA cipher_status", "1"),
    ("PRAGMA cipher_use_hmac", "1"),
    ("PRAGMA temp_store", 2),
    ("PRAGMA foreign_keys", 1),
    ("PRAGMA trusted_schema", 0),
    ("PRAGMA cell_size_check", 1),
    ("PRAGMA mmap_size", 0),
    ("PRAGMA secure_delete", 1),
    ("PRAGMA journal_mode", "wal"),
    ("PRAGMA synchronous", 2),
    ("PRAGMA journal_size_limit", 8388608),
)
_CIPHER_VERSION = "4."
_BROKEN_DISK = 10  # SQLITE_IOERR
_LEAST_ROOM = 1 << 16  # for what SQLite keeps beside an open archive, besides its log
# What may be said to a file that is not whole: nothing that reads or writes it.
_SETTINGS_FOR_DAMAGE = (
    "PRAGMA temp_store = 2",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA mmap_size = 0",
    "PRAGMA writable_schema = ON",  # opens a file that is shorter than its first page says
    "PRAGMA query_only = ON",
)


def open_connection(path: Path, key_and_salt: str) -> Connection:
    """Open an existing archive. The key is known to be the right one, so a refusal means damage."""
    _require_own(path, key_and_salt)
    with ExitStack() as on_failure, _full_disk_told(path):
        connection = _connected(path, key_and_salt)
        on_failure.callback(connection.close)
        for statement in _SETTINGS:
            connection.execute(statement)
        _prove(connection)
        on_failure.pop_all()
    return connection


def open_damaged(path: Path, key_and_salt: str) -> Connection:
    """Open what may not be whole, to read from it what can be read. For copies: closing may write to it."""
    with ExitStack() as on_failure:
        connection = _connected(path, key_and_salt)
        on_failure.callback(connection.close)
        for statement in _SETTINGS_FOR_DAMAGE:
            connection.execute(statement)
        on_failure.pop_all()
    return connection


def open_in_memory() -> Connection:
    """Open an empty archive that has no file. There is nothing to encrypt: it never leaves the memory."""
    connection: Connection = dbapi2.connect(":memory:", isolation_level=None, check_same_thread=False)
    connection.enable_load_extension(False)
    for statement in _IN_MEMORY:
        connection.execute(statement)
    return connection


def pragma(connection: Connection, statement: str) -> Any:  # noqa: ANN401  # as SQLite answers
    """Return the first value that a pragma answers with, or None."""
    row = connection.execute(statement).fetchone()
    return row[0] if row else None


def read_only(connection: Connection) -> Connection:
    """Let the connection change nothing from now on: a write that lost its way is a bug, and told as one."""
    connection.execute("PRAGMA query_only = ON")
    return connection


class transaction:  # noqa: N801  # used like a function; every write passes here, so it is kept lean
    """All or nothing: commit what is done inside, or take it back if anything raises."""

    __slots__ = ("_connection",)

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def __enter__(self) -> None:
        self._connection.execute("BEGIN IMMEDIATE")

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        try:
            if kind is None:
                self._connection.execute("COMMIT")
        finally:
            _roll_back(self._connection)


@contextmanager
def attempt(connection: Connection) -> Iterator[None]:
    """Inside a transaction: take back only what was done here, if anything raises."""
    connection.execute("SAVEPOINT attempt")
    with ExitStack() as on_failure:
        on_failure.callback(_give_up, connection)
        yield
        on_failure.pop_all()
    connection.execute("RELEASE attempt")


def _require_own(path: Path, key_and_salt: str) -> None:
    """See that file and log belong to this key: else SQLite would fold the one into the other, for good."""
    _require_form(key_and_salt)
    salt = bytes.fromhex(key_and_salt)[-len(_PLAIN_HEADER) :]  # with which an archive's file begins
    if _beginning(path) not in (b"", _PLAIN_HEADER, salt) and not key_opens(path, key_and_salt):
        raise NotThisHistory(
            f"The file {path.name} is another history's, or its beginning is damaged. It was left as it is."
        )
    if is_foreign(log_of(path), key_and_salt):
        raise LogOfAnother(
            f"The file {log_of(path).name} does not belong to the archive beside it, which was left as it is."
            " Move that file out of the folder."
        )


@contextmanager
def _full_disk_told(path: Path) -> Iterator[None]:
    """Raise DiskFull where there is no room to open: SQLite tells of that as of a disk that is broken."""
    try:
        yield
    except dbapi2.OperationalError as error:
        is_broken = getattr(error, "sqlite_errorcode", 0) & 0xFF == _BROKEN_DISK
        if is_broken and shutil.disk_usage(path.parent).free < _LEAST_ROOM:
            raise DiskFull("The disk is full, and opening the history needs a little room.") from error
        raise


def _require_form(key_and_salt: str) -> None:
    if not _KEY_AND_SALT.fullmatch(key_and_salt):
        # SQLCipher would take a malformed key for a passphrase, and encrypt with that.
        raise BugError("The key has the wrong form.")


def _beginning(path: Path) -> bytes:
    """Return the first bytes of the file, or none of an empty one. Raises StoreMissing."""
    try:
        with path.open("rb", buffering=0) as file:
            return file.read(len(_PLAIN_HEADER))
    except (FileNotFoundError, IsADirectoryError) as error:
        raise StoreMissing("The archive is not in its folder.") from error


def _connected(path: Path, key_and_salt: str) -> Connection:
    _require_form(key_and_salt)
    if _beginning(path) == _PLAIN_HEADER:
        raise StoreDamaged("The archive is not encrypted, so it is not one that Sotto wrote.")
    with ExitStack() as on_failure:
        # The connection is made on one thread and used on another, never on both at once.
        connection: Connection = dbapi2.connect(
            f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None, check_same_thread=False
        )
        on_failure.callback(connection.close)
        _unlock(connection, key_and_salt)
        on_failure.pop_all()
    return connection


def _unlock(connection: Connection, key_and_salt: str) -> None:
    connection.execute("PRAGMA cipher_log_level = NONE")  # it would print page errors on the terminal
    connection.set_key(f"x'{key_and_salt}'")  # type: ignore[attr-defined]  # never as SQL, which errors quote
    connection.enable_load_extension(False)


def _prove(connection: Connection) -> None:
    """See that the cipher is really on: a library built without it would write plain text."""
    for statement, expected in _PROOFS:
        if pragma(connection, statement) != expected:
            raise BugError(f"The archive's connection does not hold: {statement}.")
    if not str(pragma(connection, "PRAGMA cipher_version")).startswith(_CIPHER_VERSION):
        raise BugError("The archive's connection uses another cipher than SQLCipher 4.")
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()


def _give_up(connection: Connection) -> None:
    if connection.in_transaction:  # a full disk has rolled back already
        connection.execute("ROLLBACK TO attempt")
        connection.execute("RELEASE attempt")


def _roll_back(connection: Connection) -> None:
    if connection.in_transaction:  # nothing is committed, and no full disk has rolled it back already
        connection.execute("ROLLBACK")
