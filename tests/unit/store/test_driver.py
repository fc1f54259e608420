import stat
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from app.domain.errors import BugError, DiskFull, StoreDamaged, StoreMissing
from app.store.driver import Connection, attempt, open_connection, pragma, transaction
from app.store.sqlite_errors import translated

WRITE = "INSERT INTO setting (name, value) VALUES (?, ?)"


def count(connection: Connection) -> int:
    return connection.execute("SELECT count(*) FROM setting").fetchone()[0]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("cipher_status", "1"),
        ("cipher_use_hmac", "1"),
        ("cipher_page_size", "4096"),
        ("cipher_log_level", "NONE"),
        ("temp_store", 2),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("mmap_size", 0),
        ("busy_timeout", 5000),
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("checkpoint_fullfsync", 1),
        ("journal_size_limit", 8 << 20),
        ("secure_delete", 1),
    ],
)
def test_every_setting_of_a_connection_is_in_force(connection: Connection, name: str, value: object) -> None:
    assert pragma(connection, f"PRAGMA {name}") == value


def test_the_cipher_is_the_fourth_sqlcipher(connection: Connection) -> None:
    assert pragma(connection, "PRAGMA cipher_version").startswith("4.")


def test_no_extension_can_be_loaded(connection: Connection) -> None:
    with pytest.raises(dbapi2.OperationalError, match="not authorized"):
        connection.execute("SELECT load_extension('anything')")
    with pytest.raises(dbapi2.OperationalError, match="not authorized"):
        connection.load_extension("anything")


