"""Makes a salvaged archive fit together again: what is missing gets a place, what hangs loose gets a home.

Rows that came out of a damaged file may point at rows that did not. Items that are gone keep their places, so
that all others stay in order and nothing shifts; no text is invented.
"""

from collections.abc import Callable
from dataclasses import dataclass

from app.domain.errors import ItemLost
from app.domain.item import reply_body
from app.store.driver import Connection

NewId = Callable[[], str]

_TITLE = "Recovered conversation"
_LOST = ItemLost("Damage to the archive's file has taken what stood here.").fault

_MISSING_RUNS = """
    INSERT INTO run (id, parent, depth)
    SELECT run, NULL, 0 FROM (
        SELECT run FROM item UNION SELECT parent FROM run UNION SELECT run FROM branch
    ) WHERE run IS NOT NULL AND run NOT IN (SELECT id FROM run)
"""
# How deep each run must reach: to its last item, to the runs that grow from it, to the branches upon it.
_REACHES = """
    SELECT run.id, run.depth, max(reach.depth),
           (SELECT count(*) FROM item WHERE item.run = run.id AND item.depth > run.depth)
    FROM run JOIN (
        SELECT run, depth FROM item
        UNION ALL SELECT parent, depth FROM run WHERE parent IS NOT NULL
        UNION ALL SELECT run, depth FROM branch WHERE run IS NOT NULL
    ) AS reach ON reach.run = run.id
    GROUP BY run.id
"""
_DEPTHS = "SELECT depth FROM item WHERE run = ?"
_NEIGHBOUR = """
    SELECT id, created_at FROM item WHERE run = ? ORDER BY abs(depth - ?), depth DESC LIMIT 1
"""
_NEWEST_NUMBER = "SELECT coalesce(max(id), 0), ? FROM item"
_IS_FREE = "SELECT NOT EXISTS (SELECT 1 FROM item WHERE id = ?)"
_KEEP_PLACE = """
    INSERT INTO item
        (id, public_id, run, depth, role, state, body, created_at, ended_at, fault_kind, fault_summary)
    VALUES (?, ?, ?, ?, 'assistant', 'failed', ?, ?, ?, ?, ?)
"""
_HOMELESS = """
    SELECT DISTINCT conversation, min(created_at) FROM branch
    WHERE conversation NOT IN (SELECT id FROM conversation) GROUP BY conversation
"""
_ADD_CONVERSATION = """
    INSERT INTO conversation (id, public_id, title, title_source, created_at, changed_at)
    VALUES (?, ?, ?, 'person', ?, ?)
"""
_WITHOUT_BRANCH = """
    SELECT id, created_at FROM conversation WHERE id NOT IN (SELECT conversation FROM branch)
"""
_ADD_BRANCH = """
    INSERT INTO branch (public_id, conversation, name, run, depth, created_at)
    VALUES (?, ?, NULL, ?, ?, ?)
"""
_SHOW = """
    UPDATE conversation SET shown_branch = (
        SELECT id FROM branch WHERE branch.conversation = conversation.id ORDER BY is_main DESC, id DESC
    )
    WHERE NOT EXISTS (
        SELECT 1 FROM branch WHERE branch.id = shown_branch AND branch.conversation = conversation.id
    )
"""
_RUNS = """
    SELECT run.id, run.parent, run.depth,
           (SELECT max(depth) FROM item WHERE item.run = run.id),
           (SELECT max(depth) FROM branch WHERE branch.run = run.id)
    FROM run ORDER BY run.id DESC
"""
_REFERENCES = """
    SELECT tables.name, keys."from", keys."table", keys."to"
    FROM pragma_table_list AS tables, pragma_foreign_key_list(tables.name) AS keys
    WHERE tables.schema = 'main'
    GROUP BY tables.name, keys.id HAVING count(*) = 1
"""


@dataclass(frozen=True, slots=True)
class Mended:
    places: int
    dropped: int
    loose_ends: int


def mend(connection: Connection, *, pointers_are_lost: bool, now: int, new_id: NewId) -> Mended:
    """Make all references hold. The connection does not enforce them while this is done."""
    connection.execute(_MISSING_RUNS)
    places = _keep_places(connection, now, new_id)
    homes = connection.execute(_HOMELESS).fetchall()
    for conversation, created in homes:
        _add_conversation(connection, conversation, created, new_id)
    loose = _tie_loose_ends(connection, now, new_id) if pointers_are_lost else 0
    for conversation, created in connection.execute(_WITHOUT_BRANCH).fetchall():
        connection.execute(_ADD_BRANCH, (new_id(), conversation, None, 0, created))
    connection.execute(_SHOW)
    return Mended(places, _drop_dangling(connection), loose + len(homes))


def _keep_places(connection: Connection, now: int, new_id: NewId) -> int:
    kept = 0
    for run, start, deepest, present in connection.execute(_REACHES).fetchall():
        if present == deepest - start:
            continue
        depths = {depth for (depth,) in connection.execute(_DEPTHS, (run,))}
        for depth in range(deepest, start, -1):
            if depth not in depths:
                _keep_place(connection, run, depth, now, new_id)
                kept += 1
    return kept


def _keep_place(connection: Connection, run: int, depth: int, now: int, new_id: NewId) -> None:
    """Put an empty item where one is lost. Its number and moment are those next to it in its run."""
    near = connection.execute(_NEIGHBOUR, (run, depth)).fetchone()
    number, moment = near or connection.execute(_NEWEST_NUMBER, (now,)).fetchone()
    step = -1 if near else 1
    while not connection.execute(_IS_FREE, (number,)).fetchone()[0]:
        number += step
    body = reply_body("", whole=False)
    values = (number, new_id(), run, depth, body, moment, moment, _LOST.kind, _LOST.summary)
    connection.execute(_KEEP_PLACE, values)


def _tie_loose_ends(connection: Connection, now: int, new_id: NewId) -> int:
    """Give each last item that no branch leads to a conversation of its own. Runs grow from older ones."""
    reached: dict[int, int] = {}
    made = 0
    for run, parent, depth, deepest, pointed in connection.execute(_RUNS).fetchall():
        reach = max(pointed or 0, reached.get(run, 0))
        if (deepest or 0) > reach:
            conversation = _add_conversation(connection, None, now, new_id)
            connection.execute(_ADD_BRANCH, (new_id(), conversation, run, deepest, now))
            made += 1
        if parent is not None and max(deepest or 0, reach) > depth:
            reached[parent] = max(depth, reached.get(parent, 0))
    return made


def _add_conversation(connection: Connection, number: int | None, moment: int, new_id: NewId) -> int | None:
    return connection.execute(_ADD_CONVERSATION, (number, new_id(), _TITLE, moment, moment)).lastrowid


def _drop_dangling(connection: Connection) -> int:
    """Drop rows that belong to what is lost; where a row can stand alone, only the reference goes."""
    references = connection.execute(_REFERENCES).fetchall()
    before, dropped = -1, 0
    while dropped != before:
        before = dropped
        for table, column, parent, key in references:
            dangling = f"{column} IS NOT NULL AND {column} NOT IN (SELECT {key} FROM {parent})"  # noqa: S608
            connection.execute(f"UPDATE OR IGNORE {table} SET {column} = NULL WHERE {dangling}")  # noqa: S608
            dropped += connection.execute(f"DELETE FROM {table} WHERE {dangling}").rowcount  # noqa: S608
    return dropped
