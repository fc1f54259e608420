"""SQL of the branch map: its shape by an index alone, and how single stretches of it begin."""

from collections.abc import Iterable

from app.domain.branch import Range
from app.domain.branch_map import BranchMap, MapShape, branch_map
from app.domain.ids import ConversationId
from app.domain.item import MESSAGE, Item
from app.store import branches, items
from app.store.driver import Connection

# From every tip back to the first items. A run that several branches pass through is come upon once.
_STARTS = """
    WITH RECURSIVE reached (run) AS (
        SELECT run FROM branch WHERE conversation = ? AND run IS NOT NULL
        UNION
        SELECT run.parent FROM reached CROSS JOIN run ON run.id = reached.run WHERE run.parent IS NOT NULL
    )
    SELECT run.id, run.parent, run.depth FROM reached CROSS JOIN run ON run.id = reached.run
"""
_LOOKED_INTO = 4  # items: what a message begins with, such as some reasoning, is passed over


def map_shape(connection: Connection, conversation: ConversationId) -> MapShape:
    """Return what the map of a conversation's branches is drawn from. No item is read."""
    number, _ = branches.conversation_of(connection, conversation)
    starts = {run: (parent, depth) for run, parent, depth in connection.execute(_STARTS, (number,))}
    return MapShape(tuple(branches.list_branches(connection, conversation)), starts)


def drawn_map(connection: Connection, conversation: ConversationId) -> BranchMap:
    """Return the map of a conversation's branches, drawn off the window's thread: there may be a thousand."""
    return branch_map(map_shape(connection, conversation))


def openings(
    connection: Connection, conversation: ConversationId, stretches: Iterable[Range]
) -> dict[tuple[int, int], Item]:
    """Return how stretches begin, by run and first depth: with a message, where there is one near."""
    number, _ = branches.conversation_of(connection, conversation)
    return {
        (part.run, part.first): found
        for part in stretches
        if (found := _opening(connection, number, part)) is not None
    }


def _opening(connection: Connection, conversation: int, part: Range) -> Item | None:
    near = Range(part.run, part.first, min(part.last, part.first + _LOOKED_INTO - 1))
    shown = items.shown_in(connection, conversation, [near])
    return next((item for item in shown if item.kind == MESSAGE), shown[0] if shown else None)
