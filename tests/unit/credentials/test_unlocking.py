import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
import secretstorage
from secretstorage.util import open_session

from app.credentials.archive_key import ArchiveKey
from app.credentials.key_changes import create_recovery_key, set_passphrase, use_passphrase_only
from app.credentials.os_keyring import OsKeyring
from app.credentials.recovery_key import RecoveryKey
from app.credentials.sidecar import ArchiveState, Sidecar
from app.credentials.sidecar_files import require_sidecar, write_sidecar
from app.credentials.unlocking import (
    Unlocked,
    Ways,
    begin_with_passphrase,
    confirm,
    unlock,
    unlock_with_passphrase,
    unlock_with_recovery_key,
    ways,
)
from app.domain.errors import (
    AppError,
    ArchiveMissing,
    EmptyPassphrase,
    KeyMismatch,
    NoSuchWay,
    PassphraseNeeded,
    RecoveryKeyMistyped,
    SecretMalformed,
    SecretMissing,
    SidecarLost,
    StoreFromFuture,
    StoreReadOnly,
    WrongKeyring,
    WrongPassphrase,
    WrongRecoveryKey,
)
from app.domain.ids import IdSource
from app.system.profile import Profile

Unlock = Callable[[Profile], Unlocked]


@pytest.fixture
def unlocked(keyring: OsKeyring, ids: IdSource) -> Unlock:
    return lambda profile: unlock(profile, keyring, ids.next)


@pytest.fixture
def ready(profile: Profile, unlocked: Unlock) -> Profile:
    """A profile as a first run leaves it, once its archive has been opened."""
    unlocked(profile)
    profile.archive.write_bytes(b"an archive")
    confirm(profile)
    return profile


def sidecar_of(profile: Profile) -> Sidecar:
    return require_sidecar(profile)


def entry_of(profile: Profile) -> str:
    return f"archive:{sidecar_of(profile).archive_id}"


def everything(profile: Profile) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """All that is in the profile's folder, and all that Sotto keeps in the keyring."""
    files = {path.name: path.read_bytes() for path in profile.folder.iterdir() if path.is_file()}
    with closing(secretstorage.dbus_init()) as bus:
        collection = secretstorage.Collection(bus, session=open_session(bus))
        found = collection.search_items({"service": "Sotto"})
        return files, {item.get_attributes()["username"]: item.get_secret() for item in found}


def test_a_first_run_makes_a_key_and_keeps_it(profile: Profile, keyring: OsKeyring, unlocked: Unlock) -> None:
    first = unlocked(profile)
    assert first.is_new
    sidecar = sidecar_of(profile)
    assert sidecar.state is ArchiveState.NEW
    assert (sidecar.archive_id, sidecar.check_value) == (first.key.archive_id, first.key.check_value)
    assert keyring.get(entry_of(profile)) == first.key.secret


def test_every_later_run_fetches_the_same_key_and_changes_nothing(ready: Profile, unlocked: Unlock) -> None:
    before = everything(ready)
    later = unlocked(ready)
    assert not later.is_new
    assert later.key.check_value == sidecar_of(ready).check_value
    assert unlocked(ready) == later
    assert everything(ready) == before


def test_until_the_archive_was_opened_once_it_may_be_missing(profile: Profile, unlocked: Unlock) -> None:
    first = unlocked(profile)
    assert unlocked(profile) == first
    profile.archive.touch()
    assert unlocked(profile) == first
    confirm(profile)
    confirm(profile)
    assert unlocked(profile) == Unlocked(first.key, is_new=False)


@pytest.mark.parametrize("name", ["archive.db.before-2026", "archive.db-wal", "backups/2026.backup"])
def test_an_archive_that_has_left_other_traces_may_not_be_missing(
    profile: Profile, unlocked: Unlock, name: str
) -> None:
    unlocked(profile)
    profile.backups.mkdir()
    (profile.folder / name).touch()
    before = everything(profile)
    with pytest.raises(ArchiveMissing):
        unlocked(profile)
    assert everything(profile) == before
    profile.archive.touch()
    assert unlocked(profile).is_new


def test_the_disk_does_not_hold_the_key(ready: Profile, keyring: OsKeyring) -> None:
    secret = keyring.get(entry_of(ready))
    assert secret
    key = secret.rpartition(":")[2]
    written = b"".join(everything(ready)[0].values())
    for part in (key[:16], key[-16:]):
        assert part.encode() not in written
        assert bytes.fromhex(part) not in written


def test_two_profiles_have_keys_of_their_own(tmp_path: Path, unlocked: Unlock) -> None:
    profiles = [Profile(tmp_path / name) for name in ("one", "other")]
    for profile in profiles:
        profile.make()
    one, other = map(unlocked, profiles)
    assert one.key.key_and_salt != other.key.key_and_salt


def leave_it(_profile: Profile, _keyring: OsKeyring) -> None:
    pass


def lose_the_archive(profile: Profile, _keyring: OsKeyring) -> None:
    profile.archive.unlink()


def lose_the_sidecar(profile: Profile, _keyring: OsKeyring) -> None:
    profile.sidecar.unlink()
    profile.sidecar_copy.unlink()


