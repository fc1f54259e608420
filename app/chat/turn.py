"""One reply, from its planning to its end.

Two tasks share the work. The reader receives the reply and may be cancelled at any moment, as often as a
person presses Stop. The recorder, which runs `answer`, is never cancelled: it waits for the reader, writes
the end and tells of it exactly once, whatever happened.
"""

import asyncio
from collections.abc import Callable
from contextlib import aclosing, suppress
from dataclasses import dataclass, replace
from typing import assert_never

from app.chat.asking import Wish, asking_for
from app.chat.attaching import Attaching
from app.chat.context_reading import plan_request
from app.chat.event_stream import EventStream
from app.chat.growing_reply import GrowingReply
from app.chat.known_models import KnownModels
from app.chat.provider_setup import ProviderSetup
from app.chat.reply_journal import ReplyJournal
from app.chat.token_counting import TokenCounting
from app.domain.asking import Asking
from app.domain.context_window import Plan
from app.domain.errors import (
    AppError,
    BugError,
    ContextTooLong,
    Fault,
    ProviderError,
    ReplyInterrupted,
    StoreError,
)
from app.domain.events import ReplyEnded, ReplyGrew, ReplyStarted, ReplyThought, ReplyWaits
from app.domain.ids import ConversationId, IdSource, ItemId, RequestId
from app.domain.item import Item, ItemState, reply_body
from app.domain.lesson import lesson_of
from app.domain.model_facts import KnownModel
from app.domain.settings import ProviderSettings
from app.providers.pieces import ItemPiece, Piece, ReasoningPiece, Request, TextPiece, UsagePiece
from app.providers.retrying import wait_before_retry
from app.store import turns
from app.store.archive import Archive
from app.store.turns import ReplyPlace

_CUT_SHORT = Fault("ReplyInterrupted", "The reply was cut short.")
_NO_WISH = Wish()
OUR_FAULT = Fault("BugError", "Sotto made a mistake. The log tells more.")


@dataclass(frozen=True, slots=True)
class TurnParts:
    """What every turn works with. The `library` is on the disk, wherever the conversation is kept."""

    archive: Archive
    library: Archive
    provider: ProviderSetup
    journal: ReplyJournal
    events: EventStream
    ids: IdSource
    now: Callable[[], int]
    models: KnownModels
    counting: TokenCounting
    attaching: Attaching


