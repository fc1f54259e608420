from dataclasses import replace

import pytest

from app.credentials.archive_key import ArchiveKey
from app.credentials.key_changes import create_recovery_key, set_passphrase, use_passphrase_only
from app.credentials.keyring_entries import former_key_entry, key_entry, next_key_entry
from app.credentials.os_keyring import OsKeyring
from app.credentials.recovery_key import RecoveryKey
from app.credentials.rotating import abandon_rotation, begin_rotation, finish_rotation
from app.credentials.sidecar_files import require_sidecar, write_sidecar
from app.credentials.unlocking import (
    Unlocked,
    confirm,
    unlock,
    unlock_with_passphrase,
    unlock_with_recovery_key,
)
from app.domain.errors import KeyMismatch, KeyringUnavailable, RotationUnfinished, SidecarLost, WrongKeyring
from app.domain.ids import IdSource
from app.system.profile import Profile

WORDS = "four words are enough"


@pytest.fixture
def key(profile: Profile, keyring: OsKeyring, ids: IdSource) -> ArchiveKey:
    """The key of a ready archive that a passphrase opens as well."""
    made = unlock(profile, keyring, ids.next).key
    profile.archive.write_bytes(b"an archive")
    confirm(profile)
    set_passphrase(profile, made, WORDS)
    return made


@pytest.fixture
def recovery_key(profile: Profile, key: ArchiveKey) -> RecoveryKey:
    return create_recovery_key(profile, key)


def by_every_way(profile: Profile, keyring: OsKeyring, ids: IdSource, written: RecoveryKey) -> set[Unlocked]:
    return {
        unlock(profile, keyring, ids.next),
        unlock_with_passphrase(profile, WORDS),
        unlock_with_recovery_key(profile, written.text),
    }


def test_while_it_is_under_way_every_way_gives_both_keys(
    profile: Profile, keyring: OsKeyring, ids: IdSource, key: ArchiveKey, recovery_key: RecoveryKey
) -> None:
    following = begin_rotation(profile, keyring, key)
    assert following != key
    both = Unlocked(key, is_new=False, other=following)
    assert by_every_way(profile, keyring, ids, recovery_key) == {both}


def test_once_finished_every_way_gives_the_next_key_alone(
    profile: Profile, keyring: OsKeyring, ids: IdSource, key: ArchiveKey, recovery_key: RecoveryKey
) -> None:
    following = begin_rotation(profile, keyring, key)
    finish_rotation(profile, keyring, following)
    assert by_every_way(profile, keyring, ids, recovery_key) == {Unlocked(following, is_new=False)}
    assert keyring.get(key_entry(key.archive_id)) == following.secret
    assert keyring.get(next_key_entry(key.archive_id)) is None
    assert following.check_value == require_sidecar(profile).check_value


def test_once_abandoned_everything_is_as_before(
    profile: Profile, keyring: OsKeyring, ids: IdSource, key: ArchiveKey, recovery_key: RecoveryKey
) -> None:
    before = require_sidecar(profile)
    begin_rotation(profile, keyring, key)
    abandon_rotation(profile, keyring)
    abandon_rotation(profile, keyring)
    assert require_sidecar(profile) == before
    assert keyring.get(next_key_entry(key.archive_id)) is None
    assert by_every_way(profile, keyring, ids, recovery_key) == {Unlocked(key, is_new=False)}


def test_each_former_key_stays_in_the_keyring_under_a_name_of_its_own(
    profile: Profile, keyring: OsKeyring, key: ArchiveKey
) -> None:
    second = begin_rotation(profile, keyring, key)
    finish_rotation(profile, None, second)  # the keyring is away, and learns of it with the next one
    third = begin_rotation(profile, keyring, second)
    finish_rotation(profile, keyring, third)
    for former in (key, second):
        assert keyring.get(former_key_entry(key.archive_id, former.check_value)) == former.secret
    assert keyring.get(former_key_entry(key.archive_id, third.check_value)) is None
    assert require_sidecar(profile).former == (key.check_value, second.check_value)


def test_what_is_no_key_is_not_kept_as_a_former_one(
    profile: Profile, keyring: OsKeyring, key: ArchiveKey
) -> None:
    following = begin_rotation(profile, keyring, key)
    keyring.set(key_entry(key.archive_id), "no key")
    finish_rotation(profile, keyring, following)
    assert keyring.get(former_key_entry(key.archive_id, key.check_value)) is None
    assert keyring.get(key_entry(key.archive_id)) == following.secret


def test_without_a_keyring_the_next_key_lies_in_the_slots_alone(
    profile: Profile, keyring: OsKeyring, key: ArchiveKey
) -> None:
    use_passphrase_only(profile, keyring, WORDS)
    following = begin_rotation(profile, None, key)
    assert keyring.get(next_key_entry(key.archive_id)) is None
    assert unlock_with_passphrase(profile, WORDS) == Unlocked(key, is_new=False, other=following)
    finish_rotation(profile, None, following)
    assert unlock_with_passphrase(profile, WORDS) == Unlocked(following, is_new=False)


def test_ended_without_its_keyring_the_key_is_found_there_as_the_next_one(
    profile: Profile, keyring: OsKeyring, ids: IdSource, key: ArchiveKey
) -> None:
    following = begin_rotation(profile, keyring, key)
    finish_rotation(profile, None, following)
    assert unlock(profile, keyring, ids.next) == Unlocked(following, is_new=False)
    third = begin_rotation(profile, keyring, following)
    assert unlock(profile, keyring, ids.next) == Unlocked(following, is_new=False, other=third)


def test_the_only_place_of_a_key_is_never_tidied_up(
    profile: Profile, keyring: OsKeyring, ids: IdSource, key: ArchiveKey
) -> None:
    following = begin_rotation(profile, keyring, key)
    finish_rotation(profile, None, following)
    abandon_rotation(profile, keyring)
    assert unlock(profile, keyring, ids.next) == Unlocked(following, is_new=False)


def test_one_rotation_at_a_time_and_only_of_the_right_key(
    profile: Profile, keyring: OsKeyring, key: ArchiveKey
) -> None:
    with pytest.raises(KeyMismatch):
        begin_rotation(profile, keyring, ArchiveKey.new(key.archive_id))
    with pytest.raises(KeyMismatch):
        finish_rotation(profile, keyring, key)
    begin_rotation(profile, keyring, key)
    with pytest.raises(RotationUnfinished):
        begin_rotation(profile, keyring, key)
    with pytest.raises(KeyMismatch):
        finish_rotation(profile, keyring, key)


def test_it_does_not_begin_without_the_archives_own_keyring(
    profile: Profile, keyring: OsKeyring, key: ArchiveKey
) -> None:
    before = require_sidecar(profile)
    with pytest.raises(KeyringUnavailable):
        begin_rotation(profile, None, key)
    elsewhere = replace(before, keyring="another")
    write_sidecar(profile, elsewhere)
    with pytest.raises(WrongKeyring):
        begin_rotation(profile, keyring, key)
    assert require_sidecar(profile) == elsewhere


def test_no_key_is_dropped_into_a_strangers_letter_box(
    profile: Profile, keyring: OsKeyring, key: ArchiveKey
) -> None:
    sidecar = require_sidecar(profile)
    forged = replace(sidecar.slots[0], public_key="11" * 32)
    write_sidecar(profile, replace(sidecar, slots=(forged,)))
    with pytest.raises(SidecarLost):
        begin_rotation(profile, keyring, key)
    assert keyring.get(next_key_entry(key.archive_id)) is None
