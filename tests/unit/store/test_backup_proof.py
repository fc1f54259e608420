from pathlib import Path

import pytest

from app.store import backup_proof
from app.store.backup_file import append_sidecar
from app.store.backup_proof import is_as_written
from tests.unit.store.damage import small_archive


@pytest.fixture
def backup(tmp_path: Path, archive_key: str) -> Path:
    path = tmp_path / "one.backup"
    small_archive(path, archive_key)
    append_sidecar(path, b"how it opens")
    return path


def nobody(_done: int) -> None:
    """Hears how far it has come, and says nothing."""


def test_what_was_written_is_told_from_what_was_not(backup: Path, archive_key: str) -> None:
    assert is_as_written(backup, archive_key, nobody)
    assert not is_as_written(backup, archive_key[::-1], nobody)


def test_an_archive_that_ends_within_a_page_is_not_whole(tmp_path: Path, archive_key: str) -> None:
    path = tmp_path / "cut.backup"
    path.write_bytes(small_archive(tmp_path / "whole.db", archive_key)[:-100])
    append_sidecar(path, b"how it opens")
    assert not is_as_written(path, archive_key, nobody)


def test_it_can_be_given_up(backup: Path, archive_key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    class EnoughError(Exception):
        pass

    def enough(done: int) -> None:
        assert done == 2 * 4096
        raise EnoughError

    monkeypatch.setattr(backup_proof, "_AT_ONCE", 2)
    with pytest.raises(EnoughError):
        is_as_written(backup, archive_key, enough)
