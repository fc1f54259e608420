"""Backups in memory, with the face of BackingUp. One takes as long as a test lets it."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from app.chat.backing_up import BackupState
from app.domain.backup import Backup
from app.domain.errors import AppError

SIZE = 21 << 20


class ScriptedBackingUp:
    def __init__(self, now: int) -> None:
        self.now = now
        self.kept: list[Backup] = []
        self.held: list[Backup] = []
        self.elsewhere: list[Path] = []
        self.trouble: AppError | None = None
        self.slow: asyncio.Event | None = None
        self.given_up = 0
        self.seconds = 1.0

    async def state(self) -> BackupState:
        return BackupState(tuple(self.kept), tuple(self.held), SIZE, 300 << 30, self.seconds)

    async def back_up(self, progress: Callable[[int, int], None]) -> Path:
        path = Path(f"{len(self.kept)}.backup")
        await self._work(progress)
        self.kept.insert(0, Backup(path.name, self.now, SIZE))
        return path

    async def back_up_to(self, path: Path, progress: Callable[[int, int], None]) -> None:
        await self._work(progress)
        self.elsewhere.append(path)

    async def drop(self, backup: Backup) -> None:
        self.kept.remove(backup)
        self.held.remove(backup)

    async def _work(self, progress: Callable[[int, int], None]) -> None:
        if self.trouble:
            raise self.trouble
        progress(1, 4)
        try:
            if self.slow:
                await self.slow.wait()
        except asyncio.CancelledError:
            self.given_up += 1
            raise
        progress(4, 4)
