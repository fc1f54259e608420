import os
import re
import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from keyring import errors as library

from app.chat.key_rotation import rotate_key, settle_key
from app.chat.restoring import restore
from app.credentials.keyring_entries import key_entry, next_key_entry
from app.credentials.os_keyring import OsKeyring
from app.credentials.rotating import begin_rotation
from app.credentials.sidecar_files import require_sidecar
from app.credentials.unlocking import (
    Unlocked,
    unlock,
    unlock_with_passphrase,
    unlock_with_recovery_key,
)
from app.domain.errors import (
    DiskFull,
    KeyMismatch,
    KeyringLocked,
    RotationUnfinished,
    StoreBusy,
    StoreDamaged,
    StoreMissing,
)
from app.domain.ids import IdSource
from app.domain.ways import Answer, Way
from app.store.backups import list_backups
from app.store.copies import copy_archive
from app.store.driver import open_connection
from app.store.probing import key_opens
from app.system.profile import log_of
from tests.fixtures.locked_archive import WORDS, LockedArchive, locked_archive

NOW = 1_795_176_000_000_000  # 2026-11-20 12:00:00 UTC


class Cancelled(Exception):
    """A person has thought better of it."""


@pytest.fixture
def archive(tmp_path: Path, keyring: OsKeyring, ids: IdSource) -> LockedArchive:
    return locked_archive(tmp_path, keyring, ids, in_keyring=True)


def content_of(path: Path) -> bytes:
    """What it says; how often a sidecar was written is nobody's business."""
    return re.sub(rb'"generation": \d+', b"", path.read_bytes())


def everything(archive: LockedArchive) -> tuple[dict[str, bytes], str | None, str | None]:
    files = {path.name: content_of(path) for path in archive.profile.folder.iterdir() if path.is_file()}
    entries = (entry(archive.key.archive_id) for entry in (key_entry, next_key_entry))
    return (files, *map(archive.keyring.get, entries))


def half_done(archive: LockedArchive) -> Unlocked:
    """Leave it as a power cut does between the copy and the archive's change."""
    following = begin_rotation(archive.profile, archive.keyring, archive.key)
    with closing(open_connection(archive.profile.archive, archive.key.key_and_salt)) as source:
        copy_archive(source, archive.profile.rotating, following.key_and_salt)
    return Unlocked(archive.key, is_new=False, other=following)


def test_the_archive_is_under_a_new_key_which_every_way_gives(archive: LockedArchive, ids: IdSource) -> None:
    told: list[tuple[int, int]] = []
    new = rotate_key(
        archive.profile, archive.keyring, archive.key, now=NOW, progress=lambda *step: told.append(step)
    )
    assert new != archive.key
    assert told[-1] == (3, 3)
    assert archive.opens_whole(new)
    assert not key_opens(archive.profile.archive, archive.key.key_and_salt)
    for unlocked in (
        unlock(archive.profile, archive.keyring, ids.next),
        unlock_with_passphrase(archive.profile, WORDS),
        unlock_with_recovery_key(archive.profile, archive.recovery_key.text),
    ):
        assert unlocked == Unlocked(new, is_new=False)
        assert settle_key(archive.profile, archive.keyring, unlocked) == new


def test_a_passphrase_alone_is_enough(tmp_path: Path, keyring: OsKeyring, ids: IdSource) -> None:
    archive = locked_archive(tmp_path, keyring, ids, in_keyring=False)
    new = rotate_key(archive.profile, None, archive.key, now=NOW)
    assert archive.opens_whole(new)
    assert unlock_with_passphrase(archive.profile, WORDS).key == new
    assert keyring.get(key_entry(new.archive_id)) is None


def test_a_cancelled_rotation_has_changed_nothing(archive: LockedArchive) -> None:
    def cancel(*_: int) -> None:
        raise Cancelled

    before = everything(archive)
    with pytest.raises(Cancelled):
        rotate_key(archive.profile, archive.keyring, archive.key, now=NOW, progress=cancel)
    assert everything(archive) == before


