"""Every question on its way to an answer: at most one in each conversation, any number beside each other."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from app.chat.asking import Wish
from app.chat.keeping import Keeping
from app.chat.provider_setup import ProviderSetup
from app.chat.turn import OUR_FAULT, Turn
from app.domain.conversation import Conversation, TitleSource
from app.domain.errors import AppError, ConversationInTrash, Fault, ReplyUnderWay, StoreError
from app.domain.events import (
    ConversationCreated,
    MessageStored,
    NextKept,
    NextReturned,
    ReplyNotBegun,
    SendFailed,
)
from app.domain.ids import BranchId, ConversationId, ItemId
from app.domain.item import Item, ItemState, reply_body
from app.domain.question import Question
from app.domain.settings import ProviderSettings
from app.store import drafts, turns
from app.store.archive import Archive

Store = Callable[[], Awaitable[MessageStored | None]]
"""Stores what the answer is to follow, and returns the news of the question if that is new."""


@dataclass(frozen=True, slots=True)
class _UnderWay:
    """A turn, and the task that sees it through and is never cancelled."""

    turn: Turn
    recorder: asyncio.Task[None]


class Answering:
    """Lives on the loop. A conversation is under way from its question until its reply's end is stored."""

    def __init__(self, keeping: Keeping) -> None:
        self._keeping = keeping
        self._parts = keeping.lasting
        self._under_way: dict[ConversationId, _UnderWay] = {}
        self._next: dict[ConversationId, Question] = {}

    def is_under_way(self, conversation: ConversationId) -> bool:
        return conversation in self._under_way

    def require_rest(self, conversation: ConversationId) -> None:
        """Raise ReplyUnderWay where an answer is still to come."""
        if self.is_under_way(conversation):
            raise ReplyUnderWay("This conversation is still being answered.")

    def begin(
        self,
        conversation: ConversationId,
        question: Question,
        settings: ProviderSettings,
        service: ProviderSetup | None = None,
        *,
        is_new: bool,
    ) -> None:
        """Store a question and have it answered, by `service` if it is to be another one. Returns at once."""

        async def store() -> MessageStored:
            store_question = self._begin_conversation if is_new else self._add_question
            return news_of(conversation, await store_question(conversation, question), question)

        wish, parts = Wish(question.text, question.model), self._keeping.of(conversation)
        if service is not None:
            parts = replace(parts, provider=service)
        self.answer(Turn(conversation, settings, parts, wish), store)

    def answer(self, turn: Turn, store: Store | None = None) -> None:
        """Have the newest question answered, after what `store` does first. Raises ReplyUnderWay."""
        self.require_rest(turn.conversation)
        recorder = asyncio.create_task(self._record(turn, store))
        self._under_way[turn.conversation] = _UnderWay(turn, recorder)

    async def keep_next(self, conversation: ConversationId, question: Question) -> None:
        """Ask it as soon as the reply under way has come to its end; its text is a draft until then."""
        self._next[conversation] = question
        await self._archive(conversation).write(
            drafts.keep_draft, conversation, question.text, self._parts.now()
        )
        if self._next.get(conversation) is question:  # else it has been asked meanwhile
            self._parts.events.publish(NextKept(conversation, question.text))

    def take_back_next(self, conversation: ConversationId) -> str | None:
        """Return what was to be asked next, and ask it no more. It stays the conversation's draft."""
        question = self._next.pop(conversation, None)
        return None if question is None else question.text

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
        self._next.clear()  # each is a draft as well
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

    async def _record(self, turn: Turn, store: Store | None) -> None:
        state, is_understood = None, False
        try:
            if store is None or await self._is_stored(turn.conversation, store):
                state = await turn.answer()
            is_understood = True
        except AppError as error:
            is_understood = True
            self._parts.events.publish(ReplyNotBegun(turn.conversation, error.fault))
        finally:
            if not is_understood and not turn.has_ended:  # ours is the fault, but nobody waits in vain
                self._parts.events.publish(ReplyNotBegun(turn.conversation, OUR_FAULT))
            del self._under_way[turn.conversation]
            self._go_on(turn, state)

    def _go_on(self, turn: Turn, state: ItemState | None) -> None:
        """Ask what was to be asked next, or give it back where the reply did not come to its end."""
        question = self._next.pop(turn.conversation, None)
        if question is None:
            return
        if state is ItemState.COMPLETE:

            async def store() -> MessageStored:
                stored = await self._add_question(turn.conversation, question)
                await self._archive(turn.conversation).write(
                    drafts.drop_draft, turn.conversation, question.text
                )
                return news_of(turn.conversation, stored, question)

            parts = self._keeping.of(turn.conversation)
            wish, settings = Wish(question.text, question.model), parts.provider.settings
            self.answer(Turn(turn.conversation, settings or turn.settings, parts, wish), store)
        else:
            self._parts.events.publish(NextReturned(turn.conversation, question.text))

    async def _is_stored(self, conversation: ConversationId, store: Store) -> bool:
        """Commit the question before anything leaves the machine. False if it could not be stored."""
        try:
            news = await store()
        except (StoreError, ConversationInTrash) as error:
            self._parts.events.publish(SendFailed(conversation, error.fault))
            return False
        if news:
            self._parts.events.publish(news)
        return True

    def _archive(self, conversation: ConversationId) -> Archive:
        return self._keeping.of(conversation).archive

    async def _add_question(self, conversation: ConversationId, question: Question) -> Item:
        item = ItemId(self._parts.ids.next())
        return await self._archive(conversation).write(
            turns.add_question, conversation, item, question, self._parts.now()
        )

    async def _begin_conversation(self, conversation: ConversationId, question: Question) -> Item:
        ids, now = self._parts.ids, self._parts.now()
        item, branch = ItemId(ids.next()), BranchId(ids.next())
        created = Conversation(
            conversation,
            branch,
            question.title,
            TitleSource.QUESTION,
            now,
            now,
            is_temporary=self._keeping.is_temporary(conversation),
        )
        archive = self._archive(conversation)
        stored = await archive.write(turns.begin_conversation, created, item, question)
        self._keeping.note_begun(conversation)
        self._parts.events.publish(ConversationCreated(created))
        return stored


def news_of(conversation: ConversationId, stored: Item, question: Question) -> MessageStored:
    return MessageStored(conversation, stored, has_files=bool(question.files))
