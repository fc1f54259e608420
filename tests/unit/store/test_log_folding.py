import shutil
from contextlib import closing
from pathlib import Path

import pytest

from app.store.driver import Connection, open_connection
from app.store.log_folding import fold_log
from tests.unit.store.writing import Writing


@pytest.fixture
def left_open(connection: Connection, writing: Writing, file: Path, tmp_path: Path) -> Path:
    """An archive as a crash leaves it: what was written last is in the log."""
    writing.conversation("a")
    assert connection.in_transaction is False
    left = tmp_path / "left.db"
    for ending in ("", "-wal"):
        shutil.copy(file.with_name(file.name + ending), left.with_name(left.name + ending))
    return left


def log(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def test_what_was_written_last_comes_into_the_file(left_open: Path, archive_key: str) -> None:
    fold_log(left_open, archive_key)
    assert not log(left_open).exists()
    with closing(open_connection(left_open, archive_key)) as connection:
        assert connection.execute("SELECT count(*) FROM conversation").fetchone() == (1,)


def test_with_another_key_and_after_a_damage_all_stays_as_it_is(left_open: Path, archive_key: str) -> None:
    before = left_open.read_bytes(), log(left_open).read_bytes()
    fold_log(left_open, archive_key[::-1])
    assert (left_open.read_bytes(), log(left_open).read_bytes()) == before
    left_open.write_bytes(b"noise" * 2000)
    fold_log(left_open, archive_key)
    assert left_open.read_bytes() == b"noise" * 2000
    assert log(left_open).read_bytes() == before[1]


def test_without_a_log_there_is_nothing_to_do(tmp_path: Path, archive_key: str) -> None:
    fold_log(tmp_path / "missing.db", archive_key)
    assert list(tmp_path.iterdir()) == []
