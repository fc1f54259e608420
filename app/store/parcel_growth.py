"""SQL of a conversation that is brought in once more: what its source has said since is added to it.

What stands here stays as it is, whatever a person has made of it. What they deleted is not added again; what
the source said behind it follows what stands before it. A branch that ends where the source went on goes
along with it, unless the person has gone on there: then there is a branch more.
"""

import json
from dataclasses import dataclass

from app.domain.branch import Tip
from app.domain.ids import ConversationId
from app.domain.import_report import Outcome, Taken
from app.domain.parcel import ParcelBranch, ParcelItem
from app.store import paths
from app.store.arriving import Arriving, arrival_of
from app.store.bringing_in import add_item_behind
from app.store.conversations import find_conversation, number_of
from app.store.driver import Connection
from app.store.parcel_belongings import Placed, add_belongings, brought_in, digest

_BEFORE_FIRST = Tip(None, 0)
_TIPS = "SELECT DISTINCT run, depth FROM branch WHERE conversation = ? AND run IS NOT NULL"
_STANDING = """
    SELECT item.public_id, item_origin.source_id, item.run, item.depth
    FROM json_each(?) AS part
    CROSS JOIN item ON item.run = part.value ->> 0 AND item.depth <= part.value ->> 1
    LEFT JOIN item_origin ON item_origin.item = item.id
"""
_ENDING = """
    SELECT id FROM branch WHERE conversation = ? AND run IS ? AND depth = ?
    ORDER BY public_id = ? DESC, id LIMIT 1
"""
_ADD_BRANCH = """
    INSERT INTO branch (public_id, conversation, name, run, depth, created_at)
    SELECT ?1, ?2, CASE WHEN EXISTS (SELECT 1 FROM branch WHERE conversation = ?2 AND name = ?3)
        THEN NULL ELSE ?3 END, ?4, ?5, ?6
"""
_TOUCH = "UPDATE conversation SET changed_at = max(changed_at, ?) WHERE id = ?"


@dataclass(frozen=True, slots=True)
class _Growth:
    """Where each item of the parcel stands now or, if it was deleted here, what it followed; what is new."""

    tips: dict[str, Tip]
    new: dict[str, ParcelItem]
    placed: list[Placed]


def grow(connection: Connection, conversation: ConversationId, arriving: Arriving) -> Taken:
    """Add what is new of a parcel to the conversation that it was before."""
    number = number_of(connection, conversation)
    growth = _add_new(connection, number, arriving)
    if not growth.new:
        return Taken(Outcome.KNOWN, find_conversation(connection, conversation))
    covered: set[str] = set()
    for branch in arriving.parcel.head.branches:
        if branch.tip in growth.new and branch.tip not in covered:
            stretch, start = _new_before(branch.tip, growth)
            _lead(connection, number, branch, (start, growth.tips[branch.tip]), arriving)
            covered |= stretch
    files, missing = add_belongings(connection, number, growth.placed, arriving)
    connection.execute(_TOUCH, (arriving.parcel.head.changed_at, number))
    found = find_conversation(connection, conversation)
    return Taken(Outcome.GREW, found, len(growth.new), files, missing)


def _add_new(connection: Connection, conversation: int, arriving: Arriving) -> _Growth:
    known = _standing(connection, conversation, arriving)
    gone = brought_in(connection, conversation)
    growth = _Growth({}, {}, [])
    for item in arriving.parcel.items:
        behind = _BEFORE_FIRST if item.behind is None else growth.tips[item.behind]
        if item.id in known:
            growth.tips[item.id] = known[item.id]
        elif digest(item.id) in gone:
            growth.tips[item.id] = behind
        else:
            name = arriving.item_id(connection, item.id)
            place = add_item_behind(connection, arrival_of(item, name, None), behind)
            growth.tips[item.id] = place.tip
            growth.new[item.id] = item
            growth.placed.append(Placed(item, name, place.item))
    return growth


def _standing(connection: Connection, conversation: int, arriving: Arriving) -> dict[str, Tip]:
    """Return where the conversation's items lie, by what they are called in the source."""
    deepest: dict[int, int] = {}
    for tip in connection.execute(_TIPS, (conversation,)).fetchall():
        for part in paths.walk_back(connection, Tip(*tip)):
            if deepest.get(part.run, 0) >= part.last:
                break
            deepest[part.run] = part.last
    standing: dict[str, Tip] = {}
    for own, source, run, depth in connection.execute(_STANDING, (json.dumps([*deepest.items()]),)):
        if arriving.is_ours:
            standing[own] = Tip(run, depth)
        if source is not None:
            standing[source] = Tip(run, depth)
    return standing


def _lead(
    connection: Connection, conversation: int, branch: ParcelBranch, way: tuple[Tip, Tip], arriving: Arriving
) -> None:
    """Lead a branch from where it stood to what is new; where none ends there any more, one is made."""
    start, tip = way
    ending = connection.execute(_ENDING, (conversation, start.run, start.depth, branch.id)).fetchone()
    if ending and tip.run is not None:
        paths.move_tip(connection, ending[0], tip.run, tip.depth)
        return
    made = arriving.branch_id(connection, branch.id)
    values = (made, conversation, branch.name, tip.run, tip.depth, branch.created_at)
    connection.execute(_ADD_BRANCH, values)


def _new_before(last: str, growth: _Growth) -> tuple[set[str], Tip]:
    """Return what is new up to and including an item, and the end of what stood before all of that."""
    stretch: set[str] = set()
    at: str | None = last
    while at is not None and at in growth.new:
        stretch.add(at)
        at = growth.new[at].behind
    return stretch, _BEFORE_FIRST if at is None else growth.tips[at]
