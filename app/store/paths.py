"""SQL of the tree: from a branch to its path, and the growing of a branch by one item."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from app.domain.branch import Path, Range, Tip
from app.domain.errors import BugError, ConversationGone
from app.domain.ids import BranchId, ConversationId, ItemId
from app.store.driver import Connection

_TIP = "SELECT run, depth FROM branch WHERE public_id = ?"
_IS_TAKEN = "SELECT EXISTS (SELECT 1 FROM item WHERE run = ? AND depth = ?)"
_SHOWN = """
    SELECT conversation.id, branch.run, branch.depth
    FROM conversation JOIN branch ON branch.id = conversation.shown_branch
    WHERE conversation.public_id = ?
"""
# All that a reader must know before the first item is read, in one look-up: most conversations need no other.
_SIGHT = """
    SELECT conversation.id, branch.run, branch.depth, run.parent, run.depth,
           EXISTS (SELECT 1 FROM overlay WHERE overlay.conversation = conversation.id),
           EXISTS (SELECT 1 FROM branch AS other
               WHERE other.conversation = conversation.id AND other.id <> branch.id)
"""
_SHOWN_SIGHT = f"""{_SIGHT}
    FROM conversation JOIN branch ON branch.id = conversation.shown_branch
    LEFT JOIN run ON run.id = branch.run WHERE conversation.public_id = ?
"""
_BRANCH_SIGHT = f"""{_SIGHT}
    FROM branch JOIN conversation ON conversation.id = branch.conversation
    LEFT JOIN run ON run.id = branch.run WHERE branch.public_id = ?
"""
_SHOWN_END = """
    SELECT conversation.id, branch.id, branch.run, branch.depth,
           EXISTS (SELECT 1 FROM item WHERE item.run = branch.run AND item.depth = branch.depth + 1),
           conversation.trashed_at IS NOT NULL
    FROM conversation JOIN branch ON branch.id = conversation.shown_branch
    WHERE conversation.public_id = ?
"""
# Backwards from the tip: each run holds the path from just behind the place it grows from.
# Nothing is sorted, so that a reader who has enough stops the walk.
_BACK = """
    WITH RECURSIVE step (run, parent, start, last) AS (
        SELECT id, parent, depth, ? FROM run WHERE id = ?
        UNION ALL
        SELECT run.id, run.parent, run.depth, step.start FROM step JOIN run ON run.id = step.parent
    )
    SELECT run, start + 1, last FROM step
"""
_PLACE = "SELECT id, run, depth FROM item WHERE public_id = ?"
_START = "SELECT parent, depth FROM run WHERE id = ?"
# Onwards from a place, through whatever grows behind it, to the branches that end there.
_ONWARDS = """
    WITH RECURSIVE onwards (run, depth) AS (
        SELECT ?, ?
        UNION ALL
        SELECT run.id, run.depth + 1
        FROM onwards CROSS JOIN run ON run.parent = onwards.run AND run.depth >= onwards.depth
    )
    SELECT branch.id FROM onwards
    CROSS JOIN branch ON branch.run = onwards.run AND branch.depth >= onwards.depth
    WHERE branch.conversation = ?
"""
_NEW_RUN = "INSERT INTO run (parent, depth) VALUES (?, ?)"
_MOVE_TIP = "UPDATE branch SET run = ?, depth = ? WHERE id = ?"


@dataclass(frozen=True, slots=True)
class Place:
    """Where an item lies, and its number."""

    item: int
    run: int
    depth: int

    @property
    def tip(self) -> Tip:
        return Tip(self.run, self.depth)


@dataclass(frozen=True, slots=True)
class Sight:
    """One branch of a conversation, as a reader comes to it.

    `behind` is where the tip's run grows from. `is_touched` says that a person has hidden, edited, pinned or
    excluded something in the conversation, `is_branched` that it has a second branch.
    """

    conversation: int
    tip: Tip
    behind: Tip
    is_touched: bool
    is_branched: bool


@dataclass(frozen=True, slots=True)
class End:
    """Where a shown branch ends, and what an item behind it must know of the rows that it changes.

    `is_taken` says that another branch goes on in its run, `is_in_trash` that the conversation lies there.
    """

    conversation: int
    branch: int
    tip: Tip
    is_taken: bool
    is_in_trash: bool


def tip_of(connection: Connection, branch: BranchId) -> Tip:
    return _one_tip(connection.execute(_TIP, (branch,)).fetchone())


def shown_tip(connection: Connection, conversation: ConversationId) -> Tip:
    """Return the tip of the branch that the conversation shows."""
    return shown(connection, conversation)[1]


def shown(connection: Connection, conversation: ConversationId) -> tuple[int, Tip]:
    """Return a conversation's number and the tip of the branch that it shows."""
    row = connection.execute(_SHOWN, (conversation,)).fetchone()
    if row is None:
        raise ConversationGone("There is no such conversation.")
    number, run, depth = row
    return number, Tip(run, depth)