class Turn:
    """Lives on the loop. `text` is what has arrived so far, ahead of the disk."""

    def __init__(
        self,
        conversation: ConversationId,
        settings: ProviderSettings,
        parts: TurnParts,
        wish: Wish = _NO_WISH,
        resumed: Item | None = None,
    ) -> None:
        """`resumed` is an unfinished reply whose rest is asked for."""
        self.conversation = conversation
        self.has_ended = False
        self.settings = settings
        self._parts = parts
        self._wish = wish
        self._resumed = resumed
        self._model: KnownModel | None = None
        self._reader: asyncio.Task[None] | None = None
        self._stopped: tuple[ItemState, Fault | None] | None = None
        self._reply = GrowingReply(parts.now, resumed.text if resumed else "")

    @property
    def text(self) -> str:
        return self._reply.text

    def stop(self, fault: Fault | None = None) -> None:
        """End the reply with what has arrived: stopped or, given a fault, interrupted. Idempotent."""
        if self._stopped is None:
            self._stopped = (ItemState.INTERRUPTED if fault else ItemState.STOPPED, fault)
        if self._reader is not None:
            self._reader.cancel()

    async def answer(self) -> ItemState:
        """Record a reply to the newest question, or the rest of one, and return how it has ended.

        Raises StoreError if its beginning cannot be stored, and AppError where a person has to choose first.
        """
        parts = self._parts
        asking, self._model = await asking_for(
            parts.archive, parts.library, parts.models, self.conversation, self.settings, self._wish
        )
        plan = await self._planned(asking)
        item = await self._begin(plan, asking)
        self._reader = asyncio.create_task(self._read(item, plan, asking))
        if self._stopped is not None:
            self._reader.cancel()
        await asyncio.wait({self._reader})
        parts.journal.end(item.id)
        state, fault = self._outcome(self._reader)
        body = reply_body(self.text, whole=state is ItemState.COMPLETE)
        await self._end(item._replace(state=state, fault=fault, body=body, ended_at=parts.now()))
        _hand_on_bugs(self._reader)
        return state

    async def _planned(self, asking: Asking) -> Plan:
        parts, vocabulary = self._parts, self._model.facts.tokenizer if self._model else None
        measure = await parts.counting.measure(asking.model, vocabulary)
        plan = await plan_request(parts.archive, self.conversation, asking, measure)
        if self._resumed is None:
            return plan
        words = await (await parts.provider.connected()).continuation()
        return replace(plan, ledger=replace(plan.ledger, continuation=words))

    async def _begin(self, plan: Plan, asking: Asking) -> Item:
        now, write = self._parts.now(), self._parts.archive.write
        place = self._place(plan, asking)
        if self._resumed:
            item = await write(turns.resume_reply, self._resumed, place, now)
        else:
            body = reply_body("", whole=False)
            item = await write(turns.begin_reply, self.conversation, place, body, now)
        self._parts.journal.begin(item.id)
        self._parts.events.publish(ReplyStarted(self.conversation, item, plan.ledger))
        return item

    def _place(self, plan: Plan, asking: Asking) -> ReplyPlace:
        item, request = ItemId(self._parts.ids.next()), RequestId(self._parts.ids.next())
        return ReplyPlace(item, request, asking.model, plan.ledger, asking.author, plan.wordings)

    def _request(self, plan: Plan, asking: Asking) -> Request:
        return Request(
            asking.model, plan.bodies, plan.instructions, asking.parameters, continues=bool(self._resumed)
        )

    async def _read(self, item: Item, plan: Plan, asking: Asking) -> None:
        """Receive the reply. What proves too long for the model is made shorter once, and that is learned."""
        try:
            await self._ask(item, self._request(plan, asking))
        except ContextTooLong as refusal:
            if self._reply.has_come:
                raise
            plan, asking = await self._shorter(item, plan, asking, refusal.limit)
            await self._ask(item, self._request(plan, asking))
        if self._reply.usage:
            with suppress(StoreError):  # another request will teach the same
                await self._parts.counting.learn(plan, self._reply.usage)

    async def _shorter(
        self, item: Item, plan: Plan, asking: Asking, limit: int | None
    ) -> tuple[Plan, Asking]:
        room = self._model.room(asking.parameters) if self._model else 0
        lesson = lesson_of(plan.ledger, asking, room, limit)
        await self._parts.models.learn_window(asking.model, lesson.window)
        plan = await self._planned(lesson.asking)
        place, now = self._place(plan, lesson.asking), self._parts.now()
        await self._parts.archive.write(turns.begin_another_request, item, place, now)
        self._parts.events.publish(ReplyStarted(self.conversation, item, plan.ledger))
        return plan, lesson.asking

    async def _ask(self, item: Item, request: Request) -> None:
        """Ask, and ask a busy service again, for as long as nothing has come."""
        attempt, waited = 1, 0.0
        while True:
            try:
                await self._receive(item.id, request)
            except ProviderError as error:
                seconds = None if self._reply.has_come else wait_before_retry(attempt, error, waited)
                if seconds is None:
                    raise
                self._parts.events.publish(ReplyWaits(self.conversation, item.id, seconds, error.fault))
                await asyncio.sleep(seconds)
                attempt, waited = attempt + 1, waited + seconds
            else:
                return

    async def _receive(self, item: ItemId, request: Request) -> None:
        provider = await self._parts.provider.connected()
        self._reply.begin()
        async with aclosing(provider.stream(request)) as pieces:
            async for piece in pieces:
                self._take(item, piece)
        self._grow(item, self._reply.end())

    def _take(self, item: ItemId, piece: Piece) -> None:
        match piece:
            case TextPiece(text):
                self._grow(item, self._reply.add_text(text))
            case ReasoningPiece(text):
                thought = self._reply.add_thought(text)
                self._parts.events.publish(ReplyThought(self.conversation, item, thought))
            case ItemPiece(body):
                self._reply.add_item(body)
            case UsagePiece(usage):
                self._reply.usage = usage
            case _:
                assert_never(piece)

    def _grow(self, item: ItemId, text: str) -> None:
        if text:
            self._parts.journal.add(item, text)
            self._parts.events.publish(ReplyGrew(self.conversation, item, text))

    def _outcome(self, reader: asyncio.Task[None]) -> tuple[ItemState, Fault | None]:
        if reader.cancelled():
            return self._stopped or (ItemState.INTERRUPTED, _CUT_SHORT)
        error = reader.exception()
        if error is None:
            return ItemState.COMPLETE, None
        fault = error.fault if isinstance(error, AppError) else OUR_FAULT
        return ItemState.INTERRUPTED if isinstance(error, ReplyInterrupted) else ItemState.FAILED, fault

    async def _end(self, item: Item) -> None:
        """Store the end and tell of it. Where that fails, the next start finds what the journal holds."""
        usage, companions = self._reply.usage, self._reply.companions(self._parts.ids.next)
        price = self._model.facts.price if self._model else None
        cost = price.cost(usage) if price and usage else None
        try:
            item = await self._parts.archive.write(
                turns.end_reply, item, usage, self._parts.now(), companions, cost
            )
        except StoreError as error:
            item = item._replace(state=ItemState.FAILED, fault=error.fault)
        self.has_ended = True
        self._parts.events.publish(ReplyEnded(self.conversation, item, usage))


def _hand_on_bugs(reader: asyncio.Task[None]) -> None:
    """Raise what the world is not to blame for: the reply has ended properly, the loop's handler reports."""
    error = None if reader.cancelled() else reader.exception()
    if error is not None and not isinstance(error, AppError):
        raise BugError("A reply failed through our own fault.") from error
