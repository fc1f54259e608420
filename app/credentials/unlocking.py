"""From a profile to the archive's key: made once, on a first run, and only ever fetched after.

Three ways lead to it: the keyring, a passphrase, the recovery key. A first run is told by the absence of
every trace: no archive, journal, sidecar or backup in the folder, and no entry for it in the keyring.
Anything else that does not fit together raises, and nothing is made, overwritten or deleted.
"""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace

from app.credentials.archive_key import ArchiveKey
from app.credentials.keyring_entries import fetch_keys, folder_entry, key_entry, remember_folder
from app.credentials.os_keyring import OsKeyring
from app.credentials.recovery_key import RecoveryKey
from app.credentials.sidecar import ArchiveState, Sidecar
from app.credentials.sidecar_files import read_sidecar, require_sidecar, write_sidecar
from app.credentials.slots import Slot, SlotKind
from app.domain.errors import (
    ArchiveMissing,
    CredentialError,
    KeyMismatch,
    NoSuchWay,
    PassphraseNeeded,
    SidecarLost,
    StoreError,
    WrongPassphrase,
    WrongRecoveryKey,
)
from app.system.profile import Profile


@dataclass(frozen=True, slots=True)
class Unlocked:
    """The key, and whether the archive must be there already. Call `confirm` once it has opened.

    `other` is there only where a rotation has been interrupted: then either may be the one that opens it.
    """

    key: ArchiveKey
    is_new: bool
    other: ArchiveKey | None = None


@dataclass(frozen=True, slots=True)
class Ways:
    """Which ways lead to a profile's key. None of them, if what tells about them is gone."""

    keyring: str | None = None
    passphrase: bool = False
    recovery_key: bool = False


def ways(profile: Profile) -> Ways:
    """Tell which ways there are, without taking one. Never raises for a state of the folder."""
    sidecar = None
    with suppress(SidecarLost, StoreError):
        sidecar = read_sidecar(profile)
    return ways_of(sidecar) if sidecar else Ways()


def ways_of(sidecar: Sidecar) -> Ways:
    """Tell which ways lead into the archive that the sidecar belongs to."""
    passphrase, recovery = (
        bool(sidecar.all_slots(kind)) for kind in (SlotKind.PASSPHRASE, SlotKind.RECOVERY)
    )
    return Ways(sidecar.keyring, passphrase, recovery)


def unlock(profile: Profile, keyring: OsKeyring, new_id: Callable[[], str]) -> Unlocked:
    """Fetch the key of the profile's archive from the keyring, or make one if this is a first run.

    Raises CredentialError, or StoreError where the sidecar can be neither read nor written.
    """
    sidecar = read_sidecar(profile)
    if sidecar is None:
        _require_first_run(profile, keyring)
        return Unlocked(_make_key(profile, keyring, new_id()), is_new=True)
    _require_archive(profile, sidecar)
    if sidecar.keyring is None:
        raise PassphraseNeeded("The archive's key is in no keyring; a passphrase opens it.")
    keys = fetch_keys(sidecar, keyring)
    if sidecar.state is ArchiveState.NEW:
        remember_folder(profile, keyring, sidecar.archive_id)  # the first run may have ended before it did
    return _unlocked(sidecar, keys)


def unlock_with_passphrase(profile: Profile, passphrase: str) -> Unlocked:
    """Take the key out of the passphrase's slot. Raises WrongPassphrase, NoSuchWay, CredentialError."""
    wrong = WrongPassphrase("The passphrase does not open this archive.")
    return _unlock_by(
        profile,
        SlotKind.PASSPHRASE,
        lambda slot, archive: slot.open_with_passphrase(archive, passphrase),
        wrong,
    )


def unlock_with_recovery_key(profile: Profile, typed: str) -> Unlocked:
    """Take the key out of the recovery key's slot; no keyring is needed, so it works on any machine.

    Raises RecoveryKeyMistyped, WrongRecoveryKey, NoSuchWay and what `unlock` raises.
    """
    recovery_key = RecoveryKey.parse(typed)
    wrong = WrongRecoveryKey("The recovery key is not this archive's.")
    return _unlock_by(
        profile,
        SlotKind.RECOVERY,
        lambda slot, archive: slot.open_with_recovery_key(archive, recovery_key),
        wrong,
    )


