import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from app.credentials.archive_key import ArchiveKey
from app.credentials.key_changes import (
    RecoveryState,
    confirm_recovery_key,
    create_recovery_key,
    defer_recovery_key,
    keep_in_keyring,
    leave_keyring,
    recovery_state,
    remove_passphrase,
    set_passphrase,
    use_passphrase_only,
)
from app.credentials.keyring_entries import former_key_entry, key_entry, next_key_entry, remember_folder
from app.credentials.os_keyring import OsKeyring
from app.credentials.recovery_key import RecoveryKey
from app.credentials.rotating import begin_rotation, finish_rotation
from app.credentials.sidecar_files import require_sidecar, write_sidecar
from app.credentials.unlocking import (
    Unlocked,
    confirm,
    unlock,
    unlock_with_passphrase,
    unlock_with_recovery_key,
)
from app.domain.errors import (
    EmptyPassphrase,
    KeyMismatch,
    NoSuchWay,
    RecoveryKeyMistyped,
    RotationUnfinished,
    WrongPassphrase,
    WrongRecoveryKey,
)
from app.domain.ids import IdSource
from app.system.profile import Profile

WORDS = "four words are enough"


@pytest.fixture
def key(profile: Profile, keyring: OsKeyring, ids: IdSource) -> ArchiveKey:
    made = unlock(profile, keyring, ids.next).key
    profile.archive.write_bytes(b"an archive")
    confirm(profile)
    return made


def test_a_recovery_key_opens_at_once_and_waits_to_be_typed_back(profile: Profile, key: ArchiveKey) -> None:
    assert recovery_state(profile) == RecoveryState(None, is_pending=False, deferred_at=None)
    recovery_key = create_recovery_key(profile, key)
    assert recovery_state(profile) == RecoveryState(None, is_pending=True, deferred_at=None)
    assert unlock_with_recovery_key(profile, recovery_key.text).key == key
    defer_recovery_key(profile, 6)
    assert recovery_state(profile) == RecoveryState(None, is_pending=True, deferred_at=6)
    confirm_recovery_key(profile, recovery_key.text.lower(), 7)
    assert recovery_state(profile) == RecoveryState(7, is_pending=False, deferred_at=None)
    assert unlock_with_recovery_key(profile, recovery_key.text).key == key


def test_it_may_be_put_off_before_there_is_one(profile: Profile, key: ArchiveKey) -> None:
    defer_recovery_key(profile, 5)
    assert recovery_state(profile) == RecoveryState(None, is_pending=False, deferred_at=5)
    create_recovery_key(profile, key)
    assert recovery_state(profile).deferred_at == 5


def test_the_former_key_opens_until_the_new_one_is_typed_back(profile: Profile, key: ArchiveKey) -> None:
    former = create_recovery_key(profile, key)
    confirm_recovery_key(profile, former.text, 1)
    forgotten, newest = create_recovery_key(profile, key), create_recovery_key(profile, key)
    assert recovery_state(profile) == RecoveryState(1, is_pending=True, deferred_at=None)
    for each in (former, newest):
        assert unlock_with_recovery_key(profile, each.text).key == key
    confirm_recovery_key(profile, newest.text, 2)
    assert recovery_state(profile) == RecoveryState(2, is_pending=False, deferred_at=None)
    assert unlock_with_recovery_key(profile, newest.text).key == key
    for each in (former, forgotten):
        with pytest.raises(WrongRecoveryKey):
            unlock_with_recovery_key(profile, each.text)


def test_what_is_typed_back_wrongly_confirms_nothing(profile: Profile, key: ArchiveKey) -> None:
    with pytest.raises(NoSuchWay):
        confirm_recovery_key(profile, RecoveryKey.new().text, 1)
    recovery_key = create_recovery_key(profile, key)
    before = require_sidecar(profile)
    with pytest.raises(RecoveryKeyMistyped):
        confirm_recovery_key(profile, recovery_key.text[1:], 1)
    with pytest.raises(WrongRecoveryKey):
        confirm_recovery_key(profile, RecoveryKey.new().text, 1)
    assert require_sidecar(profile) == before


def test_a_passphrase_is_set_changed_and_removed(
    profile: Profile, keyring: OsKeyring, ids: IdSource, key: ArchiveKey
) -> None:
    set_passphrase(profile, key, "first")
    assert unlock_with_passphrase(profile, "first").key == key
    set_passphrase(profile, key, "second")
    assert unlock_with_passphrase(profile, "second").key == key
    with pytest.raises(WrongPassphrase):
        unlock_with_passphrase(profile, "first")
    with pytest.raises(EmptyPassphrase):
        set_passphrase(profile, key, " ")
    remove_passphrase(profile, key)
    for act in (
        lambda: unlock_with_passphrase(profile, "second"),
        lambda: remove_passphrase(profile, key),
    ):
        with pytest.raises(NoSuchWay):
            act()
    assert unlock(profile, keyring, ids.next) == Unlocked(key, is_new=False)


