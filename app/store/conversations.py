"""SQL of conversations: listing them, and beginning one with its first branch."""

from app.domain.conversation import Conversation, TitleSource
from app.domain.errors import BugError
from app.domain.ids import BranchId, ConversationId
from app.store.driver import Connection

_LIST = """
    SELECT conversation.public_id, branch.public_id, title, title_source,
           conversation.created_at, conversation.changed_at
    FROM conversation JOIN branch ON branch.id = conversation.shown_branch
    ORDER BY conversation.changed_at DESC, conversation.id DESC
"""
_ADD = """
    INSERT INTO conversation (public_id, title, title_source, created_at, changed_at) VALUES (?, ?, ?, ?, ?)
"""
_ADD_BRANCH = """
    INSERT INTO branch (public_id, conversation, name, run, depth, created_at)
    VALUES (?, ?, NULL, NULL, 0, ?)
"""
_SHOW_BRANCH = "UPDATE conversation SET shown_branch = ? WHERE id = ?"
_SHOWN_BRANCH = """
    SELECT branch.public_id FROM conversation JOIN branch ON branch.id = conversation.shown_branch
    WHERE conversation.public_id = ?
"""


def list_conversations(connection: Connection) -> list[Conversation]:
    """Return all conversations, the one that changed last at the top."""
    return [
        Conversation(
            ConversationId(public_id), BranchId(branch), title, TitleSource(source), created, changed
        )
        for public_id, branch, title, source, created, changed in connection.execute(_LIST)
    ]


def add_conversation(connection: Connection, conversation: Conversation) -> None:
    """Add a conversation and the empty branch that it shows."""
    now = conversation.created_at
    row = connection.execute(
        _ADD, (conversation.id, conversation.title, conversation.title_source, now, conversation.changed_at)
    ).lastrowid
    branch = connection.execute(_ADD_BRANCH, (conversation.shown_branch, row, now)).lastrowid
    connection.execute(_SHOW_BRANCH, (branch, row))


def shown_branch(connection: Connection, conversation: ConversationId) -> BranchId:
    row = connection.execute(_SHOWN_BRANCH, (conversation,)).fetchone()
    if row is None:
        raise BugError("There is no such conversation.")
    return BranchId(row[0])
