"""Conversations that are in no file: begun in memory, asked and answered there, and gone when they end."""

from dataclasses import replace

from app.chat.answering import Answering
from app.chat.keeping import Keeping
from app.domain.conversation import Conversation
from app.domain.events import ConversationRemoved
from app.domain.ids import ConversationId
from app.store import conversations, purge, removal


class Temporary:
    """Lives on the loop's thread. Whatever is left of them goes when the history is locked or closed."""

    def __init__(self, keeping: Keeping, answering: Answering) -> None:
        self._keeping = keeping
        self._answering = answering

    def holds(self, conversation: ConversationId | None) -> bool:
        return self._keeping.is_temporary(conversation)

    async def begin(self) -> ConversationId:
        """Return the id under which one begins with its first question. Until then it stays the same."""
        return await self._keeping.await_temporary()

    async def all(self) -> list[Conversation]:
        """Return all temporary conversations, the one that changed last at the top."""
        if self._keeping.passing is None:
            return []
        listed = await self._keeping.passing.read(conversations.list_conversations)
        return [replace(each, is_temporary=True) for each in listed]

    async def forget(self, conversation: ConversationId) -> None:
        """Stop the reply, if one is under way, and leave nothing of the conversation: no undo has it."""
        await self._answering.end(conversation)
        archive = self._keeping.of(conversation).archive
        await archive.write(removal.remove_conversation, conversation)
        left = await archive.study(purge.unneeded)
        while left:
            _, left = await archive.write(purge.purge, left)
        self._keeping.lasting.events.publish(ConversationRemoved(conversation))
