"""Writes down what replies grow by: at most four commits a second, for all of them together."""

import asyncio
from collections.abc import Callable
from contextlib import suppress

from app.domain.errors import StoreError
from app.domain.ids import ItemId
from app.store import journal
from app.store.archive import Archive

_PACE_SECONDS = 0.25


class ReplyJournal:
    """Takes text from every turn. What could not be written waits for the next commit."""

    def __init__(self, archive: Archive, report: Callable[[StoreError], None]) -> None:
        self._archive = archive
        self._report = report
        self._waiting: dict[ItemId, str] = {}
        self._growing: set[ItemId] = set()
        self._writer: asyncio.Task[None] | None = None
        self._closing = asyncio.Event()

    def begin(self, item: ItemId) -> None:
        self._growing.add(item)

    def add(self, item: ItemId, text: str) -> None:
        """Note that the reply has grown. Returns at once."""
        self._waiting[item] = self._waiting.get(item, "") + text
        if self._writer is None or self._writer.done():
            self._writer = asyncio.create_task(self._write())

    def end(self, item: ItemId) -> None:
        """Forget the reply: its whole text is about to be stored."""
        self._growing.discard(item)
        self._waiting.pop(item, None)

    async def close(self) -> None:
        """Write what still waits, and wait for no more than that."""
        self._closing.set()
        if self._writer is not None:
            await self._writer

    async def _write(self) -> None:
        reported = False
        while self._growing:
            await self._pause()
            chunks, self._waiting = self._waiting, {}
            if not chunks:
                return
            try:
                await self._archive.write(journal.write_chunks, chunks)
            except StoreError as error:
                self._put_back(chunks)
                if not reported:
                    self._report(error)
                reported = True
            if self._closing.is_set():
                return

    async def _pause(self) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(_PACE_SECONDS):
                await self._closing.wait()

    def _put_back(self, chunks: dict[ItemId, str]) -> None:
        for item, text in chunks.items():
            if item in self._growing:
                self._waiting[item] = text + self._waiting.get(item, "")