def test_without_room_nothing_is_begun(archive: LockedArchive, monkeypatch: pytest.MonkeyPatch) -> None:
    before, full = everything(archive), shutil.disk_usage(archive.profile.folder)._replace(free=1 << 20)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: full)
    with pytest.raises(DiskFull):
        rotate_key(archive.profile, archive.keyring, archive.key, now=NOW)
    assert everything(archive) == before


def test_with_room_for_the_copy_alone_the_backup_is_not_left_out(
    archive: LockedArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = archive.profile.archive.stat().st_size + (6 << 20)
    limited = shutil.disk_usage(archive.profile.folder)._replace(free=room)
    before = everything(archive)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: limited)
    with pytest.raises(DiskFull):
        rotate_key(archive.profile, archive.keyring, archive.key, now=NOW)
    assert everything(archive) == before
    assert not archive.profile.backups.exists()


def test_a_rotation_given_up_after_its_backup_leaves_that_and_nothing_else(archive: LockedArchive) -> None:
    def cancel(*_: int) -> None:
        if list_backups(archive.profile.backups):
            raise Cancelled

    before = everything(archive)
    with pytest.raises(Cancelled):
        rotate_key(archive.profile, archive.keyring, archive.key, now=NOW, progress=cancel)
    assert everything(archive) == before
    assert [each.is_precaution for each in list_backups(archive.profile.backups)] == [True]


def test_what_waits_in_the_log_of_an_unclean_end_goes_along(archive: LockedArchive) -> None:
    file, log = archive.profile.archive, log_of(archive.profile.archive)
    with closing(open_connection(file, archive.key.key_and_salt)) as connection:
        connection.execute("INSERT INTO setting (name, value) VALUES ('newest', '')")
        left = {path: path.read_bytes() for path in (file, log)}
    for path, content in left.items():
        path.write_bytes(content)
    new = rotate_key(archive.profile, archive.keyring, archive.key, now=NOW)
    with closing(open_connection(file, new.key_and_salt)) as connection:
        assert connection.execute("SELECT 1 FROM setting WHERE name = 'newest'").fetchall() == [(1,)]