def shown_sight(connection: Connection, conversation: ConversationId) -> Sight:
    """Return the sight of the branch that the conversation shows."""
    row = connection.execute(_SHOWN_SIGHT, (conversation,)).fetchone()
    if row is None:
        raise ConversationGone("There is no such conversation.")
    return _sight(row)


def sight_of(connection: Connection, branch: BranchId) -> Sight:
    row = connection.execute(_BRANCH_SIGHT, (branch,)).fetchone()
    if row is None:
        raise BugError("There is no such branch.")
    return _sight(row)


def shown_end(connection: Connection, conversation: ConversationId) -> End:
    """Return the end of the branch that a conversation shows."""
    row = connection.execute(_SHOWN_END, (conversation,)).fetchone()
    if row is None:
        raise ConversationGone("There is no such conversation.")
    number, branch, run, depth, is_taken, is_in_trash = row
    return End(number, branch, Tip(run, depth), bool(is_taken), bool(is_in_trash))


def path_to(connection: Connection, tip: Tip) -> Path:
    return Path(tuple(walk_back(connection, tip))[::-1])


def walk_back(connection: Connection, tip: Tip) -> Iterator[Range]:
    """Yield the ranges of a path from its tip backwards. What is not asked for is not read."""
    for row in connection.execute(_BACK, (tip.depth, tip.run)):
        yield Range(*row)


def place_of(connection: Connection, item: ItemId) -> Place:
    row = connection.execute(_PLACE, (item,)).fetchone()
    if row is None:
        raise BugError("There is no such item.")
    return Place(*row)


def place_before(connection: Connection, place: Place) -> Tip:
    """Return where a branch ends that lacks the item at `place` and all behind it."""
    parent, start = connection.execute(_START, (place.run,)).fetchone()
    return Tip(parent, start) if start == place.depth - 1 else Tip(place.run, place.depth - 1)


def branches_through(connection: Connection, conversation: int, place: Place) -> Iterator[int]:
    """Yield the conversation's branches whose paths hold the item at `place`, in no order."""
    for (number,) in connection.execute(_ONWARDS, (place.run, place.depth, conversation)):
        yield number


def is_taken_behind(connection: Connection, tip: Tip) -> bool:
    """Tell whether an item lies behind `tip` in its run."""
    return bool(connection.execute(_IS_TAKEN, (tip.run, tip.depth + 1)).fetchone()[0])


def place_behind(connection: Connection, tip: Tip, *, is_taken: bool) -> tuple[int, int]:
    """Return run and depth for an item behind `tip`: in the same run, or in a new one if it is taken."""
    run, depth = tip.run, tip.depth + 1
    if run is None or is_taken:
        run = connection.execute(_NEW_RUN, (tip.run, tip.depth)).lastrowid
    if run is None:
        raise BugError("SQLite gave a new run no number.")
    return run, depth


def move_tip(connection: Connection, branch: int, run: int, depth: int) -> None:
    connection.execute(_MOVE_TIP, (run, depth, branch))


def _sight(row: tuple[Any, ...]) -> Sight:
    conversation, run, depth, parent, start, is_touched, is_branched = row
    return Sight(conversation, Tip(run, depth), Tip(parent, start or 0), bool(is_touched), bool(is_branched))


def _one_tip(row: tuple[int | None, int] | None) -> Tip:
    if row is None:
        raise BugError("There is no such branch.")
    return Tip(*row)