def test_no_change_touches_the_archive_or_another_way(
    profile: Profile, keyring: OsKeyring, key: ArchiveKey
) -> None:
    recovery_key = create_recovery_key(profile, key)
    before = profile.archive.stat()
    set_passphrase(profile, key, WORDS)
    use_passphrase_only(profile, keyring, WORDS)
    keep_in_keyring(profile, keyring, key)
    remove_passphrase(profile, key)
    assert unlock_with_recovery_key(profile, recovery_key.text).key == key
    after = profile.archive.stat()
    assert (after.st_ino, after.st_mtime_ns, after.st_size) == (
        before.st_ino,
        before.st_mtime_ns,
        before.st_size,
    )


def test_the_key_leaves_the_keyring_and_comes_back(
    profile: Profile, keyring: OsKeyring, ids: IdSource, key: ArchiveKey
) -> None:
    set_passphrase(profile, key, WORDS)
    use_passphrase_only(profile, keyring, WORDS)
    assert keyring.get(key_entry(key.archive_id)) is None
    assert (require_sidecar(profile).keyring, require_sidecar(profile).left_keyring) == (None, None)
    assert unlock_with_passphrase(profile, WORDS).key == key
    use_passphrase_only(profile, keyring, WORDS)
    keep_in_keyring(profile, keyring, key)
    assert unlock(profile, keyring, ids.next) == Unlocked(key, is_new=False)


def test_the_key_stays_in_the_keyring_until_a_passphrase_is_proved(
    profile: Profile, keyring: OsKeyring, key: ArchiveKey
) -> None:
    with pytest.raises(NoSuchWay):
        use_passphrase_only(profile, keyring, WORDS)
    set_passphrase(profile, key, WORDS)
    before = require_sidecar(profile)
    with pytest.raises(WrongPassphrase):
        use_passphrase_only(profile, keyring, "four words")
    assert require_sidecar(profile) == before
    assert keyring.get(key_entry(key.archive_id)) == key.secret


def test_a_keyring_that_is_away_is_left_later(profile: Profile, keyring: OsKeyring, key: ArchiveKey) -> None:
    set_passphrase(profile, key, WORDS)
    use_passphrase_only(profile, None, WORDS)
    assert require_sidecar(profile).left_keyring == keyring.kind
    keyring.set(next_key_entry(key.archive_id), key.secret)
    leave_keyring(profile, None)
    assert keyring.get(key_entry(key.archive_id)) == key.secret
    leave_keyring(profile, keyring)
    leave_keyring(profile, keyring)
    assert keyring.get(key_entry(key.archive_id)) is keyring.get(next_key_entry(key.archive_id)) is None
    assert require_sidecar(profile).left_keyring is None


def test_former_keys_leave_the_keyring_as_well(profile: Profile, keyring: OsKeyring, key: ArchiveKey) -> None:
    set_passphrase(profile, key, WORDS)
    following = begin_rotation(profile, keyring, key)
    finish_rotation(profile, keyring, following)
    entry = former_key_entry(key.archive_id, key.check_value)
    assert keyring.get(entry) == key.secret
    use_passphrase_only(profile, keyring, WORDS)
    assert keyring.get(entry) is keyring.get(key_entry(key.archive_id)) is None
    assert require_sidecar(profile).former == ()


def test_former_keys_are_kept_for_the_passphrase(
    profile: Profile, keyring: OsKeyring, key: ArchiveKey
) -> None:
    set_passphrase(profile, key, WORDS)
    finish_rotation(profile, keyring, begin_rotation(profile, keyring, key))
    use_passphrase_only(profile, keyring, WORDS)
    (slot,) = require_sidecar(profile).former_slots
    assert slot.open_with_passphrase(key.archive_id, WORDS) == key


def test_a_keyring_that_lets_nothing_go_makes_the_sidecar_no_longer_each_time(
    profile: Profile, keyring: OsKeyring, key: ArchiveKey
) -> None:
    set_passphrase(profile, key, WORDS)
    finish_rotation(profile, keyring, begin_rotation(profile, keyring, key))
    before = require_sidecar(profile)
    use_passphrase_only(profile, keyring, WORDS)
    once = require_sidecar(profile)
    keyring.set(former_key_entry(key.archive_id, key.check_value), key.secret)
    write_sidecar(profile, replace(once, left_keyring=before.keyring, former=before.former))
    leave_keyring(profile, keyring)
    assert require_sidecar(profile) == once


