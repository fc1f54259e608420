"""SQL of deleting a conversation for ever. What other conversations share of it stays with them.

The items themselves are left to the purge, which finds them reached by nothing.
"""

from app.domain.branch import Tip
from app.domain.conversation import Sharing
from app.domain.ids import ConversationId
from app.domain.purged import Purged
from app.store import branches, content, conversations, paths, purge_marks, tags, undo, words
from app.store.driver import Connection

TRASH_KEPT_FOR = 30 * 24 * 3600 * 1_000_000

_OLD_TRASH = "SELECT public_id FROM conversation WHERE trashed_at <= ? ORDER BY trashed_at LIMIT ?"
_IS_OLD_TRASH = "SELECT 1 FROM conversation WHERE public_id = ? AND trashed_at <= ?"
_IS_TRASH = "SELECT 1 FROM conversation WHERE public_id = ? AND trashed_at IS NOT NULL"
_CREATED = "SELECT created_at FROM conversation WHERE id = ?"
_NOTES = "SELECT id FROM note WHERE conversation = ?"
_REMOVE = (
    "DELETE FROM summary WHERE conversation = ?",
    "DELETE FROM draft WHERE conversation = ?",
    "DELETE FROM conversation_tag WHERE conversation = ?",
    "DELETE FROM overlay WHERE conversation = ?",
    "DELETE FROM brought_in WHERE conversation = ?",
    "UPDATE conversation SET shown_branch = NULL WHERE id = ?",
    "DELETE FROM branch WHERE conversation = ?",
    "DELETE FROM conversation WHERE id = ?",
)
_TIPS = "SELECT run, depth FROM branch WHERE conversation = ?"
_OTHERS = """
    WITH RECURSIVE onwards (run) AS (
        SELECT value FROM json_each(?)
        UNION ALL
        SELECT run.id FROM onwards CROSS JOIN run ON run.parent = onwards.run
    )
    SELECT DISTINCT conversation.id, conversation.public_id, conversation.title
    FROM onwards CROSS JOIN branch ON branch.run = onwards.run
    JOIN conversation ON conversation.id = branch.conversation
    WHERE conversation.id <> ? ORDER BY conversation.id
"""


def remove_conversation(connection: Connection, conversation: ConversationId) -> Purged:
    """Remove a conversation with all that is its own. No undo brings it back."""
    number, _ = branches.conversation_of(connection, conversation)
    (created,) = connection.execute(_CREATED, (number,)).fetchone()
    gone = Purged(conversations=1, oldest=created) + undo.forget_of(connection, number)
    words.forget_title(connection, number)
    for (note,) in connection.execute(_NOTES, (number,)).fetchall():
        content.remove_note(connection, note)
    for statement in _REMOVE:
        connection.execute(statement, (number,))
    tags.remove_idle_tags(connection)
    purge_marks.note_removed(connection, gone)
    return gone


def remove_present(connection: Connection, conversation: ConversationId) -> Purged:
    """Remove a conversation, unless it has gone meanwhile."""
    if not conversations.exists(connection, conversation):
        return Purged()
    return remove_conversation(connection, conversation)


def is_trash(connection: Connection, conversation: ConversationId) -> bool:
    """Whether it is there, and in the trash."""
    return connection.execute(_IS_TRASH, (conversation,)).fetchone() is not None


def remove_trash(connection: Connection, conversation: ConversationId) -> Purged:
    """Remove a conversation that is still in the trash."""
    if not is_trash(connection, conversation):
        return Purged()
    return remove_conversation(connection, conversation)


def old_trash(connection: Connection, now: int, limit: int) -> list[ConversationId]:
    """Return what has been in the trash for so long that it is to go for ever."""
    rows = connection.execute(_OLD_TRASH, (now - TRASH_KEPT_FOR, limit))
    return [ConversationId(row[0]) for row in rows]


def remove_old_trash(connection: Connection, conversation: ConversationId, now: int) -> Purged:
    """Remove a conversation that is still in the trash, and has been for so long."""
    if not connection.execute(_IS_OLD_TRASH, (conversation, now - TRASH_KEPT_FOR)).fetchone():
        return Purged()
    return remove_conversation(connection, conversation)


def sharing(connection: Connection, conversation: ConversationId) -> list[Sharing]:
    """Return which other conversations hold items of this one, and how many: these would stay."""
    number, _ = branches.conversation_of(connection, conversation)
    own = _reach(connection, number)
    first = [run for run, (start, _) in own.items() if start == 0]
    others = connection.execute(_OTHERS, (str(first), number)).fetchall()
    found = [
        Sharing(ConversationId(public_id), title, _overlap(own, _reach(connection, other)))
        for other, public_id, title in others
    ]
    return [each for each in found if each.items]


def _reach(connection: Connection, conversation: int) -> dict[int, tuple[int, int]]:
    """Return where each run of a conversation's branches starts, and how far they go into it."""
    reach: dict[int, tuple[int, int]] = {}
    for tip in connection.execute(_TIPS, (conversation,)).fetchall():
        for part in paths.walk_back(connection, Tip(*tip)):
            known = reach.get(part.run)
            reach[part.run] = (part.first - 1, max(part.last, known[1] if known else 0))
            if known:
                break
    return reach


def _overlap(one: dict[int, tuple[int, int]], other: dict[int, tuple[int, int]]) -> int:
    both = one.keys() & other.keys()
    return sum(min(one[run][1], other[run][1]) - one[run][0] for run in both)
