"""SQL of drafts: what was typed and not yet sent. None stands for the conversation not yet begun."""

from collections.abc import Mapping

from app.domain.ids import ConversationId
from app.domain.text_pieces import storable
from app.store import touches
from app.store.driver import Connection

_ALL = """
    SELECT conversation.public_id, text
    FROM draft LEFT JOIN conversation ON conversation.id = draft.conversation
"""
_KEEP = """
    INSERT INTO draft (conversation, text, changed_at)
    SELECT id, :text, :now FROM conversation WHERE public_id = :place
    ON CONFLICT (conversation) DO UPDATE SET text = excluded.text, changed_at = excluded.changed_at
    WHERE draft.text <> excluded.text
"""
_KEEP_NEW = "INSERT INTO draft (conversation, text, changed_at) VALUES (NULL, :text, :now)"
_DROP_SENT = """
    DELETE FROM draft
    WHERE conversation = (SELECT id FROM conversation WHERE public_id = :place) AND text = :text
"""
_DROP = "DELETE FROM draft WHERE conversation = (SELECT id FROM conversation WHERE public_id = :place)"
_DROP_NEW = "DELETE FROM draft WHERE conversation IS NULL"


def all_drafts(connection: Connection) -> Mapping[ConversationId | None, str]:
    return {
        None if public_id is None else ConversationId(public_id): text
        for public_id, text in connection.execute(_ALL)
    }


def keep_draft(connection: Connection, place: ConversationId | None, text: str, now: int) -> None:
    """Keep the text in place of what was there. An empty one is dropped; so is one without a place."""
    values = {"place": place, "text": storable(text), "now": now}
    if place is None:
        connection.execute(_DROP_NEW)
        if text:
            connection.execute(_KEEP_NEW, values)
    elif connection.execute(_KEEP if text else _DROP, values).rowcount:
        touches.touch_named(connection, place, now)


def drop_draft(connection: Connection, conversation: ConversationId, text: str) -> None:
    """Drop a draft that has been sent, unless something else is being typed there by now."""
    connection.execute(_DROP_SENT, {"place": conversation, "text": storable(text)})
