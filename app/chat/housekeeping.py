"""What is tidied while nothing else happens: old undos, old trash, expired conversations, and the purge.

It waits until nothing has happened for a while, works in short transactions, and stops between two of them
as soon as something happens. What it did not get to, it takes up at the next rest.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection, Sequence

from app.chat.event_stream import EventStream
from app.chat.purging import Purging
from app.domain.errors import StoreError
from app.domain.events import ArchivePurged, ConversationRemoved, Event
from app.domain.ids import ConversationId, UndoId
from app.domain.purged import Purged
from app.store import removal, retention, undo
from app.store.archive import Archive

REST_SECONDS = 30.0
_ROUND_SECONDS = 3600.0
_AT_ONCE = 50

Chore = Callable[[], Awaitable[object]]
Offered = Callable[[], Collection[UndoId]]

_log = logging.getLogger(__name__)


class Housekeeping:
    """Lives on the loop, from `start` to `close`."""

    def __init__(
        self,
        archive: Archive,
        events: EventStream,
        now: Callable[[], int],
        chores: Sequence[Chore] = (),
        rest: float = REST_SECONDS,
        offered: Offered | None = None,
    ) -> None:
        """`chores` are done after everything else; each ends by itself and costs nothing when not due.

        `offered` tells which acts can still be taken back; without it, all can that are not old.
        """
        self._archive = archive
        self._events = events
        self._now = now
        self._chores = chores
        self._offered = offered
        self._purging = Purging(archive, events, now)
        self._rest_seconds = rest
        self._stirred = asyncio.Event()
        self._removed: set[ConversationId] = set()  # by itself, and not yet heard of
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
        gone = await self._forget_undos()
        gone += await self._remove_old()
        try:
            done = await self._purging.purge(gone, lambda: not self._stirred.is_set())
        except StoreError:  # what cannot be purged must not keep back the backups
            await self._do_chores()
            raise
        await self._do_chores()
        return done

    async def _do_chores(self) -> None:
        for chore in self._chores:
            if not self._stirred.is_set():
                await chore()

    async def _forget_undos(self) -> Purged:
        gone = await self._archive.write(undo.forget_old, self._now())
        if self._offered:
            gone += await self._archive.write(undo.forget_unoffered, self._offered(), self._now())
        return gone

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
            self._removed.add(conversation)
            self._events.publish(ConversationRemoved(conversation))
        return removed

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
        """Nothing of its own doing stirs it. What a person deletes for ever does: that is to be purged."""
        if isinstance(event, ConversationRemoved) and event.conversation_id in self._removed:
            self._removed.discard(event.conversation_id)
        elif not isinstance(event, ArchivePurged):
            self._stirred.set()
