"""What is tidied while nothing else happens: old undos, old trash, expired conversations, and the purge.

It waits until nothing has happened for a while, works in short transactions, and stops between two of them
as soon as something happens. What it did not get to, it takes up at the next rest.
"""

import asyncio
import logging
from collections.abc import Callable

from app.chat.event_stream import EventStream
from app.domain.errors import StoreError
from app.domain.events import ArchivePurged, ConversationRemoved, Event
from app.domain.ids import ConversationId
from app.domain.purged import Purged
from app.store import purge, removal, retention, undo
from app.store.archive import Archive

REST_SECONDS = 30.0
_ROUND_SECONDS = 3600.0
_AT_ONCE = 50

_log = logging.getLogger(__name__)


class Housekeeping:
    """Lives on the loop, from `start` to `close`."""

    def __init__(
        self, archive: Archive, events: EventStream, now: Callable[[], int], rest: float = REST_SECONDS
    ) -> None:
        self._archive = archive
        self._events = events
        self._now = now
        self._rest_seconds = rest
        self._stirred = asyncio.Event()
        self._leave = events.subscribe(self._hear)
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        self._task = asyncio.create_task(self._keep_house())

    async def close(self) -> None:
        """Finish the transaction under way, and end. Safe to call twice."""
        self._leave()
        task, self._task = self._task, None
        if task:
            task.cancel()
            await asyncio.wait({task})

    async def tidy(self) -> Purged:
        """Do all that there is to do, as long as nothing happens. Return what has left the archive."""
        self._stirred.clear()
        await self._archive.write(undo.forget_old, self._now())
        done = await self._remove_old()
        done += await self._purge()
        if done:
            await self._archive.fold()
            self._events.publish(ArchivePurged(done))
        return done

    async def _remove_old(self) -> Purged:
        done, now = Purged(), self._now()
        for conversation in await self._archive.study(removal.old_trash, now, _AT_ONCE):
            done += self._told(
                conversation, await self._archive.write(removal.remove_old_trash, conversation, now)
            )
        for conversation in await self._archive.study(retention.due, now):
            done += self._told(
                conversation, await self._archive.write(retention.remove_due, conversation, now)
            )
        return done

    def _told(self, conversation: ConversationId, removed: Purged) -> Purged:
        if removed:
            self._events.publish(ConversationRemoved(conversation))
        return removed

    async def _purge(self) -> Purged:
        done, left = Purged(), await self._archive.study(purge.unneeded)
        while left and not self._stirred.is_set():
            batch, left = await self._archive.write(purge.purge, left)
            done += batch
        return done

    async def _keep_house(self) -> None:
        while True:
            await self._rest()
            try:
                await self.tidy()
            except StoreError as error:
                _log.warning("The archive could not be tidied: %s", error.summary)
            await self._stir(_ROUND_SECONDS)

    async def _rest(self) -> None:
        """Wait until nothing has happened for a while."""
        self._stirred.clear()
        while await self._stir(self._rest_seconds):
            self._stirred.clear()

    async def _stir(self, seconds: float) -> bool:
        """Wait until something happens. False if nothing has for so long."""
        try:
            async with asyncio.timeout(seconds):
                await self._stirred.wait()
        except TimeoutError:
            return False
        return True

    def _hear(self, event: Event) -> None:
        if not isinstance(event, ArchivePurged | ConversationRemoved):  # these are its own
            self._stirred.set()
