"""Backups while the window is in use: daily, asked for, before a change; and bringing one back."""

import asyncio
import shutil
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from app.domain.backup import Backup, Reason, still_holding, to_drop
from app.domain.errors import BugError
from app.store import backups, restoring
from app.store.archive import Archive
from app.store.backups import Estimate
from app.store.copies import Progress
from app.system.disk_errors import disk_errors_translated
from app.system.profile import Profile
from app.system.worker_thread import run_once

_DAY = 86_400_000_000
_PART_OF_THE_FREE_DISK = 5


class _Cancelled(Exception):
    """Nobody waits for the backup any more."""


@dataclass(frozen=True, slots=True)
class BackingUp:
    """Lives on the loop, as long as the archive is open under its key. Copies are made on a thread apart."""

    archive: Archive
    profile: Profile
    key_and_salt: str = field(repr=False)
    now: Callable[[], int]

    async def estimate(self) -> Estimate:
        """Return about how much room and time a backup takes."""
        return await self.archive.study(backups.estimate)

    async def back_up(
        self, reason: Reason, target: Path | None = None, progress: Progress | None = None
    ) -> Backup:
        """Make a backup among the others, or in a chosen file. Cancelling ends it and leaves nothing behind.

        `progress` is told on another thread. Raises StoreError.
        """
        now = self.now()
        with disk_errors_translated():
            sidecar = self.profile.sidecar.read_bytes()
        place = target or self.profile.backups / backups.backup_name(now)
        made = await self._make(place, sidecar, now, reason, progress)
        if target is None:
            await run_once("dropping old backups", self._drop_old)
        return made

    async def back_up_daily(self) -> Backup | None:
        """Make today's backup, if there is none yet and something has changed since the newest."""
        if not await run_once("looking at backups", self._is_due):
            return None
        return await self.back_up(Reason.DAILY)

    async def list(self) -> tuple[Backup, ...]:
        """Return all backups in the profile, newest first."""
        return await run_once("listing backups", lambda: backups.list_backups(self.profile.backups))

    async def still_holding(self, made_at: int, purged_at: int) -> tuple[tuple[Backup, int], ...]:
        """Return which backups hold a text written and purged at these moments, and until when at the latest.

        Those that a person has put elsewhere are not known.
        """
        return still_holding(await self.list(), made_at, purged_at)

    async def drop(self, backup: Backup) -> None:
        """Remove a backup for good."""
        await run_once("dropping a backup", lambda: self._drop(backup))

    async def remake(self, backup: Backup) -> Backup:
        """Make a backup of what there is now, and only then remove this one."""
        made = await self.back_up(backup.reason)
        await self.drop(backup)
        return made

    async def _make(
        self, place: Path, sidecar: bytes, now: int, reason: Reason, progress: Progress | None
    ) -> Backup:
        is_cancelled = threading.Event()

        def tell(done: int, of: int) -> None:
            if is_cancelled.is_set():
                raise _Cancelled
            if progress:
                progress(done, of)

        making = asyncio.create_task(
            self.archive.study_apart(
                backups.make_backup,
                place,
                self.key_and_salt,
                sidecar,
                now=now,
                reason=reason,
                progress=tell,
            )
        )
        try:
            return await asyncio.shield(making)
        except asyncio.CancelledError:
            is_cancelled.set()
            with suppress(_Cancelled):
                await making
            raise

    def _is_due(self) -> bool:
        known = backups.list_backups(self.profile.backups)
        if not known:
            return True
        return known[0].made_at // _DAY != self.now() // _DAY and self._changed_at() > known[0].made_at

    def _changed_at(self) -> int:
        """Return when the archive's files were last written to, in microseconds."""
        log = self.profile.archive.with_name(self.profile.archive.name + "-wal")
        with disk_errors_translated():
            moments = [
                path.stat().st_mtime_ns
                for path in (self.profile.archive, log)
                if path.exists() and path.stat().st_size
            ]
        return max(moments, default=0) // 1000

    def _drop_old(self) -> None:
        known = backups.list_backups(self.profile.backups)
        free = shutil.disk_usage(self.profile.backups).free + sum(backup.size for backup in known)
        for backup in to_drop(known, self.now(), free // _PART_OF_THE_FREE_DISK):
            self._drop(backup)

    def _drop(self, backup: Backup) -> None:
        if Path(backup.name).name != backup.name:
            raise BugError("A backup lies in the folder of backups.")
        with disk_errors_translated():
            (self.profile.backups / backup.name).unlink(missing_ok=True)


def restore_backup(
    profile: Profile,
    backup: Path,
    key_and_salt: str | None,
    now: int,
    *,
    progress: Progress | None = None,
) -> None:
    """Put what a backup holds into the profile; what is there is moved aside. Nothing may be open there.

    Without a key, the backup is proved by its sum alone. Raises BackupDamaged, StoreError.
    """
    target = restoring.new_archive(profile)
    restoring.finish_restore(profile)
    kept = backups.unpack(backup, target, key_and_salt, progress=progress)
    stamp = backups.backup_name(now).removeprefix("sotto-").removesuffix(".backup")
    restoring.put_in_place(profile, kept.sidecar, stamp)
