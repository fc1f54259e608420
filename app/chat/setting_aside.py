"""Another archive takes the archive's place. The former one keeps its bytes under another name."""

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

from app.system.disk_errors import disk_errors_translated
from app.system.private_file import sync_folder
from app.system.profile import Profile, log_of


def set_aside(profile: Profile, deed: str, now: int) -> Path | None:
    """Give the archive, if there is one, a second name that tells of the deed. Its log goes there too."""
    archive, log = profile.archive, log_of(profile.archive)
    with disk_errors_translated():
        if not archive.exists():
            return None
        aside = _free_name(archive, f"before-{deed}-{stamp(now)}")
        _second_name(archive, aside)
        if log.exists():
            shutil.copy2(log, log_of(aside))
            sync_folder(profile.folder)
            log.unlink()  # or it would be taken for the log of what comes now
        sync_folder(profile.folder)
    return aside


def set_log_aside(profile: Profile, now: int) -> Path:
    """Give the archive's log a name by which SQLite does not find it."""
    log = log_of(profile.archive)
    with disk_errors_translated():
        aside = log.rename(_free_name(log, f"of-another-{stamp(now)}"))
        sync_folder(profile.folder)
    return aside


def put_in_place(profile: Profile, archive: Path) -> None:
    """Let a closed archive be the profile's. What bore that name must have been set aside."""
    with disk_errors_translated():
        archive.replace(profile.archive)
        sync_folder(profile.folder)


def stamp(now: int) -> str:
    """Return a moment as names of files have it."""
    return datetime.fromtimestamp(now // 1_000_000, UTC).strftime("%Y%m%d-%H%M%S")


def _free_name(path: Path, ending: str) -> Path:
    aside, count = path.with_name(f"{path.name}.{ending}"), 1
    while aside.exists():
        count += 1
        aside = path.with_name(f"{path.name}.{ending}-{count}")
    return aside


def _second_name(path: Path, other: Path) -> None:
    try:
        os.link(path, other)
    except OSError:  # a disk that knows no second names
        shutil.copy2(path, other)