def begin_with_passphrase(
    profile: Profile, keyring: OsKeyring | None, passphrase: str, new_id: Callable[[], str]
) -> Unlocked:
    """Make the key on a first run, and put it into no keyring; where there is one, it is asked for traces.

    Raises EmptyPassphrase, and what `unlock` raises where this is not a first run.
    """
    if read_sidecar(profile) is not None:
        raise KeyMismatch("There is an archive in this folder already.")
    _require_first_run(profile, keyring)
    key = ArchiveKey.new(new_id())
    slot = Slot.for_passphrase(key, passphrase)
    write_sidecar(profile, Sidecar(key.archive_id, None, key.check_value, ArchiveState.NEW, (slot,)))
    return unlock_with_passphrase(profile, passphrase)


def confirm(profile: Profile) -> None:
    """Note that the archive has been opened with its key: from now on it must always be there."""
    sidecar = read_sidecar(profile)
    if sidecar and sidecar.state is ArchiveState.NEW:
        write_sidecar(profile, replace(sidecar, state=ArchiveState.READY))


def _unlock_by(
    profile: Profile, kind: SlotKind, take: Callable[[Slot, str], ArchiveKey], wrong: CredentialError
) -> Unlocked:
    """Take the key out of whichever slots of the kind it opens. Raises `wrong` if that is none of them."""
    sidecar = require_sidecar(profile)
    _require_archive(profile, sidecar)
    keys: list[ArchiveKey] = []
    for slot in _slots(sidecar, kind):
        with suppress(type(wrong)):
            keys.append(take(slot, sidecar.archive_id))
    if not keys:
        raise wrong
    return _unlocked(sidecar, keys)


def _unlocked(sidecar: Sidecar, keys: Iterable[ArchiveKey]) -> Unlocked:
    known = list(dict.fromkeys(key for key in keys if sidecar.knows(key)))
    if not known:
        raise KeyMismatch("The key belongs to another archive.")
    other = known[1] if len(known) > 1 else None
    return Unlocked(known[0], sidecar.state is ArchiveState.NEW, other)


def _slots(sidecar: Sidecar, kind: SlotKind) -> tuple[Slot, ...]:
    slots = sidecar.all_slots(kind)
    if not slots:
        raise NoSuchWay(f"There is no {kind.replace('recovery', 'recovery key')} for this archive.")
    return slots


def _require_archive(profile: Profile, sidecar: Sidecar) -> None:
    """Before the archive was opened once it may be missing, if nothing else is left of one."""
    if profile.archive.exists():
        return
    if sidecar.state is ArchiveState.READY or set(profile.traces()) - {profile.sidecar, profile.sidecar_copy}:
        raise ArchiveMissing("The archive that belongs to this profile is not in its folder.")


def _require_first_run(profile: Profile, keyring: OsKeyring | None) -> None:
    if profile.archive.exists():
        raise SidecarLost(f"The file {profile.sidecar.name}, which tells the archive's key, is gone.")
    if profile.traces() or (keyring and keyring.get(folder_entry(profile)) is not None):
        raise ArchiveMissing("There has been an archive in this folder, but it is gone.")


def _make_key(profile: Profile, keyring: OsKeyring, archive_id: str) -> ArchiveKey:
    """Make a key and keep it. A crash at any point leaves either a first run or a key that is found again."""
    key = ArchiveKey.new(archive_id)
    keyring.set(key_entry(archive_id), key.secret)
    try:
        write_sidecar(profile, Sidecar(archive_id, keyring.kind, key.check_value, ArchiveState.NEW))
    except StoreError:
        if not profile.traces():  # nothing tells of the key, and the next try makes another
            with suppress(CredentialError):
                keyring.delete(key_entry(archive_id))
        raise
    remember_folder(profile, keyring, archive_id)
    return key
