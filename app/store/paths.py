"""SQL of the tree: from a branch to its path, and the growing of a branch by one item."""

from app.domain.branch import Path, Range, Tip
from app.domain.errors import BugError
from app.domain.ids import BranchId, ConversationId
from app.store.driver import Connection

_TIP = "SELECT run, depth FROM branch WHERE public_id = ?"
_SHOWN_TIP = """
    SELECT branch.run, branch.depth
    FROM conversation JOIN branch ON branch.id = conversation.shown_branch
    WHERE conversation.public_id = ?
"""
# Backwards from the tip: each run holds the path from just behind the place it grows from.
_RANGES = """
    WITH RECURSIVE step (run, parent, start, last) AS (
        SELECT id, parent, depth, :depth FROM run WHERE id = :run
        UNION ALL
        SELECT run.id, run.parent, run.depth, step.start FROM run JOIN step ON run.id = step.parent
    )
    SELECT run, start + 1, last FROM step ORDER BY last
"""
_IS_TAKEN = "SELECT 1 FROM item WHERE run = ? AND depth = ?"
_NEW_RUN = "INSERT INTO run (parent, depth) VALUES (?, ?)"
_MOVE_TIP = "UPDATE branch SET run = ?, depth = ? WHERE public_id = ?"


def tip_of(connection: Connection, branch: BranchId) -> Tip:
    return _one_tip(connection.execute(_TIP, (branch,)).fetchone())


def shown_tip(connection: Connection, conversation: ConversationId) -> Tip:
    """Return the tip of the branch that the conversation shows."""
    return _one_tip(connection.execute(_SHOWN_TIP, (conversation,)).fetchone())


def path_to(connection: Connection, tip: Tip) -> Path:
    rows = connection.execute(_RANGES, {"run": tip.run, "depth": tip.depth})
    return Path(tuple(Range(*row) for row in rows))


def place_behind(connection: Connection, tip: Tip) -> tuple[int, int]:
    """Return run and depth for an item behind `tip`: in the same run, or in a new one if it is taken."""
    run, depth = tip.run, tip.depth + 1
    if run is None or connection.execute(_IS_TAKEN, (run, depth)).fetchone():
        run = connection.execute(_NEW_RUN, (tip.run, tip.depth)).lastrowid
    if run is None:
        raise BugError("SQLite gave a new run no number.")
    return run, depth


def move_tip(connection: Connection, branch: BranchId, run: int, depth: int) -> None:
    connection.execute(_MOVE_TIP, (run, depth, branch))


def _one_tip(row: tuple[int | None, int] | None) -> Tip:
    if row is None:
        raise BugError("There is no such branch.")
    return Tip(*row)
