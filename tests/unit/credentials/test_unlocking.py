import json
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
import secretstorage
from secretstorage.util import open_session

from app.credentials.archive_key import ArchiveKey
from app.credentials.os_keyring import OsKeyring
from app.credentials.sidecar import ArchiveState, Sidecar
from app.credentials.unlocking import Unlocked, confirm, unlock
from app.domain.errors import (
    ArchiveMissing,
    CredentialError,
    KeyMismatch,
    SecretMalformed,
    SecretMissing,
    StoreReadOnly,
    WrongKeyring,
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
    sidecar = Sidecar.read(profile.sidecar)
    assert sidecar
    return sidecar


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


def lose_the_archive(profile: Profile, _keyring: OsKeyring) -> None:
    profile.archive.unlink()


def lose_the_sidecar(profile: Profile, _keyring: OsKeyring) -> None:
    profile.sidecar.unlink()


def lose_all_but_the_log(profile: Profile, _keyring: OsKeyring) -> None:
    lose_the_sidecar(profile, _keyring)
    profile.archive.rename(profile.folder / "archive.db-wal")


def lose_all_files(profile: Profile, _keyring: OsKeyring) -> None:
    shutil.rmtree(profile.folder)
    profile.make()


def break_the_sidecar(profile: Profile, _keyring: OsKeyring) -> None:
    profile.sidecar.write_bytes(b"{")


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
    fields = json.loads(profile.sidecar.read_bytes())
    profile.sidecar.write_text(json.dumps(fields | {"keyring": "another"}))


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (lose_the_archive, ArchiveMissing),
        (lose_the_sidecar, KeyMismatch),
        (lose_all_but_the_log, ArchiveMissing),
        (lose_all_files, ArchiveMissing),
        (break_the_sidecar, KeyMismatch),
        (lose_the_key, SecretMissing),
        (break_the_key, SecretMalformed),
        (keep_another_key, KeyMismatch),
        (keep_the_key_of_another_archive, KeyMismatch),
        (come_from_another_keyring, WrongKeyring),
    ],
)
def test_what_does_not_fit_together_is_told_and_left_as_it_is(
    ready: Profile,
    keyring: OsKeyring,
    unlocked: Unlock,
    harm: Callable[[Profile, OsKeyring], None],
    told: type[CredentialError],
) -> None:
    harm(ready, keyring)
    before = everything(ready)
    for _ in range(2):
        with pytest.raises(CredentialError) as refusal:
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
    with pytest.raises(StoreReadOnly):
        unlocked(profile)
    (profile.folder / "archive.json.partial").rmdir()
    assert unlocked(profile).is_new


class PowerCut(BaseException):
    """Ends everything at once; nobody may catch it."""


class FailingPower:
    """A keyring in memory. The power is cut at its nth call: before the call does anything, or after."""

    def __init__(self, call: int, *, after: bool) -> None:
        self.kept: dict[str, str] = {}
        self._calls_left = call
        self._after = after

    def get_password(self, _service: str, name: str) -> str | None:
        self._tick(lambda: None)
        return self.kept.get(name)

    def set_password(self, _service: str, name: str, secret: str) -> None:
        self._tick(lambda: self.kept.update({name: secret}))

    def _tick(self, act: Callable[[], None]) -> None:
        self._calls_left -= 1
        if self._calls_left or self._after:
            act()
        if not self._calls_left:
            raise PowerCut


CALLS_OF_A_FIRST_RUN = 5


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("call", range(1, CALLS_OF_A_FIRST_RUN + 1))
def test_a_first_run_that_ends_anywhere_is_taken_up_again(
    profile: Profile, ids: IdSource, call: int, after: bool
) -> None:
    power = FailingPower(call, after=after)
    keyring = OsKeyring(power, "memory")  # type: ignore[arg-type]
    with pytest.raises(PowerCut):
        unlock(profile, keyring, ids.next)

    recovered = unlock(profile, keyring, ids.next)
    assert recovered.is_new
    profile.archive.touch()
    confirm(profile)
    assert unlock(profile, keyring, ids.next) == Unlocked(recovered.key, is_new=False)
    lose_all_files(profile, keyring)
    with pytest.raises(ArchiveMissing):
        unlock(profile, keyring, ids.next)


def test_a_first_run_makes_as_many_calls_as_were_cut(profile: Profile, ids: IdSource) -> None:
    power = FailingPower(CALLS_OF_A_FIRST_RUN + 1, after=False)
    keyring = OsKeyring(power, "memory")  # type: ignore[arg-type]
    unlock(profile, keyring, ids.next)
    with pytest.raises(PowerCut):
        keyring.get("one more")


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
