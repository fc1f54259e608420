"""SQL of origins: where conversations and items were brought in from, so that doing it again adds nothing."""

from app.domain.errors import BugError, ConversationGone
from app.domain.ids import ConversationId, ItemId
from app.domain.text_pieces import storable
from app.store.driver import Connection

_SET = "UPDATE conversation SET origin = ?, origin_id = ? WHERE public_id = ?"
_FIND = "SELECT public_id FROM conversation WHERE origin = ? AND origin_id = ?"
_SET_ITEM = """
    INSERT INTO item_origin (item, source_id, raw) SELECT id, :source, :raw FROM item WHERE public_id = :item
    ON CONFLICT (item) DO UPDATE SET source_id = excluded.source_id, raw = excluded.raw
"""
_FIND_ITEMS = """
    SELECT item.public_id FROM item_origin JOIN item ON item.id = item_origin.item
    WHERE source_id = ? ORDER BY item.id
"""
_RAW = """
    SELECT raw FROM item_origin JOIN item ON item.id = item_origin.item WHERE item.public_id = ?
"""


def set_origin(connection: Connection, conversation: ConversationId, origin: str, origin_id: str) -> None:
    """Keep from which program a conversation came, and what it was called there. No two share both."""
    values = (storable(origin), storable(origin_id), conversation)
    if not connection.execute(_SET, values).rowcount:
        raise ConversationGone("There is no such conversation.")


def find_by_origin(connection: Connection, origin: str, origin_id: str) -> ConversationId | None:
    """Return the conversation that was brought in from there, also if it is in the trash."""
    row = connection.execute(_FIND, (storable(origin), storable(origin_id))).fetchone()
    return ConversationId(row[0]) if row else None


def set_item_origin(connection: Connection, item: ItemId, source_id: str, raw: str | None) -> None:
    """Keep what an item was called where it came from, and what of it has no place of its own here."""
    values = {"item": item, "source": storable(source_id), "raw": None if raw is None else storable(raw)}
    if not connection.execute(_SET_ITEM, values).rowcount:
        raise BugError("There is no such item.")


def find_items_by_origin(connection: Connection, source_id: str) -> list[ItemId]:
    return [ItemId(item) for (item,) in connection.execute(_FIND_ITEMS, (storable(source_id),))]


def raw_origin(connection: Connection, item: ItemId) -> str | None:
    row = connection.execute(_RAW, (item,)).fetchone()
    return row[0] if row else None
