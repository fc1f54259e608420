"""SQL of summaries. A summary lies at an item: every branch of its conversation that holds that has it."""

import json
from collections.abc import Iterator
from uuid import NAMESPACE_OID, uuid5

from app.domain.branch import Path, Range, Tip
from app.domain.errors import BugError
from app.domain.ids import ConversationId, ItemId, SummaryId, UndoId
from app.domain.summary import Summary
from app.domain.text_pieces import storable
from app.domain.undo import Act, Undo
from app.store import paths, touches
from app.store.driver import Connection
from app.store.undo import Recorder, recording

_ADD = """
    INSERT INTO summary
        (public_id, conversation, item, text, sources, model, created_at, changed_at, sealed_for)
    SELECT :summary, conversation.id, item.id, :text, :sources, :model, :now, :now, :sealed_for
    FROM conversation, item WHERE conversation.public_id = :conversation AND item.public_id = :item
"""
_SELECT = """
    SELECT summary.public_id, item.public_id, item.run, item.depth, text, sources, summary.model,
           summary.created_at, summary.changed_at, sealed_for
    FROM summary JOIN item ON item.id = summary.item
"""
_OF = f"""
    {_SELECT} WHERE summary.conversation = (SELECT id FROM conversation WHERE public_id = ?)
    ORDER BY item.depth DESC, summary.id DESC
"""  # noqa: S608
_ROW = "SELECT id FROM summary WHERE public_id = ?"
_PUBLIC = "SELECT public_id FROM conversation WHERE id = ?"
_TO_CARRY = """
    SELECT summary.public_id, item.run, item.depth, item.id, text, sources, summary.model,
           summary.created_at, summary.changed_at, sealed_for
    FROM summary JOIN item ON item.id = summary.item WHERE summary.conversation = ? ORDER BY summary.id
"""


def add_summary(
    connection: Connection,
    summary: SummaryId,
    conversation: ConversationId,
    item: ItemId,
    text: str,
    *,
    sources: tuple[Range, ...],
    model: str | None,
    now: int,
    sealed_for: str | None = None,
) -> None:
    """Keep what may stand in this conversation's contexts for the items up to and including `item`."""
    values = {
        "summary": summary,
        "conversation": conversation,
        "item": item,
        "text": storable(text),
        "sources": json.dumps([(part.run, part.first, part.last) for part in sources]),
        "model": model,
        "now": now,
        "sealed_for": sealed_for,
    }
    if not connection.execute(_ADD, values).rowcount:
        raise BugError("There is no such place for a summary.")
    touches.touch_named(connection, conversation, now)


def shown_summaries(connection: Connection, conversation: ConversationId) -> list[Summary]:
    """Return the summaries along the branch that a conversation shows, as `summaries_along` does."""
    path = paths.path_to(connection, paths.shown_tip(connection, conversation))
    return summaries_along(connection, conversation, path)


def summaries_along(connection: Connection, conversation: ConversationId, path: Path) -> list[Summary]:
    """Return the conversation's summaries along a path: the deepest first, of one item's the newest."""
    return [
        summary for run, summary in _summaries(connection, conversation) if _holds(path, run, summary.depth)
    ]


def newest_summary(
    connection: Connection, conversation: ConversationId, path: Path, service: str | None
) -> Summary | None:
    """Return the summary that saves the most along a path, of those that the service can read."""
    along = summaries_along(connection, conversation, path)
    return next((each for each in along if each.sealed_for in (None, service)), None)


def change_summary(connection: Connection, summary: SummaryId, text: str, undo: UndoId, now: int) -> Undo:
    """Put a person's words in place of the model's."""
    row, made = _row(connection, summary), Undo(undo, Act.EDIT_SUMMARY)
    with recording(connection, made, now) as recorder:
        recorder.change("summary", row, text=storable(text), model=None, sealed_for=None, changed_at=now)
    return made


def remove_summary(connection: Connection, summary: SummaryId, undo: UndoId, now: int) -> Undo:
    """Remove a summary. The items that it stood for are untouched, and are sent themselves again."""
    row, made = _row(connection, summary), Undo(undo, Act.DELETE_SUMMARY)
    with recording(connection, made, now) as recorder:
        recorder.remove("summary", row)
    return made


def copy_summaries(connection: Connection, recorder: Recorder, conversation: int, to: int, tip: Tip) -> None:
    """Give a conversation another's summaries along the path to `tip`. What it does to them is its own."""
    found = connection.execute(_TO_CARRY, (conversation,)).fetchall()
    if not found:
        return
    (owner,) = connection.execute(_PUBLIC, (to,)).fetchone()
    reach = {part.run: part.last for part in paths.walk_back(connection, tip)}
    for public, run, depth, item, text, sources, model, created, changed, sealed_for in found:
        if depth <= reach.get(run, 0):
            recorder.add(
                "summary",
                public_id=str(uuid5(NAMESPACE_OID, f"{public} in {owner}")),
                conversation=to,
                item=item,
                text=text,
                sources=sources,
                model=model,
                created_at=created,
                changed_at=changed,
                sealed_for=sealed_for,
            )


def _summaries(connection: Connection, conversation: ConversationId) -> Iterator[tuple[int, Summary]]:
    for summary, item, run, depth, text, sources, *rest in connection.execute(_OF, (conversation,)):
        places = tuple(Range(*place) for place in json.loads(sources))
        yield run, Summary(SummaryId(summary), ItemId(item), depth, text, places, *rest)


def _holds(path: Path, run: int, depth: int) -> bool:
    return any(part.run == run and part.first <= depth <= part.last for part in path.ranges)


def _row(connection: Connection, summary: SummaryId) -> tuple[int]:
    row: tuple[int] | None = connection.execute(_ROW, (summary,)).fetchone()
    if row is None:
        raise BugError("There is no such summary.")
    return row
