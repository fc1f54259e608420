"""Temporary conversations with the face of Temporary, on the conversations of a scripted controller."""

from app.chat.event_stream import EventStream
from app.domain.events import ConversationRemoved
from app.domain.ids import ConversationId
from tests.fakes.kept_conversations import KeptConversations


class ScriptedTemporary:
    def __init__(self, kept: KeptConversations, events: EventStream) -> None:
        self._kept = kept
        self._events = events
        self._held: list[ConversationId] = []

    def holds(self, conversation: ConversationId | None) -> bool:
        return conversation in self._held

    async def begin(self) -> ConversationId:
        if not self._held or self._held[-1] in self._kept._items:
            self._held.append(ConversationId(self._kept._next("conversation")))
        return self._held[-1]

    async def forget(self, conversation: ConversationId) -> None:
        del self._kept._conversations[conversation]
        self._events.publish(ConversationRemoved(conversation))
