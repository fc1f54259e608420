import asyncio
import shutil
import threading
from contextlib import closing
from pathlib import Path

import pytest

from app.chat.precaution import back_up_first, open_archive
from app.credentials.os_keyring import OsKeyring
from app.domain.errors import DiskFull, StoreDamaged
from app.domain.ids import IdSource
from app.store.archive import Archive
from app.store.backup_file import extract_archive, sidecar_of
from app.store.backups import list_backups, path_for
from app.store.driver import open_connection
from app.store.migrate import SCHEMA_VERSION
from tests.fixtures.locked_archive import ROWS, LockedArchive, locked_archive
from tests.fixtures.tomorrow import TOMORROW, let_tomorrow_come, whole_version

NOW = 1_795_176_000_000_000  # 2026-11-20 12:00:00 UTC
NAME = "sotto-20261120-120000-before-change.backup"


@pytest.fixture
def older(tmp_path: Path, keyring: OsKeyring, ids: IdSource) -> LockedArchive:
    return locked_archive(tmp_path, keyring, ids, in_keyring=True)


async def opened(archive: LockedArchive, progress=None) -> None:  # noqa: ANN001
    """Open the archive as the program does, and close it again."""
    store = Archive()
    try:
        await open_archive(store, archive.profile, archive.key, is_new=False, now=NOW, progress=progress)
    finally:
        await store.close()


def version_of(path: Path, archive: LockedArchive) -> int:
    with closing(open_connection(path, archive.key.key_and_salt)) as connection:
        return whole_version(connection, ROWS)


def names(archive: LockedArchive) -> list[str]:
    return [backup.name for backup in list_backups(archive.profile.backups)]


async def test_an_older_archive_is_backed_up_as_it_was_and_then_migrated(
    older: LockedArchive, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    let_tomorrow_come(monkeypatch)
    told: list[tuple[int, int]] = []
    await opened(older, lambda *step: told.append(step))
    assert told[-1] == (3, 3)
    assert version_of(older.profile.archive, older) == TOMORROW
    assert names(older) == [NAME]
    backup = older.profile.backups / NAME
    assert sidecar_of(backup) == older.profile.sidecar.read_bytes()
    extract_archive(backup, tmp_path / "former.db")
    assert version_of(tmp_path / "former.db", older) == SCHEMA_VERSION


async def test_an_archive_of_today_is_opened_without_a_backup(older: LockedArchive) -> None:
    await opened(older)
    assert version_of(older.profile.archive, older) == SCHEMA_VERSION
    assert not older.profile.backups.exists()


async def test_without_room_for_the_backup_the_archive_stays_as_it_is(
    older: LockedArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = shutil.disk_usage(older.profile.folder)._replace(free=1 << 20)
    before = older.profile.archive.read_bytes()
    with monkeypatch.context() as patch:
        let_tomorrow_come(patch)
        patch.setattr(shutil, "disk_usage", lambda _folder: full)
        with pytest.raises(DiskFull):
            await opened(older)
    assert older.profile.archive.read_bytes() == before
    assert list(older.profile.backups.iterdir()) == []


async def test_a_damaged_archive_is_not_migrated(
    older: LockedArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = bytearray(older.profile.archive.read_bytes())
    content[len(content) // 2] ^= 1
    older.profile.archive.write_bytes(content)
    let_tomorrow_come(monkeypatch)
    with pytest.raises(StoreDamaged):
        await opened(older)
    assert older.profile.archive.read_bytes() == content
    assert names(older) == []


async def test_who_no_longer_waits_finds_the_archive_as_it_was(
    older: LockedArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_tomorrow_come(monkeypatch)
    begun, may_go_on = threading.Event(), threading.Event()

    def hold(_done: int, _of: int) -> None:
        begun.set()
        may_go_on.wait(5)

    before = older.profile.archive.read_bytes()
    opening = asyncio.create_task(opened(older, hold))
    await asyncio.to_thread(begun.wait, 5)
    opening.cancel()
    await asyncio.sleep(0)
    may_go_on.set()
    with pytest.raises(asyncio.CancelledError):
        await opening
    assert older.profile.archive.read_bytes() == before
    assert list(older.profile.backups.iterdir()) == []


async def test_what_a_crash_has_left_of_backups_is_gone_after_the_next_opening(older: LockedArchive) -> None:
    path = path_for(older.profile.backups, NOW)
    path.with_name(path.name + ".partial").write_bytes(b"half")
    await opened(older)
    assert list(older.profile.backups.iterdir()) == []


def test_the_backups_that_a_precaution_replaces_are_dropped(older: LockedArchive) -> None:
    with closing(open_connection(older.profile.archive, older.key.key_and_salt)) as source:
        for second in range(3):
            back_up_first(source, older.profile, older.key, NOW + second * 1_000_000)
    assert names(older) == ["sotto-20261120-120002-before-change.backup"]
