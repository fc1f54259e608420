"""What would be sent while a person is still typing. The walk over the history is made once and kept."""

import asyncio
from collections.abc import Callable

from app.chat.context_reading import read_past
from app.chat.event_stream import EventStream
from app.chat.token_counting import TokenCounting
from app.domain.asking import Asking
from app.domain.context_survey import Past
from app.domain.events import (
    ConversationRenamed,
    Event,
    MessageStored,
    ReplyEnded,
    ReplyGrew,
    ReplyStarted,
    ReplyThought,
    ReplyWaits,
    SummaryAdvanced,
)
from app.domain.ids import ConversationId
from app.domain.outlook import Outlook, Prospect, prospect
from app.domain.tokens import NOTHING, Amounts
from app.store.archive import Archive
from app.system.worker_thread import run_once

_MANY = 2_000  # items that are surveyed in a thread of their own
_LONG = 100_000  # characters of a draft that are weighed in a thread of their own


class ContextPreview:
    """Lives on the loop. Knows the conversation that was asked about last, until something happens to it."""

    def __init__(self, archive: Archive, counting: TokenCounting, events: EventStream) -> None:
        self._archive = archive
        self._counting = counting
        self._kept: tuple[ConversationId, Asking, Prospect] | None = None
        self._read: tuple[ConversationId, Past] | None = None
        self._changes = 0
        self._is_closed = False
        self._background: asyncio.Task[None] | None = None
        self._unsubscribe: Callable[[], None] = events.subscribe(self._on_event)

    async def outlook(
        self,
        conversation: ConversationId,
        asking: Asking,
        draft: str,
        vocabulary: str | None = None,
        beside: Amounts = NOTHING,
    ) -> Outlook:
        """Tell what would be sent if the draft were asked now, with what is attached `beside` it."""
        while self._kept is None or self._kept[:2] != (conversation, asking):  # it may change meanwhile
            await self._survey(conversation, asking, vocabulary)
        return await outlook_of(self._kept[2], draft, beside)

    async def settle(self) -> None:
        """Wait until all that was looked at has been counted, where it can be."""
        if self._background is not None:
            await asyncio.wait({self._background})

    async def close(self) -> None:
        """End what is being counted, hear of nothing any more, and begin no counting for who still asks."""
        self._is_closed = True
        self._unsubscribe()
        if self._background is not None:
            self._background.cancel()
            await asyncio.wait({self._background})

    async def _survey(self, conversation: ConversationId, asking: Asking, vocabulary: str | None) -> None:
        changes = self._changes
        measure = await self._counting.measure(asking.model, vocabulary)
        known = self._read[1] if self._read and self._read[0] == conversation else None
        past = await read_past(self._archive, conversation, asking, measure, known)
        made = (
            await run_once("surveying a history", lambda: prospect(past, asking, measure))
            if len(past.items) > _MANY
            else prospect(past, asking, measure)
        )
        if changes == self._changes:
            self._kept, self._read = (conversation, asking, made), (conversation, past)
            self._count(past, vocabulary)

    def _count(self, past: Past, vocabulary: str | None) -> None:
        """Count in the background what could only be estimated; the next look is exact."""
        if not self._is_closed and (self._background is None or self._background.done()):
            self._background = asyncio.create_task(self._count_all(past, vocabulary))

    async def _count_all(self, past: Past, vocabulary: str | None) -> None:
        if await self._counting.count((*past.apart, *past.items), vocabulary):
            self._forget()

    def _on_event(self, event: Event) -> None:
        """Forget what a change may touch. Where something was only added, what was read is still true."""
        if isinstance(event, ReplyGrew | ReplyThought | ReplyWaits | ConversationRenamed | SummaryAdvanced):
            return
        about = getattr(event, "conversation_id", None)
        if about is not None and self._kept is not None and self._kept[0] != about:
            return
        self._forget()
        if not isinstance(event, MessageStored | ReplyStarted | ReplyEnded):
            self._read = None

    def _forget(self) -> None:
        self._kept = None
        self._changes += 1


async def outlook_of(made: Prospect, draft: str, beside: Amounts = NOTHING) -> Outlook:
    """Tell what would be sent with this draft; a long one is weighed elsewhere, so that nobody waits."""
    if len(draft) > _LONG:
        return await run_once("weighing a draft", lambda: made.outlook(draft, beside))
    return made.outlook(draft, beside)
