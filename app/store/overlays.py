"""SQL of overlays: what a person did to an item in one conversation. No other conversation sees any of it.

Items never change. An edit adds a revision, and the overlay says which one is shown.
"""

from app.domain.branch import Tip
from app.domain.ids import ConversationId, ItemId
from app.domain.undo import Undo
from app.store import branches, paths, touches, words
from app.store.driver import Connection
from app.store.undo import Recorder, recording

_MAKE_ROOM = "INSERT OR IGNORE INTO overlay (conversation, item) VALUES (?, ?)"
_ADD_REVISION = "INSERT INTO revision (item, body, created_at) VALUES (?, ?, ?)"
_MARKS = """
    SELECT item.run, item.depth, item.id, overlay.hidden_at, overlay.pinned_at, overlay.excluded_at,
        overlay.revision
    FROM overlay JOIN item ON item.id = overlay.item WHERE overlay.conversation = ?
"""

_PINNED = """
    SELECT item.public_id FROM overlay CROSS JOIN item ON item.id = overlay.item
    WHERE overlay.conversation = (SELECT id FROM conversation WHERE public_id = ?)
        AND overlay.pinned_at IS NOT NULL
"""


def pinned(connection: Connection, conversation: ConversationId) -> frozenset[ItemId]:
    """Return what a conversation has pinned, on any of its branches."""
    return frozenset(ItemId(item) for (item,) in connection.execute(_PINNED, (conversation,)))


def hide(connection: Connection, conversation: ConversationId, item: ItemId, undo: Undo, now: int) -> None:
    """Delete a message: the conversation no longer shows or sends the item. Others still do.

    Deleted twice in haste, it comes back by the later undo as well: that is the one which is offered.
    """
    mark(connection, Recorder(connection), conversation, item, hidden_at=None)
    with recording(connection, undo, now) as recorder:
        mark(connection, recorder, conversation, item, hidden_at=now)


def edit(
    connection: Connection, conversation: ConversationId, item: ItemId, body: str, undo: Undo, now: int
) -> None:
    """Let the conversation show another body in the item's place. What was there before is kept."""
    number = paths.place_of(connection, item).item
    with words.reworded(connection, number):
        revision = connection.execute(_ADD_REVISION, (number, body, now)).lastrowid
    with recording(connection, undo, now) as recorder:
        mark(connection, recorder, conversation, item, revision=revision)


def pin(connection: Connection, conversation: ConversationId, item: ItemId, at: int | None, now: int) -> None:
    """Have every request carry the item, wherever the cut is. None lets go of it."""
    _mark_for_good(connection, conversation, item, now, pinned_at=at)


def exclude(
    connection: Connection, conversation: ConversationId, item: ItemId, at: int | None, now: int
) -> None:
    """Have no request carry the item, though it is shown. None lets it go out again."""
    _mark_for_good(connection, conversation, item, now, excluded_at=at)


def mark(
    connection: Connection,
    recorder: Recorder,
    conversation: ConversationId,
    item: ItemId,
    **marks: int | None,
) -> None:
    """Change marks of one item. The row itself is no part of the act: other marks may stand in it."""
    number, place = branches.reached(connection, conversation, item)
    connection.execute(_MAKE_ROOM, (number, place.item))
    recorder.change("overlay", (number, place.item), **marks)


def copy_overlays(connection: Connection, recorder: Recorder, conversation: int, to: int, tip: Tip) -> None:
    """Give a conversation what another did to the items on the path to `tip`, and nothing else of it."""
    marked = connection.execute(_MARKS, (conversation,)).fetchall()
    if not marked:
        return
    reach = {part.run: part.last for part in paths.walk_back(connection, tip)}
    for run, depth, item, hidden, pinned, excluded, revision in marked:
        if depth <= reach.get(run, 0):
            recorder.add(
                "overlay",
                conversation=to,
                item=item,
                hidden_at=hidden,
                pinned_at=pinned,
                excluded_at=excluded,
                revision=revision,
            )


def _mark_for_good(
    connection: Connection, conversation: ConversationId, item: ItemId, now: int, **marks: int | None
) -> None:
    """Change marks that are taken back by themselves, without an undo."""
    recorder = Recorder(connection)
    mark(connection, recorder, conversation, item, **marks)
    touches.touch_all(connection, recorder.changes[0].conversations, now)
