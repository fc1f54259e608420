"""SQL of ids of which only the beginning is known."""

from itertools import islice

from app.domain.ids import ConversationId, ItemId
from app.store import paths
from app.store.driver import Connection

_BEHIND_ALL = "~"  # sorts behind every character of an id
_BEGINNING = "SELECT public_id FROM conversation WHERE public_id BETWEEN ? AND ? ORDER BY public_id LIMIT 2"
_ITEMS = "SELECT id, run, depth, public_id FROM item WHERE public_id BETWEEN ? AND ? ORDER BY public_id"


def conversations_beginning(connection: Connection, beginning: str) -> list[ConversationId]:
    """Return the first two conversations, of the trash as well, whose ids begin so."""
    rows = connection.execute(_BEGINNING, (beginning, beginning + _BEHIND_ALL))
    return [ConversationId(public_id) for (public_id,) in rows]


def items_beginning(connection: Connection, conversation: ConversationId, beginning: str) -> list[ItemId]:
    """Return the first two items of the conversation, on any of its branches, whose ids begin so."""
    number, _ = paths.shown(connection, conversation)
    rows = connection.execute(_ITEMS, (beginning, beginning + _BEHIND_ALL))
    found = (
        ItemId(name)
        for *place, name in rows
        if next(paths.branches_through(connection, number, paths.Place(*place)), None) is not None
    )
    return list(islice(found, 2))
