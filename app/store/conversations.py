"""SQL of conversations: listing, beginning, branching and naming them, and the trash.

A conversation in the trash keeps every row that it has; it is only listed elsewhere.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from app.domain.branch import Tip
from app.domain.conversation import Conversation, TitleSource
from app.domain.errors import ConversationGone, ConversationInTrash
from app.domain.ids import BranchId, ConversationId, ItemId
from app.domain.text_pieces import storable
from app.store import touches, words
from app.store.branches import reached
from app.store.driver import Connection
from app.store.overlays import copy_overlays
from app.store.paths import shown_tip
from app.store.summaries import copy_summaries
from app.store.undo import Recorder

_ALL = -1  # no limit, in SQLite's words
_BEFORE_FIRST = Tip(None, 0)
_SOURCES = MappingProxyType({source.value: source for source in TitleSource})

_SELECT = """
    SELECT conversation.public_id, branch.public_id, title, title_source,
           conversation.created_at, conversation.changed_at
    FROM conversation JOIN branch ON branch.id = conversation.shown_branch
"""
_LIST = (
    f"{_SELECT} WHERE trashed_at IS NULL ORDER BY conversation.changed_at DESC, conversation.id DESC LIMIT ?"
)
_LIST_TRASH = f"{_SELECT} WHERE trashed_at IS NOT NULL ORDER BY trashed_at DESC, conversation.id DESC"
_NUMBERED = """
    SELECT wanted.value, conversation.public_id, branch.public_id, title, title_source,
           conversation.created_at, conversation.changed_at
    FROM json_each(?) AS wanted
    CROSS JOIN conversation ON conversation.id = wanted.value
    CROSS JOIN branch ON branch.id = conversation.shown_branch
    WHERE trashed_at IS NULL
"""
_NUMBERS = """
    SELECT conversation.id
    FROM json_each(?) AS wanted CROSS JOIN conversation ON conversation.public_id = wanted.value
"""
_FIND = f"{_SELECT} WHERE conversation.public_id = ?"
_ADD = """
    INSERT INTO conversation (public_id, title, title_source, created_at, changed_at) VALUES (?, ?, ?, ?, ?)
"""
_ADD_BRANCH = """
    INSERT INTO branch (public_id, conversation, is_main, run, depth, created_at)
    VALUES (?, ?, 1, ?, ?, ?)
"""
_NUMBER = "SELECT id FROM conversation WHERE public_id = ?"
_SHOW_BRANCH = "UPDATE conversation SET shown_branch = ? WHERE id = ?"
_RENAME = "UPDATE conversation SET title = ?, title_source = ? WHERE public_id = ?"
# What a person has set up for a conversation; its place in the list and its marks are not of it.
_CARRY = """
    UPDATE conversation SET (folder, retention, settings) =
        (SELECT folder, retention, settings FROM conversation WHERE id = ?)
    WHERE id = ?
