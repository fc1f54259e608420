"""Bringing in what other programs have exported, and what Sotto itself has.

A conversation is one transaction: whatever ends an import, what was brought in until then is whole, and the
same import once more brings in the rest.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from app.chat.attaching import Attaching
from app.chat.bringing import Bringing
from app.chat.event_stream import EventStream
from app.chat.export_stream import ExportStream, Progress
from app.chat.looking import Looking
from app.domain.errors import GivenUp, StoreError
from app.domain.events import (
    BranchesChanged,
    ConversationCreated,
    ConversationsMarked,
    FoldersChanged,
    ViewChanged,
)
from app.domain.exchange_errors import ExchangeError
from app.domain.ids import IdSource
from app.domain.import_report import Outcome, Preview, Report, Taken, summed
from app.exchange.export_reader import SILENCE_SECONDS
from app.store import parcels
from app.store.archive import Archive

_ASKED_AT_ONCE = 500


class Importing:
    """Lives on the loop's thread. One file or folder at a time is read, by a process of its own."""

    def __init__(
        self,
        archive: Archive,
        attaching: Attaching,
        events: EventStream,
        ids: IdSource,
        now: Callable[[], int],
        seconds: float = SILENCE_SECONDS,
    ) -> None:
        """`seconds` is how long the process may think about one conversation without a sign of life."""
        self._archive = archive
        self._attaching = attaching
        self._events = events
        self._ids = ids
        self._now = now
        self._seconds = seconds
        self._turn = asyncio.Lock()

    async def look(
        self,
        path: Path,
        progress: Progress | None = None,
        cancel: asyncio.Event | None = None,
        *,
        passphrase: str | None = None,
    ) -> Preview:
        """Tell what a file or folder holds, and change nothing. Cancelling the task ends it at once.

        Raises FileSealed where a passphrase is needed, PassphraseMisfit where it is another, any other
        ExchangeError where there is nothing to be taken in, StoreError, and GivenUp once `cancel` is set.
        """
        look = Looking()
        async with self._turn, self._reading(path, progress, cancel, passphrase) as reading:
            try:
                while found := await reading.next():
                    look.add(found)
            except ExchangeError as error:
                look.end(error)
            look.preview = replace(look.preview, bytes=reading.size)
        return await self._compared(look)

    async def bring_in(
        self,
        path: Path,
        progress: Progress | None = None,
        cancel: asyncio.Event | None = None,
        *,
        passphrase: str | None = None,
    ) -> Report:
        """Take in all that is new in a file or folder, one conversation after the other.

        Once `cancel` is set, or the task is cancelled, no further conversation is begun; with `cancel`, the
        report tells what was brought in until then. Raises ExchangeError where nothing could be taken in, and
        StoreError; where something had been, either is the report's fault.
        """
        bringing = Bringing(self._archive, self._attaching, self._ids, self._now)
        async with self._turn, self._reading(path, progress, cancel, passphrase) as reading:
            try:
                while found := await reading.next():
                    if taken := await bringing.take(found):
                        self._tell(taken)
            except GivenUp:
                bringing.is_cancelled = True
            except (ExchangeError, StoreError) as error:
                bringing.end(error)
            finally:
                await bringing.forget_rest()
        return bringing.report()

    @asynccontextmanager
    async def _reading(
        self, path: Path, progress: Progress | None, cancel: asyncio.Event | None, passphrase: str | None
    ) -> AsyncIterator[ExportStream]:
        reading = ExportStream(path, progress, cancel, self._seconds, passphrase)
        try:
            yield reading
        finally:
            await reading.close()

    async def _compared(self, look: Looking) -> Preview:
        """Tell how many of the conversations are here already."""
        known = in_trash = 0
        for first in range(0, len(look.ids), _ASKED_AT_ONCE):
            asked = look.ids[first : first + _ASKED_AT_ONCE]
            found = await self._archive.study(parcels.standing, look.preview.origin, asked)
            known += len(found)
            in_trash += sum(is_trashed for _, is_trashed in found.values())
        return replace(look.preview, known=known, in_trash=in_trash, skipped=summed(look.skipped))

    def _tell(self, taken: Taken) -> None:
        conversation = taken.conversation
        match taken.outcome:
            case Outcome.ADDED:
                self._events.publish(ConversationCreated(conversation))
                if taken.has_new_folder:
                    self._events.publish(FoldersChanged())
                self._events.publish(ConversationsMarked((conversation.id,)))
            case Outcome.GREW:
                self._events.publish(BranchesChanged(conversation.id))
                self._events.publish(ViewChanged(conversation.id))
                self._events.publish(ConversationsMarked((conversation.id,)))