def test_a_damaged_archive_is_not_put_under_another_key(archive: LockedArchive) -> None:
    content = bytearray(archive.profile.archive.read_bytes())
    content[len(content) // 2] ^= 1
    archive.profile.archive.write_bytes(content)
    before = everything(archive)
    with pytest.raises(StoreDamaged):
        rotate_key(archive.profile, archive.keyring, archive.key, now=NOW)
    assert everything(archive) == before
    assert list_backups(archive.profile.backups) == []


@pytest.mark.parametrize("way", [Way.KEYRING, Way.PASSPHRASE, Way.RECOVERY_KEY])
def test_the_backup_made_before_is_restored_by_every_way(
    archive: LockedArchive, ids: IdSource, way: Way
) -> None:
    new = rotate_key(archive.profile, archive.keyring, archive.key, now=NOW)
    typed = {Way.PASSPHRASE: WORDS, Way.RECOVERY_KEY: archive.recovery_key.text}.get(way, "")
    backup = archive.profile.backups / "sotto-20261120-120000-before-change.backup"
    restored = restore(archive.profile, backup, Answer(way, typed), now=NOW, new_id=ids.next)
    assert archive.opens_whole(archive.key)
    assert restored.aside is not None
    assert key_opens(restored.aside, new.key_and_salt)
    assert unlock(archive.profile, archive.keyring, ids.next) == Unlocked(archive.key, is_new=False)


def test_an_archive_that_is_open_is_busy(archive: LockedArchive, ids: IdSource) -> None:
    with (
        closing(open_connection(archive.profile.archive, archive.key.key_and_salt)),
        pytest.raises(StoreBusy),
    ):
        rotate_key(archive.profile, archive.keyring, archive.key, now=NOW)
    assert unlock(archive.profile, archive.keyring, ids.next) == Unlocked(archive.key, is_new=False)


def test_where_nothing_was_interrupted_nothing_is_changed(archive: LockedArchive) -> None:
    before = everything(archive)
    assert settle_key(archive.profile, archive.keyring, Unlocked(archive.key, is_new=False)) == archive.key
    assert settle_key(archive.profile, None, Unlocked(archive.key, is_new=False)) == archive.key
    assert everything(archive) == before


def test_before_the_change_the_former_key_stays(archive: LockedArchive) -> None:
    before = everything(archive)
    assert settle_key(archive.profile, archive.keyring, half_done(archive)) == archive.key
    assert everything(archive) == before


def test_after_the_change_the_next_key_is_brought_in(archive: LockedArchive) -> None:
    unlocked = half_done(archive)
    archive.profile.rotating.replace(archive.profile.archive)
    assert settle_key(archive.profile, archive.keyring, unlocked) == unlocked.other
    assert unlocked.other
    assert archive.keyring.get(key_entry(archive.key.archive_id)) == unlocked.other.secret


def test_no_file_holds_either_key_at_any_time(archive: LockedArchive) -> None:
    unlocked = half_done(archive)
    assert unlocked.other
    files = everything(archive)[0]
    written = b"".join(files.values())
    for key in (unlocked.key, unlocked.other):
        for part in (key.key_and_salt[:16], key.key_and_salt[48:64]):
            assert part.encode() not in written
            assert bytes.fromhex(part) not in written
        assert bytes.fromhex(key.key_and_salt[64:]) in written  # the control: its salt begins the file


def test_with_the_other_key_alone_nothing_is_touched(archive: LockedArchive) -> None:
    unlocked = half_done(archive)
    archive.profile.rotating.replace(archive.profile.archive)
    before = everything(archive)
    with pytest.raises(KeyMismatch):
        settle_key(archive.profile, archive.keyring, replace(unlocked, other=None))
    assert everything(archive) == before


def test_a_damaged_archive_is_told_and_both_files_are_kept(archive: LockedArchive) -> None:
    unlocked = half_done(archive)
    content = archive.profile.archive.read_bytes()
    archive.profile.archive.write_bytes(os.urandom(4096) + content[4096:])
    before = everything(archive)
    with pytest.raises(StoreDamaged):
        settle_key(archive.profile, archive.keyring, unlocked)
    assert everything(archive) == before
    archive.profile.archive.unlink()
    with pytest.raises(StoreMissing):
        settle_key(archive.profile, archive.keyring, unlocked)
    assert archive.profile.rotating.exists()


def test_a_keyring_that_is_away_hinders_nobody_and_is_caught_up_with(
    archive: LockedArchive, ids: IdSource
) -> None:
    unlocked = half_done(archive)
    archive.profile.rotating.replace(archive.profile.archive)
    assert settle_key(archive.profile, None, unlocked) == unlocked.other
    assert require_sidecar(archive.profile).rotation is None
    again = unlock(archive.profile, archive.keyring, ids.next)
    assert settle_key(archive.profile, archive.keyring, again) == unlocked.other


class LockingBackend:
    """A keyring that is locked from the moment when the new key should take the former one's place."""

    def __init__(self, keyring: OsKeyring, name: str) -> None:
        self._backend = keyring._backend
        self._name = name

    def get_password(self, service: str, name: str) -> str | None:
        return self._backend.get_password(service, name)

    def set_password(self, service: str, name: str, secret: str) -> None:
        if name == self._name:
            raise library.KeyringLocked
        self._backend.set_password(service, name, secret)

    def delete_password(self, service: str, name: str) -> None:
        self._backend.delete_password(service, name)


def test_a_keyring_that_locks_at_the_end_loses_nothing(archive: LockedArchive, ids: IdSource) -> None:
    backend = LockingBackend(archive.keyring, key_entry(archive.key.archive_id))
    locking = OsKeyring(backend, archive.keyring.kind)  # type: ignore[arg-type]
    with pytest.raises(KeyringLocked):
        rotate_key(archive.profile, locking, archive.key, now=NOW)
    unlocked = unlock(archive.profile, locking, ids.next)
    key = settle_key(archive.profile, locking, unlocked)
    assert key == unlocked.other
    assert archive.opens_whole(key)
    before = everything(archive)
    with pytest.raises(RotationUnfinished):
        rotate_key(archive.profile, locking, key, now=NOW)
    assert everything(archive) == before
    assert settle_key(archive.profile, archive.keyring, unlocked) == key
    assert unlock(archive.profile, archive.keyring, ids.next) == Unlocked(key, is_new=False)
