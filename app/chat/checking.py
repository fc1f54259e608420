"""The doctor's round: the archive, and what lies beside it. And the look at it after an unclean end."""

import shutil
import stat
import time
from collections.abc import Callable, Coroutine, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.chat.backup_round import look_at_backups
from app.chat.diagnosing import Diagnosing
from app.chat.giving_up import until_given_up
from app.credentials.archive_key import ArchiveKey
from app.domain.errors import DamageFound, NewestLost, StoreDamaged, StoreError
from app.domain.finding import Finding, Severity
from app.store import doctor, words
from app.store.archive import Archive
from app.store.copies import Progress
from app.store.paces import SlowWork, note_seconds, seconds_expected
from app.system.disk_errors import disk_errors_translated
from app.system.profile import Profile, log_of
from app.system.profile_lock import LastEnd
from app.system.worker_thread import run_once

_LITTLE_ROOM = 64 << 20
_INSIDE = 70  # in the hundred: the archive itself takes most of the time
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

    def __init__(self, profile: Profile, key: ArchiveKey, archive: Archive) -> None:
        self._profile = profile
        self._key = key
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
        found = await examine(self._archive, self._profile, self._key, progress)
        with suppress(StoreError):  # what was found is worth telling even where nothing can be written
            await self._archive.write(note_seconds, SlowWork.CHECK, time.monotonic() - begun)
        if _damaged(found.inside) != {_WORDS}:
            return found
        await self._archive.write(words.rebuild)
        inside = tuple(_MADE_ANEW if finding.check == _WORDS else finding for finding in found.inside)
        return Checkup(inside, found.around)


async def examine(
    archive: Archive, profile: Profile, key: ArchiveKey, progress: Progress | None = None
) -> Checkup:
    """Look at everything and change nothing. Cancelling ends it. Raises StoreError."""
    inside = await archive.study_apart(doctor.examine, _share_of(progress, 0, _INSIDE))

    def around(tell: Progress) -> Coroutine[Any, Any, tuple[Finding, ...]]:
        return run_once("examining the folder", lambda: examine_folder(profile, key, tell))

    return Checkup(inside, await until_given_up(around, _share_of(progress, _INSIDE, 100)))


def examine_folder(
    profile: Profile, key: ArchiveKey | None = None, progress: Progress | None = None
) -> tuple[Finding, ...]:
    """Look at what lies around the archive. Without its key, no page of the backups can be proved."""
    with disk_errors_translated():
        around = (_sidecar(profile), _privacy(profile), _room(profile))
        return around + look_at_backups(profile.backups, key, progress)


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


def _share_of(progress: Progress | None, begin: int, end: int) -> Progress | None:
    """Return what tells of a part of the whole as if it went from `begin` to `end` in the hundred."""
    if progress is None:
        return None
    return lambda done, of: progress(begin + (end - begin) * done // max(of, 1), 100)


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
