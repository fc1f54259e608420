"""SQL of the sidebar's lists: which rows a place has, along one index, and what is in the rows that are seen.

A list of a hundred thousand conversations is read as numbers and moments alone; a row is read by its number.
"""

import json
import sys
from array import array
from collections.abc import Iterable, Sequence
from typing import Any

from app.domain.conversation import Conversation, TitleSource
from app.domain.ids import BranchId, ConversationId, FolderId
from app.domain.indexed_text import indexed
from app.domain.listing import Keys, ListedConversation, Opened, Place, PlaceKind
from app.domain.naming import name_key
from app.store.driver import Connection
from app.store.tags import in_order

FIRST = 200  # rows that are known at once: more than any screen is high

_COLUMNS = """
    conversation.public_id, branch.public_id, title, title_source, conversation.created_at,
    conversation.changed_at, pinned_at IS NOT NULL, archived_at IS NOT NULL, is_unread,
    (SELECT public_id FROM folder WHERE folder.id = conversation.folder),
    (SELECT json_group_array(name) FROM conversation_tag JOIN tag ON tag.id = conversation_tag.tag
     WHERE conversation_tag.conversation = conversation.id),
    conversation.id, trashed_at,
    (SELECT count(*) FROM branch WHERE branch.conversation = conversation.id)
"""
_FROM = f"""
    SELECT {_COLUMNS} FROM json_each(?) AS wanted
    CROSS JOIN conversation ON conversation.%s = wanted.value
    CROSS JOIN branch ON branch.id = conversation.shown_branch
"""  # noqa: S608
_BY_NUMBER = _FROM % "id"
_BY_ID = _FROM % "public_id"
_IDS = """
    SELECT public_id FROM json_each(?) AS wanted
    CROSS JOIN conversation ON conversation.id = wanted.value
"""
_BEGINNING = "SELECT rowid FROM title_words WHERE title_words MATCH ?"

# Written as in the index, in which these stand one behind the other.
_SHELF = """
    CASE WHEN archived_at IS NOT NULL THEN 3 WHEN pinned_at IS NOT NULL THEN 0
         WHEN folder IS NOT NULL THEN 2 ELSE 1 END
"""
_ON_SHELF = f"""
    SELECT id, changed_at AS moment FROM conversation WHERE trashed_at IS NULL AND {_SHELF} = :which
    ORDER BY changed_at DESC, id DESC LIMIT :limit
"""  # noqa: S608
_PINNED, _LOOSE, _PUT_AWAY = 0, 1, 3
_IN_FOLDER = """
    SELECT id, changed_at AS moment FROM conversation
    WHERE folder = (SELECT id FROM folder WHERE public_id = :which)
    AND trashed_at IS NULL AND archived_at IS NULL ORDER BY changed_at DESC, id DESC LIMIT :limit
"""
_TAGGED = """
    SELECT conversation AS id, borne.changed_at AS moment FROM conversation_tag AS borne
    CROSS JOIN conversation ON conversation.id = borne.conversation
    WHERE borne.tag = (SELECT id FROM tag WHERE name_key = :which)
    AND trashed_at IS NULL AND archived_at IS NULL
    ORDER BY borne.changed_at DESC, borne.conversation DESC LIMIT :limit
"""
_TRASHED = """
    SELECT id, trashed_at AS moment FROM conversation WHERE trashed_at IS NOT NULL
    ORDER BY trashed_at DESC, id DESC LIMIT :limit
"""
# One long text costs a third of what a hundred thousand rows do.
_TOGETHER = "SELECT group_concat(printf('%016x%016x', id, moment), '') FROM ("
_ALL = -1


def open_place(connection: Connection, place: Place) -> Opened:
    """Return the first rows of a place, at once however many follow."""
    pinned, others = _keys(connection, place, FIRST)
    wanted = [*pinned.numbers[:FIRST], *others.numbers]
    first = tuple(rows(connection, wanted))
    return Opened(pinned, others, first, is_whole=len(others.numbers) < FIRST)


def whole_place(connection: Connection, place: Place) -> Opened:
    """Return all rows of a place, and what is in none of them."""
    return Opened(*_keys(connection, place, _ALL), ())


def rows(connection: Connection, numbers: Iterable[int]) -> list[ListedConversation]:
    """Return what is in the rows of these numbers, without those that there are no more."""
    return _listed(connection.execute(_BY_NUMBER, (json.dumps(list(numbers)),)))


def rows_of(connection: Connection, conversations: Iterable[ConversationId]) -> list[ListedConversation]:
    """Return the rows of these conversations, wherever they stand, without those that there are no more."""
    return _listed(connection.execute(_BY_ID, (json.dumps(list(conversations)),)))


def ids(connection: Connection, numbers: Iterable[int]) -> list[ConversationId]:
    """Return which conversations have these numbers, without those that there are no more."""
    return [ConversationId(each) for (each,) in connection.execute(_IDS, (json.dumps(list(numbers)),))]


def beginning_with(connection: Connection, text: str) -> list[int]:
    """Return the numbers of the conversations whose titles begin with these words, the last one begun."""
    words = indexed([text]).replace('"', " ").split()
    if not words:
        return []
    found = connection.execute(_BEGINNING, (f'^ "{" ".join(words)}" *',))
    return [number for (number,) in found]


def _keys(connection: Connection, place: Place, limit: int) -> tuple[Keys, Keys]:
    """Return the rows that are pinned, where those stand apart, and the others."""
    match place.kind:
        case PlaceKind.LIST:
            pinned = _read_keys(connection, _ON_SHELF, _PINNED, _ALL)
            return pinned, _read_keys(connection, _ON_SHELF, _LOOSE, limit)
        case PlaceKind.FOLDER:
            return Keys(), _read_keys(connection, _IN_FOLDER, place.which, limit)
        case PlaceKind.TAG:
            return Keys(), _read_keys(connection, _TAGGED, name_key(place.which), limit)
        case PlaceKind.ARCHIVED:
            return Keys(), _read_keys(connection, _ON_SHELF, _PUT_AWAY, limit)
    return Keys(), _read_keys(connection, _TRASHED, "", limit)


def _read_keys(connection: Connection, chosen: str, which: str | int, limit: int) -> Keys:
    (text,) = connection.execute(f"{_TOGETHER}{chosen})", {"which": which, "limit": limit}).fetchone()
    both = array("q", bytes.fromhex(text or ""))
    if sys.byteorder == "little":
        both.byteswap()
    return Keys(both[::2], both[1::2])


def _listed(found: Iterable[Sequence[Any]]) -> list[ListedConversation]:
    return [
        ListedConversation(
            Conversation(ConversationId(row[0]), BranchId(row[1]), row[2], TitleSource(row[3]), *row[4:6]),
            folder=FolderId(row[9]) if row[9] else None,
            tags=in_order(json.loads(row[10])),
            is_pinned=bool(row[6]),
            is_archived=bool(row[7]),
            is_unread=bool(row[8]),
            number=row[11],
            trashed_at=row[12],
            branches=row[13],
        )
        for row in found
    ]
