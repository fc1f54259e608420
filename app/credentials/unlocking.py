"""From a profile and a keyring to the archive's key: made once, on a first run, and only ever fetched after.

A first run is told by the absence of every trace: no archive, journal, sidecar or backup in the folder, and
no entry for the folder in the keyring. Anything else that does not fit together raises, and nothing is made,
overwritten or deleted.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace

from app.credentials.archive_key import ArchiveKey
from app.credentials.os_keyring import OsKeyring
from app.credentials.sidecar import ArchiveState, Sidecar
from app.domain.errors import ArchiveMissing, KeyMismatch, SecretMissing, WrongKeyring
from app.system.profile import Profile


@dataclass(frozen=True, slots=True)
class Unlocked:
    """The key, and whether the archive must be there already. Call `confirm` once it has opened."""

    key: ArchiveKey
    is_new: bool


def unlock(profile: Profile, keyring: OsKeyring, new_id: Callable[[], str]) -> Unlocked:
    """Fetch the key of the profile's archive, or make one if this is a first run.

    Raises CredentialError, or StoreError where the sidecar can be neither read nor written.
    """
    sidecar = Sidecar.read(profile.sidecar)
    if sidecar is None:
        _require_first_run(profile, keyring)
        return Unlocked(_make_key(profile, keyring, new_id()), is_new=True)
    is_new = sidecar.state is ArchiveState.NEW
    if not is_new and not profile.archive.exists():
        raise ArchiveMissing("The archive that belongs to this profile is not in its folder.")
    key = _fetch_key(sidecar, keyring)
    if is_new:
        _remember_folder(profile, keyring, sidecar.archive_id)  # the first run may have ended before it did
    return Unlocked(key, is_new)


def confirm(profile: Profile) -> None:
    """Note that the archive has been opened with its key: from now on it must always be there."""
    sidecar = Sidecar.read(profile.sidecar)
    if sidecar and sidecar.state is ArchiveState.NEW:
        replace(sidecar, state=ArchiveState.READY).write(profile.sidecar)


def _require_first_run(profile: Profile, keyring: OsKeyring) -> None:
    if profile.archive.exists():
        raise KeyMismatch(f"The file {profile.sidecar.name}, which tells the archive's key, is gone.")
    if profile.traces() or keyring.get(_folder_entry(profile)) is not None:
        raise ArchiveMissing("There has been an archive in this folder, but it is gone.")


def _make_key(profile: Profile, keyring: OsKeyring, archive_id: str) -> ArchiveKey:
    """Make a key and keep it. A crash at any point leaves either a first run or a key that is found again."""
    key = ArchiveKey.new(archive_id)
    keyring.set(_key_entry(archive_id), key.secret)
    Sidecar(archive_id, keyring.kind, key.check_value, ArchiveState.NEW).write(profile.sidecar)
    _remember_folder(profile, keyring, archive_id)
    return key


def _remember_folder(profile: Profile, keyring: OsKeyring, archive_id: str) -> None:
    """Note that there is an archive in the folder, so that an emptied one is not taken for a new one."""
    keyring.set(_folder_entry(profile), archive_id)


def _fetch_key(sidecar: Sidecar, keyring: OsKeyring) -> ArchiveKey:
    if keyring.kind != sidecar.keyring:
        raise WrongKeyring(
            f"The archive's key was kept in {sidecar.keyring}; this computer now uses {keyring.kind}."
        )
    secret = keyring.get(_key_entry(sidecar.archive_id))
    if secret is None:
        raise SecretMissing("The keyring does not hold this archive's key.")
    key = ArchiveKey.from_secret(secret)
    if key.check_value != sidecar.check_value:
        raise KeyMismatch("The key in the keyring belongs to another archive.")
    return key


def _key_entry(archive_id: str) -> str:
    return f"archive:{archive_id}"


def _folder_entry(profile: Profile) -> str:
    path = str(profile.folder.resolve()).encode("utf-8", "surrogateescape")
    return f"folder:{hashlib.sha256(path).hexdigest()[:32]}"
