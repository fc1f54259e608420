"""SQL of tags. A tag is there for as long as a conversation bears it, and the first spelling of it stays."""

from collections.abc import Iterable

from app.domain.errors import BugError
from app.domain.ids import ConversationId, UndoId
from app.domain.library import Tag
from app.domain.naming import name_from_person, name_key
from app.domain.undo import Act, Undo
from app.store import touches
from app.store.conversations import number_of
from app.store.driver import Connection
from app.store.undo import Recorder, recording

_OF = """
    SELECT name FROM conversation_tag JOIN tag ON tag.id = conversation_tag.tag
    WHERE conversation_tag.conversation = (SELECT id FROM conversation WHERE public_id = ?)
"""
_LIST = """
    SELECT name, (
        SELECT count(*) FROM conversation_tag JOIN conversation ON conversation.id = conversation
        WHERE tag = tag.id AND trashed_at IS NULL
    ) FROM tag ORDER BY name_key
"""
_MAKE = "INSERT INTO tag (name, name_key) VALUES (?, ?) ON CONFLICT (name_key) DO NOTHING"
_ROW = "SELECT id FROM tag WHERE name_key = ?"
_BORNE = "SELECT tag FROM conversation_tag WHERE conversation = ?"
_BEAR = "INSERT INTO conversation_tag (conversation, tag) VALUES (?, ?)"
_SHED = "DELETE FROM conversation_tag WHERE conversation = ? AND tag = ?"
_BEARERS = "SELECT conversation FROM conversation_tag WHERE tag = ? ORDER BY conversation"
_REMOVE_IDLE = "DELETE FROM tag WHERE NOT EXISTS (SELECT 1 FROM conversation_tag WHERE tag = tag.id)"


def tags_of(connection: Connection, conversation: ConversationId) -> tuple[str, ...]:
    """Return the names of a conversation's tags, in the order of their letters."""
    return in_order(name for (name,) in connection.execute(_OF, (conversation,)))


def set_tags(
    connection: Connection, conversation: ConversationId, names: Iterable[str], now: int
) -> tuple[str, ...]:
    """Let a conversation bear these tags and no others. Returns those that it bore. Raises EmptyName."""
    before = tags_of(connection, conversation)
    row = number_of(connection, conversation)
    wanted = {_made(connection, name_from_person(name)) for name in names}
    borne = {tag for (tag,) in connection.execute(_BORNE, (row,))}
    connection.executemany(_SHED, [(row, tag) for tag in borne - wanted])
    connection.executemany(_BEAR, [(row, tag) for tag in wanted - borne])
    remove_idle_tags(connection)
    if wanted != borne:
        touches.touch(connection, row, now)
    return before


def add_tag(
    connection: Connection, conversations: Iterable[ConversationId], name: str, now: int
) -> list[ConversationId]:
    """Let conversations bear one tag more. Returns those that did not bear it. Raises EmptyName."""
    changed = []
    for conversation in conversations:
        borne = tags_of(connection, conversation)
        set_tags(connection, conversation, (*borne, name), now)
        if len(borne) < len(tags_of(connection, conversation)):
            changed.append(conversation)
    return changed


def take_tag(
    connection: Connection, conversations: Iterable[ConversationId], name: str, now: int
) -> list[ConversationId]:
    """Let conversations bear this tag no longer. Returns those that did."""
    changed = []
    for conversation in conversations:
        borne = tags_of(connection, conversation)
        left = [each for each in borne if name_key(each) != name_key(name)]
        if len(left) < len(borne):
            set_tags(connection, conversation, left, now)
            changed.append(conversation)
    return changed


def list_tags(connection: Connection) -> list[Tag]:
    """Return all tags by name, each with the number of conversations outside the trash that bear it."""
    return [Tag(*row) for row in connection.execute(_LIST)]


def rename_tag(connection: Connection, name: str, to: str, undo: UndoId, now: int) -> Undo:
    """Give a tag another name. If another tag has that name, the two become one. Raises EmptyName."""
    row, to = _row(connection, name), name_from_person(to)
    other = connection.execute(_ROW, (name_key(to),)).fetchone()
    made = Undo(undo, Act.RENAME_TAG)
    with recording(connection, made, now) as recorder:
        if other is None or other[0] == row:
            recorder.change("tag", (row,), name=to, name_key=name_key(to))
        else:
            bearers, already = _bearers(connection, row), _bearers(connection, other[0])
            _remove(recorder, row, bearers)
            for bearer in set(bearers).difference(already):
                recorder.add("conversation_tag", conversation=bearer, tag=other[0])
    return made


def remove_tag(connection: Connection, name: str, undo: UndoId, now: int) -> Undo:
    """Take a tag off every conversation."""
    row = _row(connection, name)
    made = Undo(undo, Act.DELETE_TAG)
    with recording(connection, made, now) as recorder:
        _remove(recorder, row, _bearers(connection, row))
    return made


def remove_idle_tags(connection: Connection) -> None:
    """Forget the tags that no conversation bears any more."""
    connection.execute(_REMOVE_IDLE)


def in_order(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(names, key=name_key))


def _remove(recorder: Recorder, row: int, bearers: Iterable[int]) -> None:
    for bearer in bearers:
        recorder.remove("conversation_tag", (bearer, row))
    recorder.remove("tag", (row,))


def _bearers(connection: Connection, tag: int) -> list[int]:
    return [conversation for (conversation,) in connection.execute(_BEARERS, (tag,))]


def _made(connection: Connection, name: str) -> int:
    connection.execute(_MAKE, (name, name_key(name)))
    return _row(connection, name)


def _row(connection: Connection, name: str) -> int:
    found = connection.execute(_ROW, (name_key(name),)).fetchone()
    if found is None:
        raise BugError("There is no such tag.")
    return int(found[0])
