"""Has Compacting's face, as far as the panels look."""

from app.chat.event_stream import EventStream
from app.domain.ids import ConversationId


class ScriptedCompacting:
    def __init__(self, events: EventStream) -> None:
        self.events = events
        self.under_way: set[ConversationId] = set()
        self.stopped: list[ConversationId] = []

    def is_under_way(self, conversation: ConversationId) -> bool:
        return conversation in self.under_way

    def stop(self, conversation: ConversationId) -> None:
        self.stopped.append(conversation)
