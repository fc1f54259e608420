"""One reply, from its planning to its end.

Two tasks share the work. The reader receives the reply and may be cancelled at any moment, as often as a
person presses Stop. The recorder, which runs `answer`, is never cancelled: it waits for the reader, writes
the end and tells of it exactly once, whatever happened.
"""

import asyncio
from collections.abc import Callable
from contextlib import aclosing
from dataclasses import dataclass
from typing import assert_never

from app.chat.context_reading import plan_request
from app.chat.event_stream import EventStream
from app.chat.provider_setup import ProviderSetup
from app.chat.reply_journal import ReplyJournal
from app.domain.asking import Asking
from app.domain.context_window import Plan
from app.domain.errors import AppError, BugError, Fault, ReplyInterrupted, StoreError
from app.domain.events import ReplyEnded, ReplyGrew, ReplyStarted
from app.domain.ids import ConversationId, IdSource, ItemId, RequestId
from app.domain.item import Item, ItemState, reply_body
from app.domain.settings import ProviderSettings
from app.domain.text_pieces import PieceJoiner
from app.domain.usage import Usage
from app.providers.pieces import ItemPiece, ReasoningPiece, Request, TextPiece, UsagePiece
from app.store import turns
from app.store.archive import Archive
from app.store.turns import ReplyPlace

_CUT_SHORT = Fault("ReplyInterrupted", "The reply was cut short.")
_OUR_FAULT = Fault("BugError", "Sotto made a mistake. The log tells more.")


@dataclass(frozen=True, slots=True)
class TurnParts:
    """What every turn works with."""

    archive: Archive
    provider: ProviderSetup
    journal: ReplyJournal
    events: EventStream
    ids: IdSource
    now: Callable[[], int]


class Turn:
    """Lives on the loop. `text` is what has arrived so far, ahead of the disk."""

    def __init__(self, conversation: ConversationId, settings: ProviderSettings, parts: TurnParts) -> None:
        self.conversation = conversation
        self._settings = settings
        self._parts = parts
        self._reader: asyncio.Task[None] | None = None
        self._stopped: tuple[ItemState, Fault | None] | None = None
        self._texts: list[str] = []
        self._usage: Usage | None = None

    @property
    def text(self) -> str:
        return "".join(self._texts)

    def stop(self, fault: Fault | None = None) -> None:
        """End the reply with what has arrived: stopped or, given a fault, interrupted. Idempotent."""
        if self._stopped is None:
            self._stopped = (ItemState.INTERRUPTED if fault else ItemState.STOPPED, fault)
        if self._reader is not None:
            self._reader.cancel()

    async def answer(self) -> None:
        """Record a reply to the newest question. Raises StoreError if its beginning cannot be stored."""
        asking = Asking(self._settings.model, self._settings.context_tokens)
        plan = await plan_request(self._parts.archive, self.conversation, asking)
        item = await self._begin(plan)
        self._reader = asyncio.create_task(self._read(item.id, plan))
        if self._stopped is not None:
            self._reader.cancel()
        await asyncio.wait({self._reader})
        self._parts.journal.end(item.id)
        state, fault = self._outcome(self._reader)
        body = reply_body(self.text, whole=state is ItemState.COMPLETE)
        await self._end(item._replace(state=state, fault=fault, body=body, ended_at=self._parts.now()))
        _hand_on_bugs(self._reader)

    async def _begin(self, plan: Plan) -> Item:
        ids, now = self._parts.ids, self._parts.now()
        place = ReplyPlace(ItemId(ids.next()), RequestId(ids.next()), self._settings.model, plan.ledger)
        body = reply_body("", whole=False)
        item = await self._parts.archive.write(turns.begin_reply, self.conversation, place, body, now)
        self._parts.journal.begin(item.id)
        self._parts.events.publish(ReplyStarted(self.conversation, item, plan.ledger))
        return item

    async def _read(self, item: ItemId, plan: Plan) -> None:
        request = Request(self._settings.model, plan.bodies, plan.instructions)
        joiner = PieceJoiner()
        provider = await self._parts.provider.connected()
        async with aclosing(provider.stream(request)) as pieces:
            async for piece in pieces:
                match piece:
                    case TextPiece(text):
                        self._grow(item, joiner.add(text))
                    case UsagePiece(usage):
                        self._usage = usage
                    case ReasoningPiece() | ItemPiece():
                        pass
                    case _:
                        assert_never(piece)
        self._grow(item, joiner.end())

    def _grow(self, item: ItemId, text: str) -> None:
        if text:
            self._texts.append(text)
            self._parts.journal.add(item, text)
            self._parts.events.publish(ReplyGrew(self.conversation, item, text))

    def _outcome(self, reader: asyncio.Task[None]) -> tuple[ItemState, Fault | None]:
        if reader.cancelled():
            return self._stopped or (ItemState.INTERRUPTED, _CUT_SHORT)
        error = reader.exception()
        if error is None:
            return ItemState.COMPLETE, None
        fault = error.fault if isinstance(error, AppError) else _OUR_FAULT
        return ItemState.INTERRUPTED if isinstance(error, ReplyInterrupted) else ItemState.FAILED, fault

    async def _end(self, item: Item) -> None:
        """Store the end and tell of it. Where that fails, the next start finds what the journal holds."""
        try:
            await self._parts.archive.write(turns.end_reply, item, self._usage, self._parts.now())
        except StoreError as error:
            item = item._replace(state=ItemState.FAILED, fault=error.fault)
        self._parts.events.publish(ReplyEnded(self.conversation, item, self._usage))


def _hand_on_bugs(reader: asyncio.Task[None]) -> None:
    """Raise what the world is not to blame for: the reply has ended properly, the loop's handler reports."""
    error = None if reader.cancelled() else reader.exception()
    if error is not None and not isinstance(error, AppError):
        raise BugError("A reply failed through our own fault.") from error