def lose_all_but_the_log(profile: Profile, _keyring: OsKeyring) -> None:
    lose_the_sidecar(profile, _keyring)
    profile.archive.rename(profile.folder / "archive.db-wal")


def lose_all_files(profile: Profile, _keyring: OsKeyring) -> None:
    shutil.rmtree(profile.folder)
    profile.make()


def break_the_sidecar(profile: Profile, _keyring: OsKeyring) -> None:
    profile.sidecar.write_bytes(b"{")
    profile.sidecar_copy.write_bytes(b"")


def lose_the_key(profile: Profile, keyring: OsKeyring) -> None:
    keyring.delete(entry_of(profile))


def break_the_key(profile: Profile, keyring: OsKeyring) -> None:
    keyring.set(entry_of(profile), "no key")


def keep_another_key(profile: Profile, keyring: OsKeyring) -> None:
    keyring.set(entry_of(profile), ArchiveKey.new(sidecar_of(profile).archive_id).secret)


def keep_the_key_of_another_archive(profile: Profile, keyring: OsKeyring) -> None:
    key = ArchiveKey.from_secret(keyring.get(entry_of(profile)) or "")
    other = ArchiveKey("0191e5a0-0000-7000-8000-000000000000", key.key_and_salt)
    keyring.set(entry_of(profile), other.secret)


def come_from_another_keyring(profile: Profile, _keyring: OsKeyring) -> None:
    write_sidecar(profile, replace(sidecar_of(profile), keyring="another"))


def come_from_the_future(profile: Profile, _keyring: OsKeyring) -> None:
    profile.sidecar.write_bytes(b'{"format": 2}')


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (lose_the_archive, ArchiveMissing),
        (lose_the_sidecar, SidecarLost),
        (lose_all_but_the_log, ArchiveMissing),
        (lose_all_files, ArchiveMissing),
        (break_the_sidecar, SidecarLost),
        (lose_the_key, SecretMissing),
        (break_the_key, SecretMalformed),
        (keep_another_key, KeyMismatch),
        (keep_the_key_of_another_archive, KeyMismatch),
        (come_from_another_keyring, WrongKeyring),
        (come_from_the_future, StoreFromFuture),
    ],
)
def test_what_does_not_fit_together_is_told_and_left_as_it_is(
    ready: Profile,
    keyring: OsKeyring,
    unlocked: Unlock,
    harm: Callable[[Profile, OsKeyring], None],
    told: type[AppError],
) -> None:
    harm(ready, keyring)
    before = everything(ready)
    for _ in range(2):
        with pytest.raises(AppError) as refusal:
            unlocked(ready)
        assert type(refusal.value) is told
    assert everything(ready) == before


@pytest.mark.parametrize("name", ["archive.db-wal", "archive.db-shm", "archive.2026.backup"])
def test_a_folder_with_any_trace_is_no_first_run(profile: Profile, unlocked: Unlock, name: str) -> None:
    (profile.folder / name).touch()
    before = everything(profile)
    with pytest.raises(ArchiveMissing):
        unlocked(profile)
    assert everything(profile) == before


def test_a_folder_that_cannot_be_written_makes_no_first_run(profile: Profile, unlocked: Unlock) -> None:
    (profile.folder / "archive.json.partial").mkdir()
    before = everything(profile)
    with pytest.raises(StoreReadOnly):
        unlocked(profile)
    assert everything(profile) == before
    (profile.folder / "archive.json.partial").rmdir()
    assert unlocked(profile).is_new


def test_a_key_that_one_sidecar_tells_of_is_kept(profile: Profile, unlocked: Unlock) -> None:
    (profile.folder / "archive.copy.json.partial").mkdir()
    with pytest.raises(StoreReadOnly):
        unlocked(profile)
    made = sidecar_of(profile).check_value
    (profile.folder / "archive.copy.json.partial").rmdir()
    assert unlocked(profile).key.check_value == made


def test_a_sidecar_that_was_cut_short_while_it_was_written_first_is_written_again(
    profile: Profile, unlocked: Unlock
) -> None:
    (profile.folder / "archive.json.partial").write_bytes(b'{"archi')
    assert unlocked(profile).is_new
    assert unlocked(profile).is_new


def test_a_moved_profile_keeps_its_key(ready: Profile, tmp_path: Path, unlocked: Unlock) -> None:
    key = unlocked(ready).key
    ready.folder.rename(tmp_path / "elsewhere")
    assert unlocked(Profile(tmp_path / "elsewhere")).key == key


def test_a_folder_is_known_by_its_real_path(ready: Profile, tmp_path: Path, unlocked: Unlock) -> None:
    link = tmp_path / "link"
    link.symlink_to(ready.folder)
    lose_all_files(ready, None)  # type: ignore[arg-type]
    with pytest.raises(ArchiveMissing):
        unlocked(Profile(link))


WORDS = "four words are enough"


