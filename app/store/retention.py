"""SQL of retention: conversations that are to go for good once nothing has changed in them for so many hours.

A conversation keeps to its own number or, where it has none, to the one that holds in general. 0 keeps for
ever. What is pinned, in the trash, still being answered, or in use by an undo is not due. Whatever a person
does to a conversation counts as a change, whether it is something said or not.
"""

from app.domain.errors import ConversationGone
from app.domain.ids import ConversationId
from app.domain.purged import Purged
from app.store import removal, undo
from app.store.driver import Connection
from app.store.kept_values import read_value, write_value

_HOUR = 3600 * 1_000_000
_NAME = "retention"

_OWN = "SELECT retention FROM conversation WHERE public_id = ?"
_SET = "UPDATE conversation SET retention = ? WHERE public_id = ?"
_IS_AT_REST = """
    trashed_at IS NULL AND pinned_at IS NULL AND NOT EXISTS (
        SELECT 1 FROM branch JOIN item ON item.run = branch.run AND item.depth = branch.depth
        WHERE branch.conversation = conversation.id AND item.state = 'streaming'
    )
"""
_DUE_IN_GENERAL = f"""
    SELECT id, public_id FROM conversation
    WHERE changed_at <= :moment AND touched_at <= :moment AND retention IS NULL AND {_IS_AT_REST}
    ORDER BY changed_at
"""  # noqa: S608
_DUE_BY_ITSELF = f"""
    SELECT id, public_id FROM conversation
    WHERE retention > 0 AND max(changed_at, touched_at) <= ? - retention * {_HOUR} AND {_IS_AT_REST}
    ORDER BY changed_at
"""  # noqa: S608

_IS_DUE = f"""
    SELECT id FROM conversation
    WHERE public_id = ? AND max(changed_at, touched_at) <= ? AND {_IS_AT_REST}
"""  # noqa: S608


def retention_in_general(connection: Connection) -> int:
    """Return the hours without a change after which conversations go. 0 keeps them for ever."""
    return int(read_value(connection, _NAME) or 0)


def keep_in_general(connection: Connection, hours: int) -> None:
    write_value(connection, _NAME, str(hours))


def own(connection: Connection, conversation: ConversationId) -> int | None:
    """Return a conversation's own number, or None if it keeps to the one that holds in general."""
    row = connection.execute(_OWN, (conversation,)).fetchone()
    if row is None:
        raise ConversationGone("There is no such conversation.")
    hours: int | None = row[0]
    return hours


def keep(connection: Connection, conversation: ConversationId, hours: int | None) -> None:
    """Let one conversation have a number of its own, or None."""
    if not connection.execute(_SET, (hours, conversation)).rowcount:
        raise ConversationGone("There is no such conversation.")


def due(connection: Connection, now: int) -> list[ConversationId]:
    """Return the conversations whose time is over."""
    by_itself = connection.execute(_DUE_BY_ITSELF, (now,)).fetchall()
    in_use = _in_use(connection)
    return [
        *(ConversationId(public) for number, public in by_itself if number not in in_use),
        *due_in_general(connection, retention_in_general(connection), now),
    ]


def due_in_general(connection: Connection, hours: int, now: int) -> list[ConversationId]:
    """Return those without a number of their own whose time were over if `hours` held in general."""
    if not hours:
        return []
    rows, in_use = connection.execute(_DUE_IN_GENERAL, {"moment": now - hours * _HOUR}), _in_use(connection)
    return [ConversationId(public) for number, public in rows if number not in in_use]


def is_due(connection: Connection, conversation: ConversationId, hours: int | None, now: int) -> bool:
    """Whether its time were over if it kept to `hours` or, with None, to what holds in general."""
    hours = retention_in_general(connection) if hours is None else hours
    row = connection.execute(_IS_DUE, (conversation, now - hours * _HOUR)).fetchone()
    return bool(hours and row and row[0] not in _in_use(connection))


def remove_due(connection: Connection, conversation: ConversationId, now: int) -> Purged:
    """Remove a conversation for good, unless something has happened in it since it was found due."""
    row = connection.execute(_OWN, (conversation,)).fetchone()
    if row is None or not is_due(connection, conversation, row[0], now):
        return Purged()
    return removal.remove_conversation(connection, conversation)


def _in_use(connection: Connection) -> set[int]:
    """Return the conversations that an undo may need."""
    changes = (change for _, changes in undo.kept(connection) for change in changes)
    return {number for change in changes for number in change.conversations}
