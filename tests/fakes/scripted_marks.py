"""Has Marking's face, as far as the panels look."""

from app.chat.event_stream import EventStream
from app.domain.events import ViewChanged
from app.domain.ids import ConversationId, ItemId


class ScriptedMarks:
    def __init__(self, events: EventStream) -> None:
        self._events = events
        self.done: list[tuple[str, ItemId, bool]] = []

    async def pin(self, conversation: ConversationId, item: ItemId, *, pinned: bool) -> None:
        self.done.append(("pin", item, pinned))
        self._events.publish(ViewChanged(conversation))

    async def exclude(self, conversation: ConversationId, item: ItemId, *, excluded: bool) -> None:
        self.done.append(("exclude", item, excluded))
        self._events.publish(ViewChanged(conversation))