def test_a_passphrase_and_the_recovery_key_open_what_the_keyring_opens(
    ready: Profile, unlocked: Unlock
) -> None:
    by_keyring = unlocked(ready)
    set_passphrase(ready, by_keyring.key, WORDS)
    recovery_key = create_recovery_key(ready, by_keyring.key)
    before = everything(ready)
    assert unlock_with_passphrase(ready, WORDS) == by_keyring
    assert unlock_with_recovery_key(ready, recovery_key.text.lower()) == by_keyring
    with pytest.raises(WrongPassphrase):
        unlock_with_passphrase(ready, "four words")
    with pytest.raises(WrongRecoveryKey):
        unlock_with_recovery_key(ready, RecoveryKey.new().text)
    with pytest.raises(RecoveryKeyMistyped):
        unlock_with_recovery_key(ready, recovery_key.text[:-1])
    assert everything(ready) == before


def test_a_way_that_was_never_made_is_told_as_such(ready: Profile) -> None:
    with pytest.raises(NoSuchWay):
        unlock_with_passphrase(ready, WORDS)
    with pytest.raises(NoSuchWay):
        unlock_with_recovery_key(ready, RecoveryKey.new().text)


def test_no_way_leads_to_an_archive_that_is_gone(ready: Profile, unlocked: Unlock) -> None:
    key = unlocked(ready).key
    set_passphrase(ready, key, WORDS)
    recovery_key = create_recovery_key(ready, key)
    ready.archive.unlink()
    with pytest.raises(ArchiveMissing):
        unlock_with_passphrase(ready, WORDS)
    with pytest.raises(ArchiveMissing):
        unlock_with_recovery_key(ready, recovery_key.text)


def test_on_another_machine_the_recovery_key_is_enough(
    ready: Profile, unlocked: Unlock, keyring: OsKeyring
) -> None:
    key = unlocked(ready).key
    recovery_key = create_recovery_key(ready, key)
    lose_the_key(ready, keyring)
    with pytest.raises(SecretMissing):
        unlocked(ready)
    assert unlock_with_recovery_key(ready, recovery_key.text).key == key


def test_a_slot_that_holds_another_key_opens_nothing(ready: Profile, unlocked: Unlock) -> None:
    other = ArchiveKey.new(unlocked(ready).key.archive_id)
    write_sidecar(ready, replace(sidecar_of(ready), check_value=other.check_value))
    set_passphrase(ready, other, WORDS)
    write_sidecar(ready, replace(sidecar_of(ready), check_value="0" * 16))
    with pytest.raises(KeyMismatch):
        unlock_with_passphrase(ready, WORDS)


def test_the_ways_are_told_without_taking_one(ready: Profile, keyring: OsKeyring, unlocked: Unlock) -> None:
    key = unlocked(ready).key
    assert ways(ready) == Ways(keyring.kind)
    create_recovery_key(ready, key)
    assert ways(ready) == Ways(keyring.kind, recovery_key=True)
    set_passphrase(ready, key, WORDS)
    assert ways(ready) == Ways(keyring.kind, passphrase=True, recovery_key=True)
    use_passphrase_only(ready, keyring, WORDS)
    assert ways(ready) == Ways(None, passphrase=True, recovery_key=True)


@pytest.mark.parametrize("harm", [lose_the_sidecar, break_the_sidecar, lose_all_files])
def test_no_way_is_known_where_nothing_tells_of_it(
    ready: Profile, keyring: OsKeyring, harm: Callable[[Profile, OsKeyring], None]
) -> None:
    harm(ready, keyring)
    assert ways(ready) == Ways()


@pytest.mark.parametrize("has_keyring", [True, False])
def test_a_first_run_may_do_without_a_keyring(
    profile: Profile, keyring: OsKeyring, ids: IdSource, has_keyring: bool
) -> None:
    before = everything(profile)[1]
    first = begin_with_passphrase(profile, keyring if has_keyring else None, WORDS, ids.next)
    assert first.is_new
    assert unlock_with_passphrase(profile, WORDS) == first
    with pytest.raises(PassphraseNeeded):
        unlock(profile, keyring, ids.next)
    assert everything(profile)[1] == before
    profile.archive.touch()
    confirm(profile)
    assert unlock_with_passphrase(profile, WORDS) == Unlocked(first.key, is_new=False)


def test_a_passphrase_begins_nothing_where_anything_is(
    ready: Profile, keyring: OsKeyring, ids: IdSource
) -> None:
    for harm, told in (
        (None, KeyMismatch),
        (lose_the_sidecar, SidecarLost),
        (lose_all_files, ArchiveMissing),
    ):
        if harm:
            harm(ready, keyring)
        before = everything(ready)
        with pytest.raises(told):
            begin_with_passphrase(ready, keyring, WORDS, ids.next)
        assert everything(ready) == before


def test_an_empty_passphrase_begins_nothing(profile: Profile, ids: IdSource) -> None:
    with pytest.raises(EmptyPassphrase):
        begin_with_passphrase(profile, None, "  ", ids.next)
    assert profile.traces() == []


def test_a_damaged_sidecar_hinders_nobody_and_is_left_as_it_is(ready: Profile, unlocked: Unlock) -> None:
    ready.sidecar.write_bytes(b"{")
    before = everything(ready)
    assert not unlocked(ready).is_new
    assert everything(ready) == before
