"""Has Compacting's face, as far as the panels and the settings look."""

from app.chat.event_stream import EventStream
from app.domain.compaction import CompactionRule
from app.domain.ids import ConversationId


class ScriptedCompacting:
    def __init__(self, events: EventStream) -> None:
        self.events = events
        self.under_way: set[ConversationId] = set()
        self.stopped: list[ConversationId] = []
        self.kept = CompactionRule()

    def is_under_way(self, conversation: ConversationId) -> bool:
        return conversation in self.under_way

    def stop(self, conversation: ConversationId) -> None:
        self.stopped.append(conversation)

    async def rule(self) -> CompactionRule:
        return self.kept

    async def keep_rule(self, rule: CompactionRule) -> None:
        self.kept = rule
