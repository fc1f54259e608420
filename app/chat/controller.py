"""What a person can do with conversations: one method for each intention.

Calls return at once or answer a question. What happens afterwards is told by events; what cannot be done as
asked is raised here, before anything has happened.
"""

import asyncio
from dataclasses import replace

from app.chat.event_stream import EventStream
from app.chat.turn import Turn, TurnParts
from app.domain.conversation import Conversation, HistoryPage, TitleSource, title_from_question
from app.domain.errors import EmptyMessage, Fault, ProviderMissing, ReplyUnderWay, StoreError
from app.domain.events import ConversationCreated, MessageStored, ProblemArose, ProviderChanged, SendFailed
from app.domain.ids import BranchId, ConversationId, ItemId
from app.domain.item import Item, ItemState, question_body, reply_body
from app.domain.settings import ProviderSettings
from app.domain.text_pieces import whole_characters

_PAGE = 100
_CLOSED = Fault("ReplyInterrupted", "Sotto was closed before the reply ended.")


class ChatController:
    """Lives on the loop's thread. One reply at a time for each conversation, any number beside each other."""

    def __init__(self, parts: TurnParts) -> None:
        self._parts = parts
        self._turns: dict[ConversationId, Turn] = {}
        self._recorders: set[asyncio.Task[None]] = set()

    @property
    def events(self) -> EventStream:
        return self._parts.events

    @property
    def provider(self) -> ProviderSettings | None:
        return self._parts.provider.settings

    async def conversations(self) -> list[Conversation]:
        """Return all conversations, the one that changed last at the top."""
        return await self._parts.archive.conversations()

    async def history(self, conversation: ConversationId, before: int | None = None) -> HistoryPage:
        """Return the newest items, or those in front of depth `before`. A growing reply has its text."""
        page = await self._parts.archive.page(conversation, before, _PAGE)
        return replace(page, items=tuple(self._as_of_now(conversation, item) for item in page.items))

    def send(self, conversation: ConversationId | None, text: str) -> ConversationId:
        """Ask a question, in a new conversation if none is named. Raises InputError."""
        if not text.strip():
            raise EmptyMessage("There is nothing to send yet.")
        if conversation in self._turns:
            raise ReplyUnderWay("This conversation is still being answered.")
        settings = self.provider
        if settings is None:
            raise ProviderMissing("No model service has been set up yet.")
        text = whole_characters(text)
        begin = conversation is None
        conversation = conversation or ConversationId(self._parts.ids.next())
        turn = Turn(conversation, settings, self._parts)
        self._turns[conversation] = turn
        recorder = asyncio.create_task(self._record(turn, text, begin=begin))
        self._recorders.add(recorder)
        recorder.add_done_callback(self._recorders.discard)
        return conversation

    def stop(self, conversation: ConversationId) -> None:
        """Keep what has arrived of the reply and end it. Does nothing where no reply is under way."""
        if turn := self._turns.get(conversation):
            turn.stop()

    def is_streaming(self, conversation: ConversationId) -> bool:
        return conversation in self._turns

    async def has_api_key(self, provider: ProviderSettings) -> bool:
        return await self._parts.provider.has_key(provider)

    async def set_provider(self, provider: ProviderSettings, api_key: str | None) -> None:
        """Change the model service; without a key the stored one stays. Raises AppError."""
        await self._parts.provider.change(provider, api_key)
        self.events.publish(ProviderChanged(provider))

    async def warm_up(self) -> None:
        """Make ready, while nothing else is asked, what the first question will need."""
        await self._parts.provider.warm_up()

    async def close(self) -> None:
        """End every reply with what has arrived, and wait until all of it is written down."""
        for turn in self._turns.values():
            turn.stop(_CLOSED)
        if self._recorders:
            await asyncio.wait(self._recorders)
        await self._parts.journal.close()

    async def _record(self, turn: Turn, text: str, *, begin: bool) -> None:
        try:
            if await self._store_question(turn.conversation, text, begin=begin):
                await turn.answer()
        except StoreError as error:
            self.events.publish(ProblemArose(error.fault))
        finally:
            del self._turns[turn.conversation]

    async def _store_question(self, conversation: ConversationId, text: str, *, begin: bool) -> bool:
        """Commit the question before anything leaves the machine. False if it could not be stored."""
        now, item = self._parts.now(), ItemId(self._parts.ids.next())
        try:
            stored = (
                await self._begin_conversation(conversation, item, text, now)
                if begin
                else await self._parts.archive.add_question(conversation, item, question_body(text), now)
            )
        except StoreError as error:
            self.events.publish(SendFailed(conversation, error.fault))
            return False
        self.events.publish(MessageStored(conversation, stored))
        return True

    async def _begin_conversation(
        self, conversation: ConversationId, item: ItemId, text: str, now: int
    ) -> Item:
        branch = BranchId(self._parts.ids.next())
        title = title_from_question(text)
        created = Conversation(conversation, branch, title, TitleSource.QUESTION, now, now)
        stored = await self._parts.archive.begin_conversation(created, item, question_body(text))
        self.events.publish(ConversationCreated(created))
        return stored

    def _as_of_now(self, conversation: ConversationId, item: Item) -> Item:
        turn = self._turns.get(conversation)
        if turn is None or item.state is not ItemState.STREAMING:
            return item
        return replace(item, body=reply_body(turn.text, whole=False))
