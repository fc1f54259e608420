"""What a person can do about a history that does not open: restore, rescue, move aside what is not its own.

Lives on the loop; the work itself is done in threads. What was there before is moved aside, never removed.
"""

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from app.chat.giving_up import until_given_up
from app.chat.rescuing import leave, leave_unfinished, place_for, rescue, take_over
from app.chat.restoring import Restored, restore, ways_into
from app.chat.setting_aside import set_log_aside
from app.chat.way_in import enter, ways_to_offer
from app.credentials.key_changes import keep_in_keyring
from app.credentials.unlocking import ways
from app.domain.backup import Backup
from app.domain.errors import AppError, CredentialError
from app.domain.salvage_report import SalvageReport
from app.domain.ways import Answer, Way
from app.store.backups import list_backups
from app.store.copies import Progress
from app.store.seals import is_foreign
from app.system.profile import Profile, log_of
from app.system.profile_lock import LastEnd, ProfileLock, take_profile
from app.system.worker_thread import run_once

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Rescued:
    """Where the rescued archive is, and what it holds of the damaged one."""

    folder: Path
    report: SalvageReport


class FirstAid:
    """For a profile whose archive is not open."""

    def __init__(
        self, profile: Profile, lock: ProfileLock, now: Callable[[], int], new_id: Callable[[], str]
    ) -> None:
        self._profile = profile
        self._lock = lock
        self._now = now
        self._new_id = new_id

    async def backups(self) -> tuple[Backup, ...]:
        """Return the profile's backups, the newest first."""
        return tuple(await run_once("looking for backups", lambda: list_backups(self._profile.backups)))

    def path_of(self, backup: Backup) -> Path:
        return self._profile.backups / backup.name

    async def ways_into_backup(self, backup: Path, error: CredentialError) -> tuple[Way, ...]:
        """Return the ways to offer into a backup after `error`; none where asking for a key is of no use."""
        offered = await run_once("reading a backup", lambda: ways_into(backup, self._profile))
        return offered if error.retryable or offered != (Way.KEYRING,) else ()

    async def ways_into_archive(self, error: CredentialError) -> tuple[Way, ...]:
        return await run_once("reading the sidecar", lambda: ways_to_offer(self._profile, error))

    async def restore(self, backup: Path, answer: Answer, progress: Progress | None = None) -> Restored:
        """Let the backup take the archive's place. Raises AppError."""

        def work(tell: Progress) -> Restored:
            restored = restore(
                self._profile, backup, answer, now=self._now(), new_id=self._new_id, progress=tell
            )
            self._note_that_it_is_whole()
            self._give_key_to_keyring(answer)
            return restored

        return await self._do("restoring a backup", work, progress)

    async def rescue(self, answer: Answer, progress: Progress | None = None) -> Rescued:
        """Read the damaged archive into a new one beside it. Raises AppError; cancelling leaves nothing."""

        now = self._now()
        place = place_for(self._profile, now)

        def work(tell: Progress) -> Rescued:
            leave_unfinished(self._profile)
            report = rescue(self._profile, place, answer, now=now, new_id=self._new_id, progress=tell)
            return Rescued(place.folder, report)

        try:
            return await self._do("rescuing what can be read", work, progress)
        except (AppError, asyncio.CancelledError):
            await run_once("clearing up", lambda: leave(place))
            raise

    async def take_over(self, rescued: Rescued) -> Path | None:
        """Let the rescued archive take the damaged one's place, and return where that one is."""

        def work(_tell: Progress) -> Path | None:
            aside = take_over(self._profile, Profile(rescued.folder), self._now())
            self._note_that_it_is_whole()
            return aside

        return await self._do("putting the rescued archive in place", work)

    async def set_log_aside(self, answer: Answer) -> Path | None:
        """Move the log out of the way, and return where it is; None where it is not another history's."""

        def work(_tell: Progress) -> Path | None:
            key = enter(self._profile, answer, self._new_id).key.key_and_salt
            if not is_foreign(log_of(self._profile.archive), key):
                return None  # somebody else has been quicker
            return set_log_aside(self._profile, self._now())

        return await self._do("moving a log aside", work)

    async def _do(self, name: str, work: Callable[[Progress], T], progress: Progress | None = None) -> T:
        def begin(tell: Progress) -> Coroutine[Any, Any, T]:
            return run_once(name, lambda: work(tell))

        take_profile(self._profile, self._lock)
        return await until_given_up(begin, progress)

    def _give_key_to_keyring(self, answer: Answer) -> None:
        """Let a keyring that has lost the key hold it again, so that the next start need not ask."""
        if answer.way is Way.KEYRING or ways(self._profile).keyring is None:
            return
        with suppress(CredentialError):
            entered = enter(self._profile, answer, self._new_id)
            if entered.keyring:
                keep_in_keyring(self._profile, entered.keyring, entered.key)

    def _note_that_it_is_whole(self) -> None:
        """What is there now has been proved: the next start need not look for what the former one lost."""
        with suppress(OSError):
            self._lock.note(LastEnd.CLEAN)
