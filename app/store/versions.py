"""SQL of versions: what a conversation's branches hold at one depth, behind the same predecessor.

They are derived from the runs: the items behind one place are the next one of its own run, and the first of
each run that grows from it. Few places have more than one, so a page asks once for all of its places.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from app.domain.branch import Range
from app.domain.conversation import Versions
from app.domain.ids import ConversationId, ItemId
from app.domain.item import REASONING, Item
from app.store import paths
from app.store.driver import Connection
from app.store.paths import Sight

# Behind each place that something grows from: the first item of every such run, and the next one in line.
_BEHIND = """
    SELECT DISTINCT run.depth + 1 AS depth, CASE line.value WHEN 0 THEN run.id ELSE run.parent END AS run
    FROM json_each(:places) AS part
    CROSS JOIN run ON run.parent = part.value ->> 0
        AND run.depth BETWEEN part.value ->> 1 AND part.value ->> 2
    CROSS JOIN json_each('[0, 1]') AS line
"""
_FIRST = """
    WITH RECURSIVE back (run, parent) AS (
        SELECT run.id, run.parent FROM branch JOIN run ON run.id = branch.run
        WHERE branch.conversation = :conversation
        UNION
        SELECT run.id, run.parent FROM back CROSS JOIN run ON run.id = back.parent
    )
    SELECT 1 AS depth, run FROM back WHERE parent IS NULL
"""
# One that no branch of the conversation leads to is no version here: it is another's, or deleted.
_IS_REACHED = """
    EXISTS (
        WITH RECURSIVE onwards (run, depth) AS (
            SELECT place.run, place.depth
            UNION ALL
            SELECT run.id, run.depth + 1
            FROM onwards CROSS JOIN run ON run.parent = onwards.run AND run.depth >= onwards.depth
        )
        SELECT 1 FROM onwards
        CROSS JOIN branch ON branch.run = onwards.run AND branch.depth >= onwards.depth
        WHERE branch.conversation = :conversation
    )
"""
_VERSIONS = f"""
    SELECT place.depth, item.id, item.public_id
    FROM ({_BEHIND}) AS place CROSS JOIN item ON item.run = place.run AND item.depth = place.depth
    WHERE {_IS_REACHED}
"""  # noqa: S608
_FIRST_VERSIONS = f"""
    SELECT place.depth, item.id, item.public_id
    FROM ({_FIRST}) AS place CROSS JOIN item ON item.run = place.run AND item.depth = place.depth
"""  # noqa: S608

_HIDDEN = """
    SELECT item.public_id FROM json_each(?) AS part
    CROSS JOIN item ON item.public_id = part.value
    CROSS JOIN overlay ON overlay.conversation = ? AND overlay.item = item.id
    WHERE overlay.hidden_at IS NOT NULL
"""


def versions_of(
    connection: Connection, sight: Sight, back: Iterable[Range], shown: Sequence[Item]
) -> dict[ItemId, Versions]:
    """Return the versions of items of one path, for those that have more than one. Deleted ones are none.

    `back` are the ranges of the path from its tip backwards. No more of them is asked for than it takes.
    """
    if not shown:
        return {}
    found = _versions(connection, sight.conversation, back, shown[0].depth, shown[-1].depth)
    if not found:
        return {}
    if sight.is_touched:
        found = _without_hidden(connection, sight.conversation, found)
    return dict(_by_message(shown, found))


def _without_hidden(
    connection: Connection, conversation: int, found: Mapping[int, tuple[ItemId, ...]]
) -> dict[int, tuple[ItemId, ...]]:
    every = json.dumps([version for versions in found.values() for version in versions])
    hidden = {row[0] for row in connection.execute(_HIDDEN, (every, conversation))}
    left = {depth: tuple(each for each in ids if each not in hidden) for depth, ids in found.items()}
    return {depth: ids for depth, ids in left.items() if len(ids) > 1}


def _by_message(
    shown: Sequence[Item], found: Mapping[int, tuple[ItemId, ...]]
) -> Iterator[tuple[ItemId, Versions]]:
    """Yield the versions of what is drawn: where a reply begins with reasoning, the versions are there."""
    of_reasoning: Versions | None = None
    for item in shown:
        ids = found.get(item.depth)
        own = Versions(ids, ids.index(item.id)) if ids else None
        if item.kind == REASONING:
            of_reasoning = own or of_reasoning
        else:
            if versions := own or of_reasoning:
                yield item.id, versions
            of_reasoning = None


def versions_between(
    connection: Connection, conversation: ConversationId, first: int, last: int
) -> dict[int, tuple[ItemId, ...]]:
    """Return all versions at the depths of the shown branch that have more than one, in order of making."""
    number, tip = paths.shown(connection, conversation)
    return _versions(connection, number, paths.walk_back(connection, tip), first, min(last, tip.depth))


def _versions(
    connection: Connection, number: int, back: Iterable[Range], first: int, last: int
) -> dict[int, tuple[ItemId, ...]]:
    places = json.dumps([(part.run, part.first, part.last) for part in _places(back, first, last)])
    values = {"places": places, "conversation": number}
    rows = connection.execute(_VERSIONS, values).fetchall()
    if first <= 1 <= last:
        rows += connection.execute(_FIRST_VERSIONS, values).fetchall()
    found: dict[int, list[ItemId]] = {}
    for depth, _, item in sorted(rows):
        found.setdefault(depth, []).append(ItemId(item))
    return {depth: tuple(items) for depth, items in found.items() if len(items) > 1}


def _places(back: Iterable[Range], first: int, last: int) -> Iterator[Range]:
    """Yield the stretches of the path whose places stand just before the depths asked for."""
    for part in back:
        if part.last < first - 1:
            return
        if part.first <= last - 1:
            yield Range(part.run, max(part.first, first - 1), min(part.last, last - 1))
