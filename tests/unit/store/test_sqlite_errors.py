from collections.abc import Callable

import pytest
from sqlcipher3 import dbapi2

from app.domain.errors import BugError, DiskFull, StoreBusy, StoreDamaged, StoreReadOnly
from app.store.driver import Connection
from app.store.sqlite_errors import translated

CANARY = "canary-7f3a"
WRITE = "INSERT INTO setting (name, value) VALUES (?, ?)"


def refused(code: int) -> dbapi2.OperationalError:
    error = dbapi2.OperationalError(CANARY)
    error.sqlite_errorcode = code
    error.sqlite_errorname = "SQLITE_SOMETHING"
    return error


@pytest.mark.parametrize(
    ("code", "meant"),
    [
        (5, StoreBusy),
        (6, StoreBusy),
        (8, StoreReadOnly),
        (10, StoreDamaged),
        (11, StoreDamaged),
        (13, DiskFull),
        (14, StoreReadOnly),
        (23, StoreReadOnly),
        (26, StoreDamaged),
        (261, StoreBusy),  # extended: still recovering
        (266, StoreDamaged),  # extended: reading failed
        (1032, StoreReadOnly),  # extended: the file was moved
        (1, BugError),
        (19, BugError),
        (2067, BugError),  # extended: a value is there already
    ],
)
def test_each_code_has_its_error(code: int, meant: type[Exception]) -> None:
    with pytest.raises(meant) as told, translated():
        raise refused(code)
    assert type(told.value) is meant
    assert CANARY not in str(told.value)
    assert isinstance(told.value.__cause__, dbapi2.OperationalError)


@pytest.mark.parametrize(
    ("sentence", "meant"),
    [
        ("database is locked", StoreBusy),
        ("database table is locked", StoreBusy),
        ("attempt to write a readonly database", StoreReadOnly),
        ("disk I/O error", StoreDamaged),
        ("database disk image is malformed", StoreDamaged),
        ("database or disk is full", DiskFull),
        ("unable to open database file", StoreReadOnly),
        ("file is not a database", StoreDamaged),
        ("SQL logic error", BugError),
    ],
)
def test_an_error_without_a_code_is_known_by_sqlites_sentence(sentence: str, meant: type[Exception]) -> None:
    with pytest.raises(meant) as told, translated():
        raise dbapi2.OperationalError(sentence)
    assert type(told.value) is meant


def locked(connection: Connection) -> None:
    rows = connection.execute("SELECT name FROM sqlite_schema")
    rows.fetchone()
    connection.execute("DROP TABLE setting")


def read_only(connection: Connection) -> None:
    connection.execute("PRAGMA query_only = ON")
    connection.execute(WRITE, (CANARY, CANARY))


def full(connection: Connection) -> None:
    connection.execute("PRAGMA max_page_count = 1")
    connection.execute(WRITE, ("x", CANARY * 10_000))


def not_openable(_: Connection) -> None:
    dbapi2.connect(f"file:/missing/{CANARY}.db?mode=rw", uri=True)


def twice_the_same(connection: Connection) -> None:
    connection.execute(WRITE, (CANARY, CANARY))
    connection.execute(WRITE, (CANARY, CANARY))


def no_sql(connection: Connection) -> None:
    connection.execute("SELECT canary FROM setting")


def closed(connection: Connection) -> None:
    connection.close()
    connection.execute(WRITE, (CANARY, CANARY))


@pytest.mark.parametrize(
    ("offence", "meant"),
    [
        (locked, StoreBusy),
        (read_only, StoreReadOnly),
        (full, DiskFull),
        (not_openable, StoreReadOnly),
        (twice_the_same, BugError),
        (no_sql, BugError),
        (closed, BugError),
    ],
)
def test_what_really_goes_wrong_is_told_without_its_words(
    connection: Connection, offence: Callable[[Connection], None], meant: type[Exception]
) -> None:
    with pytest.raises(meant) as told, translated():
        offence(connection)
    assert type(told.value) is meant
    for word in (CANARY, "canary", "INSERT", "SELECT", "setting"):
        assert word not in str(told.value)


def test_other_errors_pass() -> None:
    with pytest.raises(LookupError, match="ours"), translated():
        raise LookupError("ours")