def test_the_file_does_not_look_like_a_database_and_is_private(connection: Connection, file: Path) -> None:
    pragma(connection, "PRAGMA wal_checkpoint(TRUNCATE)")
    assert not file.read_bytes().startswith(b"SQLite format 3")
    for path in file.parent.glob("archive.db*"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_second_connection_reads_what_the_first_has_written(
    connection: Connection, file: Path, archive_key: str
) -> None:
    connection.execute(WRITE, ("a", "b"))
    with closing(open_connection(file, archive_key)) as second:
        assert second.execute("SELECT value FROM setting").fetchone() == ("b",)


def test_the_key_is_in_no_statement_that_a_trace_or_an_error_could_show(
    connection: Connection, file: Path, archive_key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    connection.close()
    heard: list[str] = []
    connect = dbapi2.connect

    def overheard(*arguments: object, **options: object) -> Connection:
        made = connect(*arguments, **options)
        made.set_trace_callback(heard.append)
        return made

    monkeypatch.setattr(dbapi2, "connect", overheard)
    open_connection(file, archive_key).close()
    assert "PRAGMA foreign_keys = ON" in heard
    assert not any(archive_key[:16] in statement for statement in heard)
    with closing(overheard(file)) as careless:  # the control
        careless.execute(f"PRAGMA key = \"x'{archive_key}'\"")
    assert archive_key in heard[-1]


@pytest.mark.parametrize(
    "key", ["", "password", "0" * 64, "0" * 95, "0" * 97, "F" * 96, "g" * 96, f"{'0' * 96}\n"]
)
def test_a_malformed_key_is_our_own_fault_and_makes_no_file(tmp_path: Path, file: Path, key: str) -> None:
    """SQLCipher would take it for a passphrase."""
    with pytest.raises(BugError) as refusal:
        open_connection(file, key)
    assert "000" not in str(refusal.value)
    with pytest.raises(BugError):
        open_connection(tmp_path / "missing.db", key)
    assert [path.name for path in tmp_path.iterdir()] == ["archive.db"]
    assert file.stat().st_size == 0


def test_a_missing_file_is_not_made(tmp_path: Path, archive_key: str) -> None:
    for path in (tmp_path / "missing.db", tmp_path / "missing" / "archive.db", tmp_path):
        with pytest.raises(StoreMissing):
            open_connection(path, archive_key)
    assert list(tmp_path.iterdir()) == []


def test_a_plain_database_is_refused_and_left_as_it_is(tmp_path: Path, archive_key: str) -> None:
    path = tmp_path / "plain.db"
    with closing(dbapi2.connect(str(path))) as plain, plain:
        plain.execute("CREATE TABLE t (x)")
    before = path.read_bytes()
    with pytest.raises(StoreDamaged, match="not encrypted"):
        open_connection(path, archive_key)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_another_key_opens_nothing_and_harms_nothing(
    connection: Connection, file: Path, archive_key: str
) -> None:
    """The key was proved before, so this is damage: of the file, not of the person's memory."""
    connection.execute(WRITE, ("a", "b"))
    connection.close()
    before = file.read_bytes()
    for key in (archive_key[::-1], archive_key[:64] + "0" * 32):
        with pytest.raises(StoreDamaged), translated():
            open_connection(file, key)
    assert file.read_bytes() == before
    with closing(open_connection(file, archive_key)) as again:
        assert count(again) == 1


@pytest.mark.parametrize("content", [b"short", b"noise" * 5000])
def test_what_is_no_database_is_damaged(file: Path, archive_key: str, content: bytes) -> None:
    file.write_bytes(content)
    with pytest.raises(StoreDamaged), translated():
        open_connection(file, archive_key)
    assert file.read_bytes() == content


def test_a_damaged_page_is_told_when_it_is_read(connection: Connection, file: Path, archive_key: str) -> None:
    with transaction(connection):
        connection.executemany(WRITE, [(str(number), "x" * 500) for number in range(100)])
    connection.close()
    content = bytearray(file.read_bytes())
    last = len(content) // 4096
    for page in range(last - 10, last):  # the schema is in front
        content[page * 4096 + 50] ^= 1
    file.write_bytes(content)
    with closing(open_connection(file, archive_key)) as damaged, pytest.raises(StoreDamaged), translated():
        damaged.execute("SELECT * FROM setting").fetchall()


def test_a_name_with_special_characters_is_no_obstacle(tmp_path: Path, archive_key: str) -> None:
    path = tmp_path / "a ?mode=memory&x%20#ü.db"
    path.touch()
    with closing(open_connection(path, archive_key)) as connection:
        connection.execute("CREATE TABLE t (x)")
    assert path.stat().st_size > 0


def write_and_fail(connection: Connection) -> None:
    connection.execute(WRITE, ("taken back", ""))
    assert count(connection) == 2
    raise LookupError


def test_a_transaction_keeps_all_or_nothing(connection: Connection) -> None:
    with transaction(connection):
        connection.execute(WRITE, ("kept", ""))
    with pytest.raises(LookupError), transaction(connection):
        write_and_fail(connection)
    assert not connection.in_transaction
    assert connection.execute("SELECT name FROM setting").fetchall() == [("kept",)]


def test_a_transaction_that_cannot_begin_leaves_the_connection_usable(
    connection: Connection, file: Path, archive_key: str
) -> None:
    with closing(open_connection(file, archive_key)) as other:
        other.execute("PRAGMA busy_timeout = 0")
        with (
            transaction(connection),
            pytest.raises(dbapi2.OperationalError, match="locked"),
            transaction(other),
        ):
            pytest.fail("two write at once")
        with transaction(other):
            other.execute(WRITE, ("after", ""))
    assert count(connection) == 1


def test_a_full_disk_takes_the_whole_transaction_back(connection: Connection) -> None:
    pages = pragma(connection, "PRAGMA page_count")
    connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskFull), translated(), transaction(connection):
        connection.executemany(WRITE, [(str(number), "x" * 500) for number in range(100)])
    assert count(connection) == 0
    connection.execute(f"PRAGMA max_page_count = {pages * 100}")
    with transaction(connection):
        connection.execute(WRITE, ("again", ""))
    assert count(connection) == 1


def test_a_commit_that_fails_takes_all_back(connection: Connection) -> None:
    with pytest.raises(dbapi2.IntegrityError), transaction(connection):
        connection.executescript(
            "PRAGMA defer_foreign_keys = ON; INSERT INTO journal (item, position, text) VALUES (7, 0, '')"
        )
    assert not connection.in_transaction
    assert connection.execute("SELECT count(*) FROM journal").fetchone() == (0,)


def test_an_attempt_that_fails_takes_back_only_itself(connection: Connection) -> None:
    with transaction(connection):
        connection.execute(WRITE, ("before", "1"))
        with attempt(connection):
            connection.execute(WRITE, ("inside", "1"))
        with pytest.raises(dbapi2.IntegrityError), attempt(connection):
            connection.executemany(WRITE, [("lost", "1"), ("before", "2")])
        connection.execute(WRITE, ("after", "1"))
    names = [name for (name,) in connection.execute("SELECT name FROM setting ORDER BY name")]
    assert names == ["after", "before", "inside"]
