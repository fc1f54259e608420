import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.exchange.importers.database_log import page_size, with_log
from app.exchange.importers.foreign_database import ForeignDatabase

MOST = 1 << 24


@pytest.fixture(params=[512, 4096, 65536])
def size(request: pytest.FixtureRequest) -> int:
    return int(request.param)


def written(path: Path, size: int) -> tuple[bytes, bytes]:
    """A database and its log, which holds almost all of it, as they lie there while a program has it open."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA page_size = {size}")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE one (said)")
        connection.executemany("INSERT INTO one VALUES (?)", [(f"{number}" * 90,) for number in range(60)])
        connection.execute("DELETE FROM one WHERE rowid < 20")
        return path.read_bytes(), path.with_name(f"{path.name}-wal").read_bytes()


def rows(content: bytes | None) -> int:
    """How many rows there are; the tables may not be in the database yet."""
    assert content is not None
    with closing(ForeignDatabase(content)) as database:
        return len(list(database.rows("one", ["said"]))) if "one" in database.tables else 0


def test_a_database_with_its_log_is_as_its_program_sees_it(tmp_path: Path, size: int) -> None:
    content, log = written(tmp_path / "a.db", size)
    assert page_size(content) == size
    assert rows(content) == 0
    assert rows(with_log(content, log, MOST)) == 41


def test_only_whole_transactions_count(tmp_path: Path, size: int) -> None:
    content, log = written(tmp_path / "a.db", size)
    counts = [rows(with_log(content, log[:end], MOST)) for end in range(32, len(log), (24 + size) // 2 + 7)]
    assert counts[0] == 0
    assert len(set(counts)) > 5
    assert max(counts) <= 60


def test_what_is_damaged_and_all_behind_it_does_not_count(tmp_path: Path, size: int) -> None:
    content, log = written(tmp_path / "a.db", size)
    middle = len(log) // 2
    damaged = log[:middle] + bytes([log[middle] ^ 1]) + log[middle + 1 :]
    assert 0 <= rows(with_log(content, damaged, MOST)) <= 60
    assert rows(with_log(content, damaged, MOST)) != 41


def test_a_log_of_another_life_changes_nothing(tmp_path: Path, size: int) -> None:
    content, log = written(tmp_path / "a.db", size)
    frames = [log[at : at + 24 + size] for at in range(32, len(log), 24 + size)]
    salted = log[:32] + b"".join(frame[:8] + b"otherlif" + frame[16:] for frame in frames)
    assert with_log(content, salted, MOST) == content


def test_what_is_no_log_of_this_database_is_none(tmp_path: Path, size: int) -> None:
    content, log = written(tmp_path / "a.db", size)
    _, other = written(tmp_path / "b.db", 1024)
    unlogged = content[:18] + b"\1\1" + content[20:]
    for database, wrong in ((content, b""), (content, bytes(99)), (content, other), (unlogged, log)):
        assert with_log(database, wrong, MOST) is None
    assert with_log(content, log[:8] + b"\xff" + log[9:], MOST) is None
    assert with_log(content, log, size) is None
