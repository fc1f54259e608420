"""What can be read of a damaged archive goes into a profile of its own, and may then take its place.

Plain calls, for a thread that may wait; the damaged profile must be ours. Nothing of it is ever changed.
"""

import shutil
from collections.abc import Callable
from pathlib import Path

from app.chat.setting_aside import put_in_place, set_aside, stamp
from app.chat.way_in import enter
from app.credentials.sidecar_files import require_sidecar, write_sidecar
from app.domain.salvage_report import SalvageReport
from app.domain.ways import Answer
from app.store.copies import Progress
from app.store.salvage import salvage
from app.system.disk_errors import disk_errors_translated
from app.system.profile import Profile

_RESCUED = "rescued-"


def rescue(
    profile: Profile,
    place: Profile,
    answer: Answer,
    *,
    now: int,
    new_id: Callable[[], str],
    progress: Progress | None = None,
) -> SalvageReport:
    """Bring what can be read into the empty profile `place`, which opens with the same key afterwards.

    `answer` opens the damaged one. Raises CredentialError, NothingReadable, DiskFull.
    """
    key = enter(profile, answer, new_id).key.key_and_salt
    with disk_errors_translated():
        place.make()
    report = salvage(profile.archive, place.archive, key, now=now, new_id=new_id, progress=progress)
    write_sidecar(place, require_sidecar(profile))
    return report


def take_over(profile: Profile, place: Profile, now: int) -> Path | None:
    """Let the rescued archive take the damaged one's place, and return where that one is now."""
    aside = set_aside(profile, "rescue", now)
    put_in_place(profile, place.archive)
    leave(place)
    return aside


def leave(place: Profile) -> None:
    """Remove the folder of a rescue that came to nothing, or whose archive has gone where it belongs."""
    with disk_errors_translated():
        if place.folder.exists():
            shutil.rmtree(place.folder)


def leave_unfinished(profile: Profile) -> None:
    """Remove what rescues left that a crash cut short. One that reached its end tells which key it needs."""
    for folder in profile.folder.glob(f"{_RESCUED}*"):
        if not Profile(folder).sidecar.exists():
            leave(Profile(folder))


def place_for(profile: Profile, now: int) -> Profile:
    """Return where a rescue of this moment belongs: beside the damaged archive, in a folder of its own."""
    return Profile(profile.folder / f"{_RESCUED}{stamp(now)}")
