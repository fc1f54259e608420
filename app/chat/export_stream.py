"""What is found in a file that a person chose, as it comes out of the process that reads it."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

from app.chat.unsealing import unsealed
from app.exchange.chosen_files import chosen_files
from app.exchange.export_reader import ExportReader, Found
from app.exchange.source import RawFile
from app.system.worker_thread import WorkerThread

Progress = Callable[[int, int], None]
"""Told, on the loop's thread, how many bytes have been read, and of how many."""


class ExportStream:
    """Lives on the loop. A thread of its own reads, and lives as long as the process that does so for it."""

    def __init__(
        self,
        path: Path,
        progress: Progress | None,
        cancel: asyncio.Event | None,
        seconds: float,
        passphrase: str | None = None,
    ) -> None:
        """`passphrase` opens what of it is sealed."""
        self._path = path
        self._passphrase = passphrase
        self._progress = progress
        self._reader = ExportReader(seconds)
        self._thread = WorkerThread("importing")
        self._coming: Iterator[Found] | None = None
        self._following: asyncio.Task[Found | None] | None = None
        self._watching = asyncio.create_task(self._stop_when(cancel)) if cancel else None
        self.size = 0

    async def next(self) -> Found | None:
        """Return what is found next, or None at the end. Raises ExchangeError, and GivenUp when cancelled.

        What follows is read already while this is dealt with.
        """
        if self._coming is None:
            self._coming = await self._begin()
            self._following = self._read_on()
        if self._following is None:
            return None
        found = await self._following
        self._following = None if found is None else self._read_on()
        if self._progress:
            self._progress(min(self._reader.bytes_read, self.size), self.size)
        return found

    async def close(self) -> None:
        """End the reading, and wait until there is no process any more."""
        self._reader.stop()
        if self._watching:
            self._watching.cancel()
        if self._following:
            await asyncio.gather(self._following, return_exceptions=True)
        await self._thread.run("ending the reading", self._reader.close)
        self._thread.abandon()

    async def _begin(self) -> Iterator[Found]:
        files = await self._thread.run("looking for files", self._files)
        self.size = sum(file.size for file in files)
        return self._reader.read(files)

    def _files(self) -> list[RawFile]:
        return unsealed(chosen_files(self._path), self._passphrase)

    def _read_on(self) -> "asyncio.Task[Found | None]":
        coming = self._coming or iter(())
        return asyncio.create_task(self._thread.run("reading an export", lambda: next(coming, None)))

    async def _stop_when(self, cancel: asyncio.Event) -> None:
        await cancel.wait()
        self._reader.stop()
