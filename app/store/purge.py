"""SQL of the purge: what nothing reaches any more leaves the archive, in batches that may end anywhere.

A run keeps what lies at or before the deepest place that a branch, a run growing from it, or a branch that an
undo can bring back points at. The rest goes from its end, run after run, so that nothing is ever cut off.
An item that every conversation hides loses its content and keeps its place.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.purged import Purged
from app.store import content, paths, purge_marks, undo
from app.store.driver import Connection

BATCH = 100

_DEEPEST = """
    max(
        coalesce((SELECT max(branch.depth) FROM branch WHERE branch.run = run.id), 0),
        coalesce((SELECT max(child.depth) FROM run AS child WHERE child.parent = run.id), 0)
    )
"""
_ENDS = f"""
    SELECT id, end, deepest FROM (
        SELECT run.id, (SELECT max(item.depth) FROM item WHERE item.run = run.id) AS end,
            {_DEEPEST} AS deepest
        FROM run
    ) WHERE end IS NULL OR end > deepest
"""  # noqa: S608
_REACHED = f"SELECT parent, {_DEEPEST} FROM run WHERE id = ?"  # noqa: S608
_BEYOND = "SELECT id, created_at FROM item WHERE run = ? AND depth > ? ORDER BY depth DESC LIMIT ?"
_IS_EMPTY = "SELECT NOT EXISTS (SELECT 1 FROM item WHERE run = ?)"
_HIDDEN = """
    SELECT DISTINCT item.id, item.run, item.depth FROM overlay JOIN item ON item.id = overlay.item
    WHERE overlay.hidden_at IS NOT NULL AND item.state NOT IN ('emptied', 'streaming')
"""
_IS_SHOWN = """
    WITH RECURSIVE onwards (run, depth) AS (
        SELECT item.run, item.depth FROM item WHERE item.id = :item
        UNION ALL
        SELECT run.id, run.depth + 1
        FROM onwards CROSS JOIN run ON run.parent = onwards.run AND run.depth >= onwards.depth
    )
    SELECT 1 FROM onwards
    CROSS JOIN branch ON branch.run = onwards.run AND branch.depth >= onwards.depth
    LEFT JOIN overlay ON overlay.conversation = branch.conversation AND overlay.item = :item
    WHERE overlay.hidden_at IS NULL LIMIT 1
"""
_CONTENT = "SELECT run, depth, created_at FROM item WHERE id = ? AND state NOT IN ('emptied', 'streaming')"


@dataclass(frozen=True, slots=True)
class Unneeded:
    """Runs with an end that nothing reaches, and items that nobody shows."""

    runs: tuple[int, ...]
    hidden: tuple[int, ...]

    def __bool__(self) -> bool:
        return bool(self.runs or self.hidden)


def unneeded(connection: Connection) -> Unneeded:
    """Find what there is to purge. It changes nothing, and looks at every run once."""
    reach = _undo_reach(connection)
    runs = [
        run for run, end, deepest in connection.execute(_ENDS) if (end or 0) > reach.get(run, 0) or not end
    ]
    hidden = [item for item, _, _ in connection.execute(_HIDDEN).fetchall()]
    return Unneeded(tuple(runs), _unshown(connection, hidden, reach))


def purge(connection: Connection, found: Unneeded, limit: int = BATCH) -> tuple[Purged, Unneeded]:
    """Remove up to `limit` items of what was found, as far as it still holds. Return what is left to do."""
    reach = _undo_reach(connection)
    done, runs = Purged(), list(found.runs)
    while runs and done.items < limit:
        done += _purge_end(connection, runs, reach, limit - done.items)
    hidden = _unshown(connection, found.hidden[:limit], reach) if not runs else ()
    done += _empty(connection, hidden)
    purge_marks.note_removed(connection, done)
    return done, Unneeded(tuple(runs), found.hidden if runs else found.hidden[limit:])


def _purge_end(connection: Connection, runs: list[int], reach: dict[int, int], limit: int) -> Purged:
    """Shorten the last of the runs. Once it is empty it goes, and the run it grew from comes next."""
    run = runs[-1]
    row = connection.execute(_REACHED, (run,)).fetchone()
    if row is None:
        runs.pop()
        return Purged()
    parent, deepest = row
    beyond = connection.execute(_BEYOND, (run, max(deepest, reach.get(run, 0)), limit)).fetchall()
    for item, _ in beyond:
        content.remove_item(connection, item)
    if len(beyond) < limit:
        runs.pop()
        if connection.execute(_IS_EMPTY, (run,)).fetchone()[0]:
            connection.execute("DELETE FROM run WHERE id = ?", (run,))
            runs.extend([parent] if parent is not None else [])
    return Purged(items=len(beyond), oldest=min((created for _, created in beyond), default=None))


def _empty(connection: Connection, items: Iterable[int]) -> Purged:
    done = Purged()
    for item in items:
        row = connection.execute(_CONTENT, (item,)).fetchone()
        content.empty_item(connection, item)
        done += Purged(emptied=1, oldest=row[2])
    return done


def _unshown(connection: Connection, items: Iterable[int], reach: dict[int, int]) -> tuple[int, ...]:
    """Choose the items that no conversation shows, and that no undo could have shown again."""
    held = {change.item for _, changes in undo.kept(connection) for change in changes}
    return tuple(item for item in items if item not in held and _is_unshown(connection, item, reach))


def _is_unshown(connection: Connection, item: int, reach: dict[int, int]) -> bool:
    row = connection.execute(_CONTENT, (item,)).fetchone()
    if row is None or row[1] <= reach.get(row[0], 0):
        return False
    return connection.execute(_IS_SHOWN, {"item": item}).fetchone() is None


def _undo_reach(connection: Connection) -> dict[int, int]:
    """Return how far into each run the branches go that undos can bring back."""
    reach: dict[int, int] = {}
    tips = {change.tip for _, changes in undo.kept(connection) for change in changes if change.tip}
    for tip in tips:
        for part in paths.walk_back(connection, tip):
            known = reach.get(part.run)
            reach[part.run] = max(part.last, known or 0)
            if known:
                break
    return reach
