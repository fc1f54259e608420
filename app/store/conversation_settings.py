"""SQL of what is set for one conversation alone. Values of a later version stay beside ours."""

from app.domain.conversation_settings import ConversationSettings
from app.domain.ids import ConversationId
from app.store import marks, touches
from app.store.driver import Connection

_OURS = frozenset({"model", "assistant", "instructions", "parameters", "policy", "compaction", "earlier"})


def read_settings(connection: Connection, conversation: ConversationId) -> ConversationSettings:
    return ConversationSettings.from_mapping(marks.settings(connection, conversation))


def write_settings(
    connection: Connection, conversation: ConversationId, settings: ConversationSettings, now: int
) -> None:
    kept = marks.settings(connection, conversation)
    others = {name: value for name, value in kept.items() if name not in _OURS}
    marks.set_settings(connection, conversation, others | settings.to_mapping())
    touches.touch_named(connection, conversation, now)
