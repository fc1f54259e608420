"""SQL of reaching: which conversations an item belongs to, and by which of their branches.

An item lies in a run, at a depth. The branches whose path holds it are those with their tip in that run, no
higher than the item, and those with their tip in a run that grew from there, directly or by others.
"""

from dataclasses import dataclass, field
from typing import Any

from app.domain.ids import BranchId, ConversationId
from app.store.driver import Connection

# So many runs, and then branches, are looked at. Beyond them a hit could only be shared by more than it says.
_MOST_RUNS = 1_000
_MOST_BRANCHES = 2_000
_PLACES = """
    WITH RECURSIVE reached (run, least) AS (
        VALUES (:run, :depth)
        UNION ALL
        SELECT run.id, 0 FROM reached JOIN run ON run.parent = reached.run AND run.depth >= reached.least
        LIMIT :most_runs
    )
    SELECT conversation.id, conversation.public_id, conversation.title, conversation.changed_at,
           conversation.trashed_at IS NOT NULL, branch.id = conversation.shown_branch,
           branch.id, branch.public_id, branch.name, overlay.revision
    FROM reached
    CROSS JOIN branch ON branch.run = reached.run AND branch.depth >= reached.least
    CROSS JOIN conversation ON conversation.id = branch.conversation
    LEFT JOIN overlay ON overlay.conversation = conversation.id AND overlay.item = :item
    WHERE overlay.hidden_at IS NULL
    LIMIT :most_branches
"""
_CONVERSATION = 0
_CHOICE = slice(5, 7)  # whether the branch is shown, and its number


@dataclass(frozen=True, slots=True)
class Place:
    """One branch of one conversation that holds an item, in the revision which that conversation shows."""

    conversation: int
    conversation_id: ConversationId
    title: str = field(repr=False)
    changed_at: int
    is_trashed: bool
    is_shown: bool
    branch: int
    branch_id: BranchId
    branch_name: str | None = field(repr=False)
    revision: int | None


def places_of(connection: Connection, item: int, run: int, depth: int) -> list[Place]:
    """Return where an item can be seen, each conversation once: by the branch it shows if that has the item.

    The conversation that changed last comes first.
    """
    given = {"item": item, "run": run, "depth": depth, "most_branches": _MOST_BRANCHES}
    rows = connection.execute(_PLACES, {**given, "most_runs": _MOST_RUNS}).fetchall()
    if not rows:  # perhaps a very long chain of runs, with its only tips at the end
        rows = connection.execute(_PLACES, {**given, "most_runs": -1}).fetchall()
    best: dict[int, tuple[Any, ...]] = {}  # rows, since many branches may hold one item
    for row in rows:
        known = best.get(row[_CONVERSATION])
        if known is None or row[_CHOICE] > known[_CHOICE]:
            best[row[_CONVERSATION]] = row
    places = [_place(row) for row in best.values()]
    return sorted(places, key=lambda each: (each.changed_at, each.conversation), reverse=True)


def _place(row: tuple[Any, ...]) -> Place:
    number, public_id, title, changed, is_trashed, is_shown, branch, branch_id, name, revision = row
    return Place(
        number,
        ConversationId(public_id),
        title,
        changed,
        bool(is_trashed),
        bool(is_shown),
        branch,
        BranchId(branch_id),
        name,
        revision,
    )
