"""The doctor's round: the archive, and what lies beside it. And the look at it after an unclean end."""

import shutil
import stat
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.chat.diagnosing import Diagnosing
from app.credentials.sidecar import Sidecar
from app.domain.errors import (
    BackupUnreadable,
    DamageFound,
    NewestLost,
    SidecarLost,
    StoreDamaged,
    StoreError,
    StoreFromFuture,
)
from app.domain.finding import Finding, Severity
from app.store import doctor, words
from app.store.archive import Archive
from app.store.backup_file import sidecar_of
from app.store.copies import Progress
from app.store.paces import SlowWork, note_seconds, seconds_expected
from app.system.disk_errors import disk_errors_translated
from app.system.profile import Profile, log_of
from app.system.profile_lock import LastEnd
from app.system.worker_thread import run_once

_LITTLE_ROOM = 64 << 20
_WORDS = "words"
_MADE_ANEW = Finding(
    _WORDS, Severity.NOTICE, "The index of the search was not whole, and has been made anew. Nothing is lost."
)


@dataclass(frozen=True, slots=True)
class Checkup:
    """What was found in the archive, and what in the folder around it."""

    inside: tuple[Finding, ...]
    around: tuple[Finding, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self.inside + self.around

    @property
    def archive_is_damaged(self) -> bool:
        return bool(_damaged(self.inside))


class Checking:
    """Looks at everything, beside the usable window. What can be mended without any loss is mended."""

    def __init__(self, profile: Profile, archive: Archive) -> None:
        self._profile = profile
        self._archive = archive
        self.diagnosing = Diagnosing(profile)

    async def seconds_expected(self) -> float | None:
        """Return how long it may take; None where damage hides what is needed to tell."""
        with suppress(StoreDamaged):
            return await self._archive.read(seconds_expected, SlowWork.CHECK)
        return None

    async def examine(self, progress: Progress | None = None) -> Checkup:
        """Look at the archive and at its folder. Cancelling ends it. Raises StoreError."""
        begun = time.monotonic()
        found = await examine(self._archive, self._profile, progress)
        with suppress(StoreError):  # what was found is worth telling even where nothing can be written
            await self._archive.write(note_seconds, SlowWork.CHECK, time.monotonic() - begun)
        if _damaged(found.inside) != {_WORDS}:
            return found
        await self._archive.write(words.rebuild)
        inside = tuple(_MADE_ANEW if finding.check == _WORDS else finding for finding in found.inside)
        return Checkup(inside, found.around)


async def examine(archive: Archive, profile: Profile, progress: Progress | None = None) -> Checkup:
    """Look at everything and change nothing. Cancelling ends it. Raises StoreError."""
    inside = await archive.study_apart(doctor.examine, progress)
    return Checkup(inside, await run_once("examining the folder", lambda: examine_folder(profile)))


def examine_folder(profile: Profile) -> tuple[Finding, ...]:
    """Look at what can be looked at without a key."""
    with disk_errors_translated():
        return (_sidecar(profile), _privacy(profile), _room(profile), *_backups(profile))


def log_is_gone(profile: Profile, last_end: LastEnd) -> bool:
    """Tell whether the newest writes may be lost: an open archive always has a log beside it."""
    log = log_of(profile.archive)
    return last_end is LastEnd.OPEN and profile.archive.exists() and not log.exists()


async def check_after_unclean_end(
    archive: Archive, tell: Callable[[StoreError], None], *, log_was_gone: bool
) -> None:
    """Look at the archive in the background. The search's index is mended; all else that is wrong is told."""
    if log_was_gone:
        tell(NewestLost("The log of the newest writes was gone at the start."))
    try:
        found = await archive.study_apart(doctor.examine)
    except StoreError as error:
        tell(error)
        return
    damaged = _damaged(found)
    if damaged == {_WORDS}:  # made anew from what it stands for, so nothing is lost
        await archive.write(words.rebuild)
    elif damaged:
        tell(DamageFound("A part of the archive's file is damaged."))


def _damaged(findings: Iterable[Finding]) -> set[str]:
    return {finding.check for finding in findings if finding.severity is Severity.DAMAGE}


def _sidecar(profile: Profile) -> Finding:
    contents = [
        path.read_bytes() if path.exists() else b"" for path in (profile.sidecar, profile.sidecar_copy)
    ]
    if not any(contents):
        return Finding("sidecar", Severity.DAMAGE, "The file that tells which key is needed is gone.")
    if contents[0] != contents[1]:
        return Finding(
            "sidecar", Severity.NOTICE, "The sidecar and its copy differ. The next start mends that."
        )
    return Finding("sidecar", Severity.GOOD, "The sidecar and its copy agree.")


def _privacy(profile: Profile) -> Finding:
    open_to_others = [path for path in (profile.folder, *_files(profile)) if _is_open_to_others(path)]
    if open_to_others:
        count = len(open_to_others)
        return Finding("privacy", Severity.NOTICE, f"Files or folders that others may look into: {count}.")
    return Finding("privacy", Severity.GOOD, "Only you may look into the folder.")


def _files(profile: Profile) -> list[Path]:
    return [*profile.folder.glob("archive*"), *profile.backups.glob("*.backup")]


def _is_open_to_others(path: Path) -> bool:
    return bool(stat.S_IMODE(path.stat().st_mode) & 0o077)


def _room(profile: Profile) -> Finding:
    free = shutil.disk_usage(profile.folder).free
    megabytes = free >> 20
    if free < _LITTLE_ROOM:
        return Finding("room", Severity.NOTICE, f"There is little room on the disk: {megabytes} MB.")
    return Finding("room", Severity.GOOD, f"There is room on the disk: {megabytes} MB.")


def _backups(profile: Profile) -> tuple[Finding, ...]:
    paths = sorted(profile.backups.glob("*.backup"))
    if not paths:
        return (Finding("backups", Severity.NOTICE, "There is no backup yet."),)
    damaged = [path for path in paths if not _is_whole(path)]
    if damaged:
        names = ", ".join(path.name for path in damaged)
        return (Finding("backups", Severity.DAMAGE, f"Backups that are not whole: {names}."),)
    told = f"Backups that are there to their end: {len(paths)}. Each was proved when it was made."
    return (Finding("backups", Severity.GOOD, told),)


def _is_whole(path: Path) -> bool:
    """Tell whether it reaches to its end, and says there how it opens. Its pages are proved by a restore."""
    try:
        Sidecar.from_json(sidecar_of(path))
    except (BackupUnreadable, SidecarLost):
        return False
    except StoreFromFuture:  # what a newer Sotto has written is none of ours to judge
        return True
    return True
