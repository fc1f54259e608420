"""A backup becomes the archive again. Plain calls, for a thread that may wait; the profile must be ours.

It is unpacked, opened and proved in a folder of its own first. The archive that was there is never
overwritten: it keeps its bytes under another name, and at every moment either it or the backup opens.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from app.chat.setting_aside import put_in_place, set_aside
from app.chat.way_in import Entered, look_in, open_ways
from app.credentials.archive_key import ArchiveKey
from app.credentials.keyring_entries import remember_folder
from app.credentials.rotating import finish_rotation, take_up_rotation
from app.credentials.sidecar import ArchiveState, Sidecar
from app.credentials.sidecar_files import read_sidecar, write_sidecar
from app.credentials.unlocking import ways_of
from app.domain.errors import (
    BackupOfAnother,
    BackupUnreadable,
    CredentialError,
    FileExists,
    SidecarLost,
    StoreDamaged,
    StoreError,
)
from app.domain.ways import Answer, Way
from app.store.backup_file import extract_archive, sidecar_of
from app.store.copies import Progress, prove_whole, require_bytes
from app.store.log_folding import fold_log
from app.store.migrate import require_known
from app.system.disk_errors import disk_errors_translated
from app.system.profile import Profile


@dataclass(frozen=True, slots=True)
class Restored:
    """Where the archive that was there is now, if there was one."""

    aside: Path | None


def restore(
    profile: Profile,
    backup: Path,
    answer: Answer,
    *,
    now: int,
    new_id: Callable[[], str],
    progress: Progress | None = None,
    own: Profile | None = None,
) -> Restored:
    """Let the backup take the archive's place. `answer` opens the backup: by keyring, passphrase or key.

    What opens the profile `own`, or else this one, opens a backup of it too.

    Raises BackupUnreadable, BackupOfAnother, FileExists, DiskFull, CredentialError, StoreFromFuture; all is
    then as it was.
    """
    unpacked = Profile(profile.restoring)
    _clear(unpacked)
    try:
        current = _sidecar_of_profile(profile)
        _unpack(backup, unpacked, _sidecar_of(own or profile))
        with _damage_told():
            entered = look_in(unpacked, answer, new_id)
            contents = prove_whole(unpacked.archive, entered.key.key_and_salt, progress=progress)
        require_known(contents.user_version)
        restored = _install(profile, unpacked, current, entered, now)
    finally:
        _clear(unpacked)
    return restored


def ways_into(backup: Path, own: Profile) -> tuple[Way, ...]:
    """Return the ways that lead into the backup, those of the profile included if it is its own.

    Raises BackupUnreadable.
    """
    sidecar = _sidecar_in(backup)
    return open_ways(ways_of(_with_slots_of(_sidecar_of(own), sidecar)))


@contextmanager
def _damage_told() -> Iterator[None]:
    """Say that it is the backup which is damaged: the archive may be as whole as ever."""
    try:
        yield
    except (StoreDamaged, SidecarLost) as error:
        raise BackupUnreadable("The backup is damaged. Nothing was changed; another one may do.") from error


def _sidecar_in(backup: Path) -> Sidecar:
    with _damage_told():
        return Sidecar.from_json(sidecar_of(backup))


def _sidecar_of(lending: Profile) -> Sidecar | None:
    """Return the sidecar whose slots may help. A backup is opened without it as well."""
    with suppress(SidecarLost, StoreError):
        return read_sidecar(lending)
    return None


def _with_slots_of(own: Sidecar | None, sidecar: Sidecar) -> Sidecar:
    """Add the slots that were put up since the backup was made, and hold keys of the same archive."""
    if own is None or own.archive_id != sidecar.archive_id:
        return sidecar
    return replace(sidecar, slots=(*sidecar.slots, *own.slots, *own.former_slots))


def _unpack(backup: Path, unpacked: Profile, own: Sidecar | None) -> None:
    """Put the backup's archive and sidecar into a profile of their own. Of no keyring is anything wanted."""
    sidecar = _with_slots_of(own, _sidecar_in(backup))
    with disk_errors_translated():
        unpacked.make()
        needed = backup.stat().st_size
    require_bytes(unpacked.folder, needed, "The backup")
    extract_archive(backup, unpacked.archive)
    write_sidecar(unpacked, replace(sidecar, state=ArchiveState.READY, left_keyring=None))


def _sidecar_of_profile(profile: Profile) -> Sidecar | None:
    """Return what the profile's archive is opened by. What is lost beyond reading is nothing to keep to."""
    with suppress(SidecarLost):
        return read_sidecar(profile)
    return None


def _install(
    profile: Profile, unpacked: Profile, current: Sidecar | None, entered: Entered, now: int
) -> Restored:
    brought = read_sidecar(unpacked)
    if brought is None:
        raise SidecarLost("The backup does not tell how it opens.")
    if current is not None and current.archive_id != brought.archive_id:
        raise BackupOfAnother("The backup belongs to another history.")
    brought = _own_slots(brought.settled(entered.key), entered.key)
    fold_log(profile.archive, entered.key.key_and_salt)
    aside = set_aside(profile, "restore", now)
    if current is None:
        put_in_place(profile, unpacked.archive)
        write_sidecar(profile, brought)
        if entered.keyring and entered.keyring.kind == brought.keyring:
            with suppress(CredentialError):  # the next opening makes up for it
                remember_folder(profile, entered.keyring, brought.archive_id)
    elif current.knows(entered.key):
        put_in_place(profile, unpacked.archive)
    else:
        take_up_rotation(profile, entered.keyring, entered.key, brought.slots)
        put_in_place(profile, unpacked.archive)
        finish_rotation(profile, entered.keyring, entered.key)
    return Restored(aside)


def _own_slots(sidecar: Sidecar, key: ArchiveKey) -> Sidecar:
    """Keep the slots that hold this very key: those of other keys were lent to find it."""
    return replace(sidecar, slots=tuple(slot for slot in sidecar.slots if slot.is_of(key)))


def _clear(unpacked: Profile) -> None:
    """Remove what was unpacked. A folder of that name that holds anything else is a person's own."""
    with disk_errors_translated():
        if not unpacked.folder.exists():
            return
        ours = (*unpacked.folder.glob("archive*"), unpacked.logs)
        if not unpacked.folder.is_dir() or set(unpacked.folder.iterdir()) - set(ours):
            raise FileExists(
                f"What is called “{unpacked.folder.name}” in that folder is not Sotto's, but in its way."
                " Give it another name."
            )
        shutil.rmtree(unpacked.folder)
