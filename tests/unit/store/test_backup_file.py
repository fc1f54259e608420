import os
from pathlib import Path

import pytest

from app.domain.errors import BackupUnreadable, StoreError
from app.store.backup_file import append_sidecar, extract_archive, sidecar_of

ARCHIVE, SIDECAR = os.urandom(10_000), b'{"a": "sidecar"}'


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    path = tmp_path / "a.backup"
    path.write_bytes(ARCHIVE)
    append_sidecar(path, SIDECAR)
    return path


def test_both_parts_come_out_as_they_went_in(backup: Path, tmp_path: Path) -> None:
    assert sidecar_of(backup) == SIDECAR
    extract_archive(backup, tmp_path / "archive.db")
    assert (tmp_path / "archive.db").read_bytes() == ARCHIVE
    assert (tmp_path / "archive.db").stat().st_mode & 0o777 == 0o600


def test_the_archive_is_never_written_over(backup: Path, tmp_path: Path) -> None:
    (tmp_path / "archive.db").write_bytes(b"mine")
    with pytest.raises(StoreError):
        extract_archive(backup, tmp_path / "archive.db")
    assert (tmp_path / "archive.db").read_bytes() == b"mine"


def test_what_is_no_file_is_told_and_nobody_waits_for_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for place in (tmp_path, tmp_path / "pipe", tmp_path / "missing", tmp_path / "missing" / "inside"):
        with pytest.raises(BackupUnreadable, match="There is no such file"):
            sidecar_of(place)


def test_a_backup_cut_short_anywhere_is_told(backup: Path) -> None:
    content = backup.read_bytes()
    for length in (*range(0, len(content), 97), len(content) - 1):
        backup.write_bytes(content[:length])
        with pytest.raises(BackupUnreadable):
            sidecar_of(backup)


@pytest.mark.parametrize("length", [0, 1 << 21, 1 << 62, 10_100])
def test_a_length_that_cannot_be_is_told(backup: Path, length: int) -> None:
    content = backup.read_bytes()
    backup.write_bytes(content[:-24] + length.to_bytes(8) + content[-16:])
    with pytest.raises(BackupUnreadable):
        sidecar_of(backup)


def test_any_other_file_is_no_backup(tmp_path: Path) -> None:
    other = tmp_path / "other"
    for content in (b"", b"words", os.urandom(5000)):
        other.write_bytes(content)
        with pytest.raises(BackupUnreadable):
            sidecar_of(other)
