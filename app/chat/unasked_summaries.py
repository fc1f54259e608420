"""Summaries that nobody asked for: made after a reply, where a person has switched that on.

Nothing waits for them. One that cannot be had is done without, and one that is being made gives way as soon
as anything is asked. Each attempt may cost money, so what has failed or given way is not tried again at once.
"""

import asyncio

from app.chat.compacting import Compacting
from app.chat.event_stream import EventStream
from app.domain.errors import AppError
from app.domain.events import Event, MessageStored, ReplyEnded, ReplyStarted, SummaryEnded
from app.domain.ids import ConversationId
from app.domain.item import ItemState
from app.domain.ledger import Ledger

_REST_AFTER_FAILURE = 8  # replies
_REST_AFTER_GIVING_WAY = 1


class UnaskedSummaries:
    """Lives on the loop, from its making to `close`."""

    def __init__(self, compacting: Compacting, events: EventStream) -> None:
        self._compacting = compacting
        self._given: dict[ConversationId, Ledger] = {}
        self._resting: dict[ConversationId, int] = {}
        self._under_way: set[asyncio.Task[None]] = set()
        self._leave = events.subscribe(self._hear)

    async def close(self) -> None:
        """Hear of nothing any more, and give up what is being made."""
        self._leave()
        self._compacting.give_way()
        await asyncio.gather(*self._under_way, return_exceptions=True)

    def _hear(self, event: Event) -> None:
        match event:
            case MessageStored():
                self._compacting.give_way()
            case ReplyStarted(conversation, _, ledger):
                self._given[conversation] = ledger
                self._compacting.give_way()
            case ReplyEnded(conversation, item):
                given = self._given.pop(conversation) if conversation in self._given else None
                if given and item.state is ItemState.COMPLETE and not self._rests(conversation):
                    task = asyncio.create_task(self._make(conversation, given))
                    self._under_way.add(task)
                    task.add_done_callback(self._under_way.discard)
            case SummaryEnded(conversation, None):  # it had begun: merely looking whether one is due is free
                self._resting[conversation] = _REST_AFTER_GIVING_WAY
            case _:
                pass

    def _rests(self, conversation: ConversationId) -> bool:
        left = self._resting.pop(conversation, 0)
        if left > 1:
            self._resting[conversation] = left - 1
        return left > 0

    async def _make(self, conversation: ConversationId, ledger: Ledger) -> None:
        try:
            await self._compacting.summarize_if_due(conversation, ledger)
        except AppError:  # the fault is told where it matters
            self._resting[conversation] = _REST_AFTER_FAILURE
