"""Every question on its way to an answer: at most one in each conversation, any number beside each other."""

import asyncio
from dataclasses import dataclass

from app.chat.turn import Turn, TurnParts
from app.domain.conversation import Conversation, TitleSource, title_from_question
from app.domain.errors import ConversationInTrash, Fault, ReplyUnderWay, StoreError
from app.domain.events import ConversationCreated, MessageStored, ProblemArose, SendFailed
from app.domain.ids import BranchId, ConversationId, ItemId
from app.domain.item import Item, ItemState, question_body, reply_body
from app.domain.settings import ProviderSettings
from app.store import turns


@dataclass(frozen=True, slots=True)
class _UnderWay:
    """A turn, and the task that sees it through and is never cancelled."""

    turn: Turn
    recorder: asyncio.Task[None]


class Answering:
    """Lives on the loop. A conversation is under way from its question until its reply's end is stored."""

    def __init__(self, parts: TurnParts) -> None:
        self._parts = parts
        self._under_way: dict[ConversationId, _UnderWay] = {}

    def is_under_way(self, conversation: ConversationId) -> bool:
        return conversation in self._under_way

    def require_rest(self, conversation: ConversationId) -> None:
        """Raise ReplyUnderWay where an answer is still to come."""
        if self.is_under_way(conversation):
            raise ReplyUnderWay("This conversation is still being answered.")

    def begin(
        self, conversation: ConversationId, text: str, settings: ProviderSettings, *, is_new: bool
    ) -> None:
        """Store a question and have it answered. Returns at once."""
        turn = Turn(conversation, settings, self._parts)
        recorder = asyncio.create_task(self._record(turn, text, is_new=is_new))
        self._under_way[conversation] = _UnderWay(turn, recorder)

    def stop(self, conversation: ConversationId, fault: Fault | None = None) -> None:
        """End the reply with what has arrived: stopped or, given a fault, interrupted."""
        if under_way := self._under_way.get(conversation):
            under_way.turn.stop(fault)

    async def end(self, conversation: ConversationId) -> None:
        """Stop the reply and wait until its end is written down."""
        while under_way := self._under_way.get(conversation):
            under_way.turn.stop()
            await asyncio.wait({under_way.recorder})

    async def close(self, fault: Fault) -> None:
        """Interrupt every reply, and wait until all of them are written down."""
        recorders = [under_way.recorder for under_way in self._under_way.values()]
        for conversation in self._under_way:
            self.stop(conversation, fault)
        if recorders:
            await asyncio.wait(recorders)

    def as_of_now(self, conversation: ConversationId, item: Item) -> Item:
        """Return the item with all that has arrived of it, ahead of the disk."""
        under_way = self._under_way.get(conversation)
        if under_way is None or item.state is not ItemState.STREAMING:
            return item
        return item._replace(body=reply_body(under_way.turn.text, whole=False))

    async def _record(self, turn: Turn, text: str, *, is_new: bool) -> None:
        try:
            if await self._store_question(turn.conversation, text, is_new=is_new):
                await turn.answer()
        except StoreError as error:
            self._parts.events.publish(ProblemArose(error.fault))
        finally:
            del self._under_way[turn.conversation]

    async def _store_question(self, conversation: ConversationId, text: str, *, is_new: bool) -> bool:
        """Commit the question before anything leaves the machine. False if it could not be stored."""
        now, item = self._parts.now(), ItemId(self._parts.ids.next())
        try:
            stored = (
                await self._begin_conversation(conversation, item, text, now)
                if is_new
                else await self._parts.archive.write(
                    turns.add_question, conversation, item, question_body(text), now
                )
            )
        except (StoreError, ConversationInTrash) as error:
            self._parts.events.publish(SendFailed(conversation, error.fault))
            return False
        self._parts.events.publish(MessageStored(conversation, stored))
        return True

    async def _begin_conversation(
        self, conversation: ConversationId, item: ItemId, text: str, now: int
    ) -> Item:
        branch = BranchId(self._parts.ids.next())
        title = title_from_question(text)
        created = Conversation(conversation, branch, title, TitleSource.QUESTION, now, now)
        stored = await self._parts.archive.write(turns.begin_conversation, created, item, question_body(text))
        self._parts.events.publish(ConversationCreated(created))
        return stored
