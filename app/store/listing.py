"""SQL of the sidebar's list, page by page: each page is read along one index, however long the list is."""

import json
from collections.abc import Iterable
from typing import Any

from app.domain.conversation import Conversation, TitleSource
from app.domain.ids import BranchId, ConversationId, FolderId
from app.domain.listing import ListedConversation
from app.domain.naming import name_key
from app.store.driver import Connection
from app.store.tags import in_order

_COLUMNS = """
    conversation.public_id, branch.public_id, title, title_source, conversation.created_at,
    conversation.changed_at, pinned_at IS NOT NULL, archived_at IS NOT NULL, is_unread,
    (SELECT public_id FROM folder WHERE folder.id = conversation.folder),
    (SELECT json_group_array(name) FROM conversation_tag JOIN tag ON tag.id = conversation_tag.tag
     WHERE conversation_tag.conversation = conversation.id)
"""
_SHOWN_BRANCH = "CROSS JOIN branch ON branch.id = conversation.shown_branch"
_FROM = f"SELECT {_COLUMNS} FROM conversation {_SHOWN_BRANCH}"  # noqa: S608
_ORDER = "ORDER BY conversation.changed_at DESC, conversation.id DESC LIMIT :limit"
_LAST = "(:changed_at, (SELECT id FROM conversation WHERE public_id = :after))"
_LATER = f"AND (conversation.changed_at, conversation.id) < {_LAST}"

# Written as in the index, which holds these three stretches one behind the other.
_PINNED = "WHERE trashed_at IS NULL AND (archived_at IS NULL) = 1 AND (pinned_at IS NULL) = 0"
_NEWEST = "WHERE trashed_at IS NULL AND (archived_at IS NULL) = 1 AND (pinned_at IS NULL) = 1"
_ARCHIVED = "WHERE trashed_at IS NULL AND (archived_at IS NULL) = 0 AND (pinned_at IS NULL) = 1"
_IN_FOLDER = """
    WHERE folder = (SELECT id FROM folder WHERE public_id = :folder)
    AND trashed_at IS NULL AND archived_at IS NULL
"""
_FROM_TAG = f"""
    SELECT {_COLUMNS} FROM conversation_tag AS borne
    CROSS JOIN conversation ON conversation.id = borne.conversation {_SHOWN_BRANCH}
    WHERE borne.tag = (SELECT id FROM tag WHERE name_key = :tag)
    AND trashed_at IS NULL AND archived_at IS NULL
"""  # noqa: S608
_LATER_TAGGED = f"AND (borne.changed_at, borne.conversation) < {_LAST}"
_ORDER_TAGGED = "ORDER BY borne.changed_at DESC, borne.conversation DESC LIMIT :limit"

_NO_LIMIT = -1


def list_pinned(connection: Connection) -> list[ListedConversation]:
    """Return all pinned conversations, the one that changed last at the top."""
    return _page(connection, f"{_FROM} {_PINNED}", _LATER, _ORDER, _NO_LIMIT, None)


def list_newest(
    connection: Connection, limit: int, after: Conversation | None = None
) -> list[ListedConversation]:
    """Return the conversations that are neither pinned nor archived, or those that follow `after`."""
    return _page(connection, f"{_FROM} {_NEWEST}", _LATER, _ORDER, limit, after)


def list_archived(
    connection: Connection, limit: int, after: Conversation | None = None
) -> list[ListedConversation]:
    """Return the archived conversations."""
    return _page(connection, f"{_FROM} {_ARCHIVED}", _LATER, _ORDER, limit, after)


def list_in_folder(
    connection: Connection, folder: FolderId, limit: int, after: Conversation | None = None
) -> list[ListedConversation]:
    """Return the folder's conversations, pinned or not, without the archived ones."""
    return _page(connection, f"{_FROM} {_IN_FOLDER}", _LATER, _ORDER, limit, after, folder=folder)


def list_tagged(
    connection: Connection, tag: str, limit: int, after: Conversation | None = None
) -> list[ListedConversation]:
    """Return the conversations that bear a tag, pinned or not, without the archived ones."""
    return _page(connection, _FROM_TAG, _LATER_TAGGED, _ORDER_TAGGED, limit, after, tag=name_key(tag))


def _page(
    connection: Connection,
    chosen: str,
    later: str,
    order: str,
    limit: int,
    after: Conversation | None,
    **which: str,
) -> list[ListedConversation]:
    values: dict[str, Any] = {"limit": limit, **which}
    if after is None:
        return _listed(connection.execute(f"{chosen} {order}", values))
    values |= {"changed_at": after.changed_at, "after": after.id}
    return _listed(connection.execute(f"{chosen} {later} {order}", values))


def _listed(rows: Iterable[tuple[Any, ...]]) -> list[ListedConversation]:
    return [
        ListedConversation(
            Conversation(ConversationId(row[0]), BranchId(row[1]), row[2], TitleSource(row[3]), *row[4:6]),
            folder=FolderId(row[9]) if row[9] else None,
            tags=in_order(json.loads(row[10])),
            is_pinned=bool(row[6]),
            is_archived=bool(row[7]),
            is_unread=bool(row[8]),
        )
        for row in rows
    ]
