"""Backups beside the usable window: once a day when something has changed, and whenever one is wanted."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from app.chat.giving_up import until_given_up
from app.credentials.archive_key import ArchiveKey
from app.credentials.sidecar_files import require_sidecar
from app.domain.backup import Backup, holding, is_due
from app.domain.errors import PlaceUnwritable, StoreError, StoreReadOnly
from app.store import purge_marks
from app.store.archive import Archive
from app.store.backups import (
    changed_at,
    drop_backup,
    drop_superfluous,
    free_bytes,
    list_backups,
    make_named_backup,
    mark_held,
    path_for,
)
from app.store.copies import Progress, bytes_needed
from app.store.driver import Connection
from app.store.paces import SlowWork, note_seconds, seconds_expected
from app.system.profile import Profile
from app.system.worker_thread import run_once


@dataclass(frozen=True, slots=True)
class BackupState:
    """The backups that there are, the newest first, and the room that a further one takes and finds.

    `seconds` is the time that it may take. `holding` are those in which something may still
    be found that was purged from the archive since.
    """

    backups: tuple[Backup, ...]
    holding: tuple[Backup, ...]
    bytes_needed: int
    bytes_free: int
    seconds: float


class BackingUp:
    """Lives on the loop; the work itself has a connection and a thread of its own."""

    def __init__(self, profile: Profile, key: ArchiveKey, archive: Archive, now: Callable[[], int]) -> None:
        self._profile = profile
        self._key = key
        self._archive = archive
        self._now = now
        self._making = 0  # how many are under way, and in no list yet

    async def state(self) -> BackupState:
        needed = await self._archive.read(bytes_needed)
        mark = await self._archive.read(purge_marks.last_purge)
        is_all = not self._making
        backups, free = await run_once("looking for backups", self._look)
        held = holding(backups, mark.oldest, mark.at, self._now()) if mark else ()
        if mark and mark.at is not None and not held and is_all:
            await self._archive.write(purge_marks.forget_purges, mark)
        seconds = await self._archive.read(seconds_expected, SlowWork.BACKUP)
        return BackupState(tuple(backups), held, needed, free, seconds)

    async def back_up(self, progress: Progress | None = None) -> Path:
        """Make a backup in the profile, and drop those that it makes superfluous."""
        path = await self._make(lambda: path_for(self._profile.backups, self._now()), progress)
        await run_once("dropping backups", lambda: drop_superfluous(self._profile.backups, path))
        return path

    async def back_up_to(self, path: Path, progress: Progress | None = None) -> None:
        """Make a backup as the new file `path`. Cancelling leaves nothing.

        Raises FileExists, PlaceUnwritable, StoreError.
        """
        try:
            await self._make(lambda: path, progress)
        except StoreReadOnly as error:  # the archive is open, so it is the place that refuses
            raise PlaceUnwritable(
                "The backup cannot be written there: the folder is not there, or it may not be written to."
            ) from error

    async def back_up_if_due(self) -> bool:
        """Make the backup of the day, if anything has changed since the last one."""
        due = await run_once("looking for backups", self._is_due)
        if due:
            await self.back_up()
        return due

    async def drop(self, backup: Backup) -> None:
        """Remove a backup that the person no longer wants."""
        await run_once("dropping a backup", lambda: drop_backup(self._profile.backups, backup.name))

    async def _make(self, name: Callable[[], Path], progress: Progress | None) -> Path:
        sidecar = await run_once("reading the sidecar", lambda: require_sidecar(self._profile).to_json())
        key = self._key.key_and_salt
        begun, before = time.monotonic(), await self._archive.changes()
        with self._under_way():
            path = await until_given_up(
                lambda tell: self._archive.study_apart(make_named_backup, name, key, sidecar, progress=tell),
                progress,
            )
        with suppress(StoreError):  # the backup is whole whether or not its time can be noted
            held, noted = await self._archive.write(_note, time.monotonic() - begun)
            if held == before:
                await self._mark(path, noted)
        return path

    async def _mark(self, path: Path, noted: int) -> None:
        """Let a backup of the profile bear the moment of the archive's last change, unless it lacks one."""
        await self._archive.fold()
        if path.parent == self._profile.backups and await self._archive.changes() == noted:
            await run_once("marking a backup", lambda: mark_held(path, self._profile.archive))

    @contextmanager
    def _under_way(self) -> Iterator[None]:
        self._making += 1
        try:
            yield
        finally:
            self._making -= 1

    def _look(self) -> tuple[list[Backup], int]:
        return list_backups(self._profile.backups), free_bytes(self._profile.backups)

    def _is_due(self) -> bool:
        folder, now = self._profile.backups, self._now()
        return is_due(list_backups(folder), changed_at(self._profile.archive, folder), now)


def _note(connection: Connection, seconds: float) -> tuple[int, int]:
    """Note how long it took. Return how many rows had been changed before, and have been by now."""
    before = connection.total_changes
    note_seconds(connection, SlowWork.BACKUP, seconds)
    return before, connection.total_changes
