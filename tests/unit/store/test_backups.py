import stat
from pathlib import Path

import pytest

from app.domain.backup import Reason
from app.domain.errors import BackupDamaged, DiskFull, StoreDamaged, StoreReadOnly
from app.store.backups import backup_name, estimate, list_backups, make_backup, read_backup, unpack
from app.store.copies import verify_copy
from app.store.driver import Connection, transaction
from tests.unit.store.writing import Writing

NOW = 1_700_000_000_000_000
SIDECAR = b'{"no": "secret"}'


@pytest.fixture
def source(connection: Connection, writing: Writing) -> Connection:
    with transaction(connection):
        writing.conversation("one")
        writing.question("one", "secret words")
    return connection


@pytest.fixture
def path(tmp_path: Path, source: Connection, archive_key: str) -> Path:
    folder = tmp_path / "backups"
    folder.mkdir()
    target = folder / backup_name(NOW)
    make_backup(source, target, archive_key, SIDECAR, now=NOW, reason=Reason.DAILY)
    return target


def test_a_backup_is_one_private_file_under_its_moment(path: Path) -> None:
    assert path.name == "sotto-20231114-221320.backup"
    assert list(path.parent.iterdir()) == [path]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    (listed,) = list_backups(path.parent)
    assert (listed.name, listed.made_at, listed.size) == (path.name, NOW, path.stat().st_size)


def test_it_holds_the_archive_and_the_sidecar_to_the_letter(
    path: Path, tmp_path: Path, archive_key: str
) -> None:
    kept = unpack(path, tmp_path / "unpacked", archive_key)
    assert kept.sidecar == SIDECAR
    verify_copy(tmp_path / "unpacked", archive_key, kept.contents)
    assert b"secret words" not in path.read_bytes()


def test_another_key_does_not_unpack_it(path: Path, tmp_path: Path, archive_key: str) -> None:
    with pytest.raises(StoreDamaged):
        unpack(path, tmp_path / "unpacked", archive_key[::-1])
    assert not (tmp_path / "unpacked").exists()


def test_an_older_file_of_that_name_is_left_alone(path: Path, source: Connection, archive_key: str) -> None:
    before = path.read_bytes()
    with pytest.raises(StoreReadOnly, match="already"):
        make_backup(source, path, archive_key, SIDECAR, now=NOW, reason=Reason.DAILY)
    assert path.read_bytes() == before


def test_it_can_be_ended_in_between_and_leaves_nothing(
    tmp_path: Path, source: Connection, archive_key: str
) -> None:
    def end(_done: int, _of: int) -> None:
        raise KeyboardInterrupt

    folder = tmp_path / "empty"
    folder.mkdir()
    with pytest.raises(KeyboardInterrupt):
        make_backup(
            source, folder / "a.backup", archive_key, SIDECAR, now=1, reason=Reason.ASKED_FOR, progress=end
        )
    assert list(folder.iterdir()) == []


def test_without_room_it_is_not_begun(
    tmp_path: Path, source: Connection, archive_key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    needed = estimate(source).bytes
    usage = type("Usage", (), {"free": needed - 1})
    monkeypatch.setattr("app.store.backups.shutil.disk_usage", lambda _folder: usage)
    with pytest.raises(DiskFull):
        make_backup(source, tmp_path / "a.backup", archive_key, SIDECAR, now=1, reason=Reason.DAILY)
    assert not list(tmp_path.glob("a.backup*"))


def test_a_backup_that_is_cut_anywhere_says_so(path: Path) -> None:
    whole = path.read_bytes()
    trailer = len(whole) - 3000
    for cut in [*range(0, trailer, 4096), *range(trailer, len(whole), 7)]:
        path.write_bytes(whole[:cut])
        with pytest.raises(BackupDamaged):
            read_backup(path)
    assert list_backups(path.parent) == ()


def test_a_turned_bit_is_found_in_every_page(path: Path) -> None:
    whole = path.read_bytes()
    for place in range(999, len(whole), 4096):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        with pytest.raises(BackupDamaged):
            read_backup(path)
