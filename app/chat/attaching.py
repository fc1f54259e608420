"""Files on their way into a message: read, kept in the archive, and waiting there for the message to be sent.

Each is read by a process of its own, and nothing of it is written anywhere but into the archive. What is
given up, taken back, or left over from a message that was never sent is removed again.
"""

import asyncio
import os
import stat
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from app.domain.attachment import PreparedFile, Seal, Sealing
from app.domain.errors import GivenUp, StoreError
from app.domain.exchange_errors import FileTooLarge, FileUnreadable
from app.domain.ids import AttachmentId, IdSource
from app.domain.text_pieces import storable
from app.exchange.file_kinds import FileKind, text_type
from app.exchange.reading import Progress, ReadFile, Reading
from app.exchange.refusals import refusal
from app.store import blobs
from app.store.archive import Archive
from app.system.worker_thread import run_once

MOST_BYTES = 50_000_000
LONGEST_SIDE = 2048
"""Of a picture, in pixels, where nobody knows of the model that it takes less."""

_AT_ONCE = 2
_PIECES_A_WRITE = 8  # two megabytes: about as long as other writes may have to wait
# Where there are such pipes, one that nobody writes into is opened like a file, so that it can be looked at.
_READING = os.O_RDONLY if sys.platform == "win32" else os.O_RDONLY | os.O_NONBLOCK


@dataclass(frozen=True, slots=True)
class _Content:
    """What will be kept of a file, and what was found in it."""

    found: ReadFile
    pieces: tuple[bytes, ...] = field(repr=False)
    seal: Seal


class Attaching:
    """Lives on the loop, until `close`. At most two files are read at once; others wait for their turn."""

    def __init__(self, archive: Archive, ids: IdSource) -> None:
        self._archive = archive
        self._ids = ids
        self._turns = asyncio.Semaphore(_AT_ONCE)
        self._changing = asyncio.Lock()
        self._preparing: set[asyncio.Task[PreparedFile]] = set()
        self._waiting: set[int] = set()
        self._is_closed = False

    async def prepare_file(
        self, path: Path, progress: Progress | None = None, longest_side: int = LONGEST_SIDE
    ) -> PreparedFile:
        """Take in a file from the disk. Raises ExchangeError, StoreError; cancelling leaves nothing."""
        content = await run_once("fetching a file", lambda: _fetched(path))
        return await self.prepare(path.name, content, progress, longest_side)

    async def prepare(
        self, name: str, content: bytes, progress: Progress | None = None, longest_side: int = LONGEST_SIDE
    ) -> PreparedFile:
        """Take in bytes, such as a picture that was pasted. Raises ExchangeError, StoreError.

        `progress` is told, on the loop's thread, how much of a document has been read. Cancelling waits
        until the process that reads has ended.
        """
        if self._is_closed:
            raise GivenUp("Nothing can be attached any more.")
        if len(content) > MOST_BYTES:
            raise refusal(FileTooLarge)
        task = asyncio.create_task(self._prepare(name, content, progress, longest_side))
        self._preparing.add(task)
        try:
            return await task
        finally:
            self._preparing.discard(task)

    async def picture(self, file: PreparedFile) -> bytes:
        """Return what is kept of a picture that is not sent yet: drawn anew by our own encoder."""
        return await self._archive.study(blobs.waiting_bytes, file.blob)

    async def drop(self, file: PreparedFile) -> None:
        """Remove a file that the person has taken back. One that belongs to a message stays."""
        await self._forget(file.blob)

    async def sweep(self) -> bool:
        """Remove what an earlier run left behind, sent by nobody. True if there was anything."""
        async with self._changing:
            return bool(await self._archive.write(blobs.remove_orphans, frozenset(self._waiting)))

    async def close(self) -> None:
        """End all reading, and remove what was not sent. No process is left. Safe to call twice."""
        self._is_closed = True
        preparing = tuple(self._preparing)
        for task in preparing:
            task.cancel()
        await asyncio.gather(*preparing, return_exceptions=True)
        waiting, self._waiting = self._waiting, set()
        if waiting:
            with suppress(StoreError):  # the next start sweeps up what stays
                await self._archive.write(blobs.remove_unheld, waiting)

    async def _prepare(
        self, name: str, content: bytes, progress: Progress | None, longest_side: int
    ) -> PreparedFile:
        async with self._turns:
            kept = await self._read(content, _on_loop(progress), longest_side)
        keeping = asyncio.create_task(self._keep(kept.pieces))
        try:
            blob = await asyncio.shield(keeping)
        except asyncio.CancelledError:
            await self._forget(await keeping)
            raise
        name, media_type = storable(name), kept.found.media_type.value
        if kept.found.media_type is FileKind.TEXT:
            media_type = text_type(name)
        return PreparedFile(
            AttachmentId(self._ids.next()), blob, kept.seal, name, media_type, kept.found.text
        )

    async def keep(self, content: bytes) -> int:
        """Put bytes into the archive that wait there for their message as they are. Raises StoreError."""
        return await self._keep(tuple(blobs.in_pieces([content])))

    async def forget(self, blob: int) -> None:
        """Remove bytes that waited, unless something holds them by now."""
        await self._forget(blob)

    async def _read(self, content: bytes, progress: Progress | None, longest_side: int) -> _Content:
        reading = Reading()

        def read() -> _Content:
            found = reading.read(content, longest_side, progress)
            return _content(found, content if found.picture is None else found.picture)

        work = asyncio.create_task(run_once("reading a file", read))
        try:
            return await asyncio.shield(work)
        except asyncio.CancelledError:
            reading.stop()
            await asyncio.gather(work, return_exceptions=True)
            raise

    async def _keep(self, pieces: tuple[bytes, ...]) -> int:
        """Put the bytes into the archive, in steps that let others write in between."""
        async with self._changing:
            blob = await self._archive.write(blobs.begin_blob)
            self._waiting.add(blob)
        try:
            for first in range(0, len(pieces), _PIECES_A_WRITE):
                following = pieces[first : first + _PIECES_A_WRITE]
                await self._archive.write(blobs.add_pieces, blob, first, following)
        except StoreError:
            await self._forget(blob)
            raise
        return blob

    async def _forget(self, blob: int) -> None:
        self._waiting.discard(blob)
        await self._archive.write(blobs.remove_unheld, (blob,))


def _on_loop(progress: Progress | None) -> Progress:
    """Let the loop's thread hear of the steps that another thread tells of."""
    loop = asyncio.get_running_loop()

    def tell(done: int, of: int) -> None:
        if progress:
            loop.call_soon_threadsafe(progress, done, of)

    return tell


def _content(found: ReadFile, kept: bytes) -> _Content:
    sealing = Sealing()
    pieces = tuple(blobs.in_pieces([kept]))
    for piece in pieces:
        sealing.add(piece)
    return _Content(found, pieces, sealing.seal)


def _fetched(path: Path) -> bytes:
    """Read a file from the disk, but nothing that only looks like one and would never end."""
    try:
        with os.fdopen(os.open(path, _READING), "rb") as file:
            known = os.fstat(file.fileno())
            if not stat.S_ISREG(known.st_mode):
                raise refusal(FileUnreadable)
            if known.st_size > MOST_BYTES:
                raise refusal(FileTooLarge)
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise refusal(FileUnreadable) from error
