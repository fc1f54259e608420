"""Where each conversation is kept: in the archive on the disk or, if it is temporary, in one in memory."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

from app.chat.attaching import Attaching
from app.chat.reply_journal import ReplyJournal
from app.chat.turn import TurnParts
from app.domain.events import ProblemArose
from app.domain.ids import ConversationId
from app.store.archive import Archive


class Keeping:
    """Lives on the loop's thread. What was once said to be temporary is never looked for on the disk."""

    def __init__(self, lasting: TurnParts) -> None:
        self.lasting = lasting
        self._passing: TurnParts | None = None
        self._temporary: set[ConversationId] = set()
        self._awaited: ConversationId | None = None
        self._opening = asyncio.Lock()

    def of(self, conversation: ConversationId) -> TurnParts:
        """Return what a turn of this conversation works with."""
        if self._passing and conversation in self._temporary:
            return self._passing
        return self.lasting

    def is_temporary(self, conversation: ConversationId | None) -> bool:
        return conversation in self._temporary

    @property
    def archives(self) -> Sequence[Archive]:
        """Return the archive on the disk and, once it was needed, the one in memory."""
        return [parts.archive for parts in (self.lasting, self._passing) if parts]

    @property
    def passing(self) -> Archive | None:
        """The archive in memory, once it was needed."""
        return self._passing.archive if self._passing else None

    def is_awaited(self, conversation: ConversationId | None) -> bool:
        """Whether the first question of a temporary conversation is yet to come."""
        return conversation is not None and conversation == self._awaited

    async def await_temporary(self) -> ConversationId:
        """Return the id under which the next temporary conversation begins: the same one until it has."""
        if self._awaited is None:
            awaited = ConversationId(self.lasting.ids.next())
            await self.keep_in_memory(awaited)
            self._awaited = awaited
        return self._awaited

    def note_begun(self, conversation: ConversationId) -> None:
        if self.is_awaited(conversation):
            self._awaited = None

    async def keep_in_memory(self, conversation: ConversationId) -> None:
        """Keep under this id what is never to reach the disk."""
        async with self._opening:
            self._passing = self._passing or await self._in_memory()
        self._temporary.add(conversation)

    async def close(self) -> None:
        """Write what still waits, and be done with all that was kept in memory only."""
        for parts in (self.lasting, self._passing):
            if parts:
                await parts.journal.close()
                await parts.attaching.close()
        if self._passing:
            await self._passing.archive.close()

    async def _in_memory(self) -> TurnParts:
        archive = Archive(is_temporary=True)
        await archive.open_in_memory()
        events = self.lasting.events
        journal = ReplyJournal(archive, lambda error: events.publish(ProblemArose(error.fault)))
        attaching = Attaching(archive, self.lasting.ids)
        return replace(self.lasting, archive=archive, journal=journal, attaching=attaching)