"""
_CARRIED_TAGS = "SELECT tag FROM conversation_tag WHERE conversation = ? ORDER BY tag"
_TRASHED_AT = "SELECT trashed_at FROM conversation WHERE public_id = ?"
_TRASH = "UPDATE conversation SET trashed_at = ? WHERE public_id = ?"
_RESTORE = "UPDATE conversation SET trashed_at = NULL WHERE public_id = ?"


def list_conversations(connection: Connection, limit: int = _ALL) -> list[Conversation]:
    """Return the newest conversations outside the trash, the one that changed last at the top."""
    return list(_conversations(connection.execute(_LIST, (limit,))))


def list_trash(connection: Connection) -> list[Conversation]:
    """Return all conversations in the trash, the one that came last at the top."""
    return list(_conversations(connection.execute(_LIST_TRASH)))


def find_conversation(connection: Connection, conversation: ConversationId) -> Conversation:
    for found in _conversations(connection.execute(_FIND, (conversation,))):
        return found
    raise _missing()


def numbered(connection: Connection, numbers: Iterable[int]) -> dict[int, Conversation]:
    """Return the conversations of these numbers, without those in the trash or gone."""
    rows = connection.execute(_NUMBERED, (json.dumps([*numbers]),))
    return {number: found for number, *row in rows for found in _conversations([tuple(row)])}


def numbers_of(connection: Connection, conversations: Iterable[ConversationId]) -> list[int]:
    """Return the numbers of these conversations, without those that are gone."""
    return [number for (number,) in connection.execute(_NUMBERS, (json.dumps([*conversations]),))]


def add_conversation(connection: Connection, conversation: Conversation, tip: Tip = _BEFORE_FIRST) -> None:
    """Add a conversation and the branch that it shows, which ends at `tip`: what lies before is shared."""
    now = conversation.created_at
    title, source = storable(conversation.title), conversation.title_source
    row = connection.execute(_ADD, (conversation.id, title, source, now, conversation.changed_at)).lastrowid
    branch = connection.execute(
        _ADD_BRANCH, (conversation.shown_branch, row, tip.run, tip.depth, now)
    ).lastrowid
    connection.execute(_SHOW_BRANCH, (branch, row))
    words.index_title(connection, number_of(connection, conversation.id))


def branch_conversation(
    connection: Connection,
    conversation: ConversationId,
    to: ConversationId,
    branch: BranchId,
    now: int,
    at: ItemId | None = None,
) -> Conversation:
    """Begin conversation `to` where the other's shown branch ends, or with the item `at` of any of them.

    No item is copied. What the other was set up with holds for this one too.
    """
    require_outside_trash(connection, conversation)
    original = find_conversation(connection, conversation)
    made = replace(original, id=to, shown_branch=branch, created_at=now, changed_at=now)
    tip = reached(connection, conversation, at)[1].tip if at else shown_tip(connection, conversation)
    add_conversation(connection, made, tip)
    numbers = number_of(connection, conversation), number_of(connection, to)
    recorder = Recorder(connection)
    carry_over(connection, recorder, *numbers)
    copy_overlays(connection, recorder, *numbers, tip)
    copy_summaries(connection, recorder, *numbers, tip)
    return made


def carry_over(connection: Connection, recorder: Recorder, conversation: int, to: int) -> None:
    """Give a conversation another's folder, tags, retention and settings.

    Of these the recorder is told only the tags: nothing else has to be taken off before it can be removed.
    """
    connection.execute(_CARRY, (conversation, to))
    for (tag,) in connection.execute(_CARRIED_TAGS, (conversation,)).fetchall():
        recorder.add("conversation_tag", conversation=to, tag=tag)


def rename(connection: Connection, conversation: ConversationId, title: str, now: int) -> None:
    """Give the title that a person chose. The conversation keeps its place in the list."""
    number = number_of(connection, conversation)
    words.forget_title(connection, number)
    connection.execute(_RENAME, (storable(title), TitleSource.PERSON, conversation))
    words.index_title(connection, number)
    touches.touch(connection, number, now)


def trash(connection: Connection, conversation: ConversationId, now: int) -> bool:
    """Put the conversation into the trash. False if it was there already; it then keeps its time."""
    if is_trashed(connection, conversation):
        return False
    connection.execute(_TRASH, (now, conversation))
    return True


def restore(connection: Connection, conversation: ConversationId, now: int) -> Conversation | None:
    """Take the conversation out of the trash, back to its place in the list. None if it was not there."""
    if not is_trashed(connection, conversation):
        return None
    connection.execute(_RESTORE, (conversation,))
    touches.touch_named(connection, conversation, now)
    return find_conversation(connection, conversation)


def trash_all(
    connection: Connection, conversations: Iterable[ConversationId], now: int
) -> list[ConversationId]:
    """Put conversations into the trash, and return those that were not there already.

    What is gone for ever meanwhile is passed over.
    """
    return [each for each in conversations if exists(connection, each) and trash(connection, each, now)]


def restore_all(
    connection: Connection, conversations: Iterable[ConversationId], now: int
) -> list[Conversation]:
    """Take conversations out of the trash, and return those that were there.

    What is gone for ever meanwhile is passed over.
    """
    there = (each for each in conversations if exists(connection, each))
    return [back for each in there if (back := restore(connection, each, now))]


def is_trashed(connection: Connection, conversation: ConversationId) -> bool:
    row = connection.execute(_TRASHED_AT, (conversation,)).fetchone()
    if row is None:
        raise _missing()
    return row[0] is not None


def exists(connection: Connection, conversation: ConversationId) -> bool:
    return connection.execute(_NUMBER, (conversation,)).fetchone() is not None


def require_outside_trash(connection: Connection, conversation: ConversationId) -> None:
    """Raise ConversationInTrash where nothing may grow until it is restored."""
    if is_trashed(connection, conversation):
        raise in_trash()


def in_trash() -> ConversationInTrash:
    return ConversationInTrash("This conversation is in the trash.")


def number_of(connection: Connection, conversation: ConversationId) -> int:
    """Return the number by which other rows know the conversation."""
    row: tuple[int] | None = connection.execute(_NUMBER, (conversation,)).fetchone()
    if row is None:
        raise _missing()
    return row[0]


def shown_branch(connection: Connection, conversation: ConversationId) -> BranchId:
    return find_conversation(connection, conversation).shown_branch


def _conversations(rows: Iterable[tuple[Any, ...]]) -> Iterator[Conversation]:
    for public_id, branch, title, source, created, changed in rows:
        yield Conversation(public_id, branch, title, _SOURCES[source], created, changed)


def _missing() -> ConversationGone:
    return ConversationGone("There is no such conversation.")