def test_a_keyring_that_opens_a_copy_elsewhere_keeps_the_key(
    profile: Profile, keyring: OsKeyring, ids: IdSource, key: ArchiveKey, tmp_path: Path
) -> None:
    copy = Profile(shutil.copytree(profile.folder, tmp_path / "copy"))
    remember_folder(copy, keyring, key.archive_id)
    set_passphrase(copy, key, WORDS)
    use_passphrase_only(copy, keyring, WORDS)
    assert unlock(profile, keyring, ids.next).key == key
    set_passphrase(profile, key, WORDS)
    use_passphrase_only(profile, keyring, WORDS)
    assert keyring.get(key_entry(key.archive_id)) is None


def test_what_is_put_into_the_keyring_takes_no_other_keys_place(
    profile: Profile, keyring: OsKeyring, ids: IdSource, key: ArchiveKey, tmp_path: Path
) -> None:
    set_passphrase(profile, key, WORDS)
    older = Profile(shutil.copytree(profile.folder, tmp_path / "older"))
    following = begin_rotation(profile, keyring, key)
    finish_rotation(profile, keyring, following)
    keep_in_keyring(older, keyring, unlock_with_passphrase(older, WORDS).key)
    assert unlock(profile, keyring, ids.next).key == following
    assert unlock(older, keyring, ids.next).key == key


def test_a_key_that_lies_beside_anothers_leaves_the_keyring_and_the_other_stays(
    profile: Profile, keyring: OsKeyring, ids: IdSource, key: ArchiveKey
) -> None:
    other = ArchiveKey.new(key.archive_id)
    keyring.set(key_entry(key.archive_id), other.secret)
    keep_in_keyring(profile, keyring, key)
    assert unlock(profile, keyring, ids.next).key == key
    set_passphrase(profile, key, WORDS)
    use_passphrase_only(profile, keyring, WORDS)
    assert keyring.get(former_key_entry(key.archive_id, key.check_value)) is None
    assert keyring.get(key_entry(key.archive_id)) == other.secret


def test_a_keyring_that_holds_the_key_is_not_left(
    profile: Profile, keyring: OsKeyring, key: ArchiveKey
) -> None:
    leave_keyring(profile, keyring)
    assert keyring.get(key_entry(key.archive_id)) == key.secret


def test_the_last_daily_way_cannot_be_removed(profile: Profile, keyring: OsKeyring, key: ArchiveKey) -> None:
    set_passphrase(profile, key, WORDS)
    create_recovery_key(profile, key)
    use_passphrase_only(profile, keyring, WORDS)
    with pytest.raises(NoSuchWay):
        remove_passphrase(profile, key)
    assert unlock_with_passphrase(profile, WORDS).key == key


def test_while_a_rotation_is_under_way_no_recovery_key_is_confirmed(
    profile: Profile, keyring: OsKeyring, key: ArchiveKey
) -> None:
    former = create_recovery_key(profile, key)
    confirm_recovery_key(profile, former.text, 1)
    pending = create_recovery_key(profile, key)
    following = begin_rotation(profile, keyring, key)
    with pytest.raises(RotationUnfinished):
        confirm_recovery_key(profile, pending.text, 2)
    finish_rotation(profile, keyring, following)
    confirm_recovery_key(profile, pending.text, 3)
    assert recovery_state(profile) == RecoveryState(3, is_pending=False, deferred_at=None)
    with pytest.raises(WrongRecoveryKey):
        unlock_with_recovery_key(profile, former.text)


def every_change(profile: Profile, keyring: OsKeyring, key: ArchiveKey) -> list[Callable[[], object]]:
    return [
        lambda: create_recovery_key(profile, key),
        lambda: set_passphrase(profile, key, WORDS),
        lambda: remove_passphrase(profile, key),
        lambda: keep_in_keyring(profile, keyring, key),
    ]


def test_a_key_that_is_not_the_archives_changes_nothing(
    profile: Profile, keyring: OsKeyring, key: ArchiveKey
) -> None:
    before = require_sidecar(profile)
    for change in every_change(profile, keyring, ArchiveKey.new(key.archive_id)):
        with pytest.raises(KeyMismatch):
            change()
    assert require_sidecar(profile) == before
    assert keyring.get(key_entry(key.archive_id)) == key.secret


def test_while_a_rotation_is_under_way_nothing_else_is_changed(
    profile: Profile, keyring: OsKeyring, key: ArchiveKey
) -> None:
    following = begin_rotation(profile, keyring, key)
    before = require_sidecar(profile)
    for change in every_change(profile, keyring, key) + every_change(profile, keyring, following):
        with pytest.raises(RotationUnfinished):
            change()
    assert require_sidecar(profile) == before
