"""Keeps drafts across restarts. What is typed is remembered at once and written at most once a second."""

import asyncio
from collections.abc import Callable, Mapping

from app.domain.errors import StoreError
from app.domain.ids import ConversationId
from app.store import drafts
from app.store.archive import Archive

_PACE_SECONDS = 1.0

Place = ConversationId | None


class DraftKeeper:
    """Lives on the loop. None stands for the conversation not yet begun."""

    def __init__(
        self,
        archive: Archive,
        now: Callable[[], int],
        is_passing: Callable[[Place], bool] = lambda _: False,
    ) -> None:
        """What is typed where `is_passing` says so is not kept at all."""
        self._archive = archive
        self._now = now
        self._is_passing = is_passing
        self._waiting: dict[Place, str] = {}
        self._writer: asyncio.Task[None] | None = None

    async def load(self) -> Mapping[Place, str]:
        """Return every draft that was kept."""
        return await self._archive.read(drafts.all_drafts)

    def keep(self, place: Place, text: str) -> None:
        """Remember what is typed there; nothing is what a sent or emptied draft leaves. Returns at once."""
        if self._is_passing(place):
            return
        self._waiting[place] = text
        if self._writer is None or self._writer.done():
            self._writer = asyncio.create_task(self._write_soon())

    async def close(self) -> None:
        """Write what still waits."""
        if self._writer is not None:
            self._writer.cancel()
            await asyncio.gather(self._writer, return_exceptions=True)
        await self._write()

    async def _write_soon(self) -> None:
        while self._waiting:
            await asyncio.sleep(_PACE_SECONDS)
            if not await self._write():
                return  # a full disk is told where it matters more; the next letter tries again

    async def _write(self) -> bool:
        """Write all that waits, each draft whole. False if the disk would not have it; it then waits on."""
        for place, text in list(self._waiting.items()):
            try:
                await self._archive.write(drafts.keep_draft, place, text, self._now())
            except StoreError:
                return False
            if self._waiting.get(place) == text:
                del self._waiting[place]
        return True
