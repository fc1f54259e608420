"""Puts an archive from a backup into a profile. What was there is moved aside, never overwritten.

What is to be done is written down before it is begun. A restore that is cut short is brought to its end by
`finish_restore`, at the next start, before anything is opened.
"""

import json
import re
from pathlib import Path

from app.domain.errors import StoreReadOnly
from app.store.copies import remove_copy
from app.system.disk_errors import disk_errors_translated
from app.system.private_file import PARTIAL, sync_folder, write_privately
from app.system.profile import Profile

_INTENT = "restoring.json"
_STAMP = re.compile(r"\d{8}-\d{6}")


def new_archive(profile: Profile) -> Path:
    """Where a backup is unpacked to, to be put in place from there."""
    return profile.folder / f"archive.restoring{PARTIAL}"


def put_in_place(profile: Profile, sidecar: bytes, stamp: str) -> None:
    """Put `new_archive` and its sidecar into the place of what is there, which is kept under `stamp`.

    Raises StoreReadOnly if something is kept under that stamp already, and StoreError.
    """
    if any(profile.folder.glob(f"*.before-restore-{stamp}*")):
        raise StoreReadOnly("Something has been moved aside under this moment already.")
    with disk_errors_translated():
        write_privately(_new_sidecar(profile), sidecar)
        write_privately(profile.folder / _INTENT, json.dumps({"stamp": stamp}).encode())
    finish_restore(profile)


def finish_restore(profile: Profile) -> bool:
    """Bring a restore to its end that was begun. False if there is none. Safe at every point, and twice.

    As long as the new archive has not been moved, what has its name is the old one and is moved aside.
    """
    intent = profile.folder / _INTENT
    with disk_errors_translated():
        if not intent.exists():
            _forget_unpacked(profile)
            return False
        stamp = str(json.loads(intent.read_bytes())["stamp"])
        if not _STAMP.fullmatch(stamp):
            raise ValueError("the note of a restore is not ours")
        if new_archive(profile).exists():
            _move_aside(profile, stamp)
            new_archive(profile).rename(profile.archive)
            sync_folder(profile.folder)
        if _new_sidecar(profile).exists():
            content = _new_sidecar(profile).read_bytes()
            write_privately(profile.sidecar, content)
            write_privately(profile.sidecar_copy, content)
            _new_sidecar(profile).unlink()
        sync_folder(profile.folder)
        intent.unlink()
        sync_folder(profile.folder)
    return True


def _move_aside(profile: Profile, stamp: str) -> None:
    """The log goes with its file, under its name: apart from it, the newest writes would be lost."""
    aside = f"{profile.archive.name}.before-restore-{stamp}"
    for ending in ("-wal", ""):
        old = profile.folder / (profile.archive.name + ending)
        if old.exists():
            old.rename(profile.folder / (aside + ending))
    profile.archive.with_name(profile.archive.name + "-shm").unlink(missing_ok=True)
    kept = profile.folder / f"{profile.sidecar.name}.before-restore-{stamp}"
    if profile.sidecar.exists() and not kept.exists():
        write_privately(kept, profile.sidecar.read_bytes())
    sync_folder(profile.folder)


def _forget_unpacked(profile: Profile) -> None:
    """What was unpacked and not put in place was never promised to anybody; the backup still has it."""
    remove_copy(new_archive(profile))
    _new_sidecar(profile).unlink(missing_ok=True)


def _new_sidecar(profile: Profile) -> Path:
    return profile.folder / f"sidecar.restoring{PARTIAL}"
