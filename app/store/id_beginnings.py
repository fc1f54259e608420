"""SQL of ids of which only the beginning is known."""

from app.domain.ids import ConversationId
from app.store.driver import Connection

_BEHIND_ALL = "~"  # sorts behind every character of an id
_BEGINNING = "SELECT public_id FROM conversation WHERE public_id BETWEEN ? AND ? ORDER BY public_id LIMIT 2"


def conversations_beginning(connection: Connection, beginning: str) -> list[ConversationId]:
    """Return the first two conversations, of the trash as well, whose ids begin so."""
    rows = connection.execute(_BEGINNING, (beginning, beginning + _BEHIND_ALL))
    return [ConversationId(public_id) for (public_id,) in rows]
