"""SQL of items: adding one at a branch's tip, reading stretches of a path, ending a reply."""

import json
from collections.abc import Iterable, Sequence
from itertools import chain
from operator import attrgetter
from types import MappingProxyType
from typing import Any, NamedTuple

from app.domain.branch import Path, Range
from app.domain.errors import BugError, Fault
from app.domain.ids import ItemId
from app.domain.item import Item, ItemState, Role, kind_of
from app.domain.text_pieces import whole_characters
from app.store import paths, words
from app.store.driver import Connection
from app.store.paths import End

_COLUMNS = """
    public_id, run, depth, role, state, body, created_at, ended_at, model, fault_kind, fault_summary,
    kind, author, 0, 0, 0
"""
_ROLES = MappingProxyType({role.value: role for role in Role})
_STATES = MappingProxyType({state.value: state for state in ItemState})
# As one conversation shows it: what it hides is absent, and what it has edited has its newer body.
_SHOWN = """
    SELECT item.public_id, item.run, item.depth, item.role, item.state, coalesce(revision.body, item.body),
        item.created_at, item.ended_at, item.model, item.fault_kind, item.fault_summary, item.kind,
        item.author,
        CASE WHEN revision.id IS NULL THEN 0 ELSE (
            SELECT count(*) FROM revision AS earlier
            WHERE earlier.item = item.id AND earlier.id <= revision.id
        ) END,
        overlay.pinned_at IS NOT NULL, overlay.excluded_at IS NOT NULL
    FROM json_each(?) AS part
    CROSS JOIN item ON item.run = part.value ->> 0
        AND item.depth BETWEEN part.value ->> 1 AND part.value ->> 2
    LEFT JOIN overlay ON overlay.conversation = ? AND overlay.item = item.id
    LEFT JOIN revision ON revision.id = overlay.revision
    WHERE overlay.hidden_at IS NULL
"""
# Where a person has done nothing to the items of a conversation, a plain read shows what it shows.
_HAS_OVERLAY = "SELECT 1 FROM overlay WHERE conversation = ? LIMIT 1"
_FEW = 4
# About a thousandth of a second: the numbers of items follow their moments.
MOMENT_BITS = 10
_ADD = """
    INSERT INTO item
        (id, public_id, run, depth, role, state, body, created_at, ended_at, model, kind, author)
    VALUES (max(?, (SELECT coalesce(max(id), 0) + 1 FROM item)), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
# Items to which the conversation has done nothing, which few have; what is 0 here only a person's deed gives.
_UNTOUCHED = f"""
    SELECT {_COLUMNS} FROM json_each(?) AS part
    CROSS JOIN item ON item.run = part.value ->> 0
        AND item.depth BETWEEN part.value ->> 1 AND part.value ->> 2
"""  # noqa: S608
# What differs from row to row of one run, where none has been touched either.
_STRETCH = """
    SELECT public_id, depth, role, state, body, created_at, ended_at, model, fault_kind, fault_summary,
           kind, author
    FROM item WHERE run = ? AND depth BETWEEN ? AND ? ORDER BY depth
"""
_UNFINISHED = f"SELECT {_COLUMNS} FROM item WHERE state = 'streaming' ORDER BY id"  # noqa: S608
_IS_ANY_UNFINISHED = "SELECT EXISTS (SELECT 1 FROM item WHERE state = 'streaming')"
_END = """
    UPDATE item SET state = ?, body = ?, ended_at = ?, fault_kind = ?, fault_summary = ?
    WHERE id = ?
"""
_NUMBER = "SELECT id FROM item WHERE public_id = ?"
_GROWING = f"{_NUMBER} AND state = 'streaming'"
_RESUME = """
    UPDATE item SET state = 'streaming', ended_at = NULL, fault_kind = NULL, fault_summary = NULL WHERE id = ?
"""
_MAKE_ROOM = "UPDATE item SET depth = ? WHERE public_id = ?"
_MOVE_TIPS = "UPDATE branch SET depth = ? WHERE run = ? AND depth = ?"
_TOUCH = "UPDATE conversation SET changed_at = max(changed_at, ?) WHERE id = ?"


def add_item(
    connection: Connection,
    end: End,
    *,
    item_id: ItemId,
    role: Role,
    state: ItemState,
    body: str,
    now: int,
    model: str | None = None,
    author: str | None = None,
) -> Item:
    """Put an item behind a branch's end, and its tip upon it. The body is kept to the letter.

    Only what no file can hold is mended: half a character becomes the replacement character.
    """
    body = whole_characters(body)
    kind = kind_of(body)
    run, depth = paths.place_behind(connection, end.tip, is_taken=end.is_taken)
    ended = None if state is ItemState.STREAMING else now
    moment = now >> MOMENT_BITS
    number = connection.execute(
        _ADD, (moment, item_id, run, depth, role, state, body, now, ended, model, kind, author)
    ).lastrowid
    if number is None:
        raise BugError("SQLite gave a new item no number.")
    paths.move_tip(connection, end.branch, run, depth)
    connection.execute(_TOUCH, (now, end.conversation))
    if ended is not None:  # last: a statement that changes rows behind it would have the index written twice
        words.index_new_item(connection, number, body)
    return Item(item_id, run, depth, role, state, body, now, ended, model, None, kind, author)


def items_between(connection: Connection, path: Path, first: int, last: int) -> tuple[Item, ...]:
    """Return the items of `path` from depth `first` to `last`, in order."""
    return tuple(item for part in path.between(first, last) for item in _stretch(connection, part))


def shown_in(
    connection: Connection, conversation: int, parts: Iterable[Range], *, is_touched: bool | None = None
) -> list[Item]:
    """Return what a conversation shows of some stretches of a path, in order: one query for all of them.

    Whoever knows already whether a person has done anything to its items says so.
    """
    parts = tuple(parts)
    if is_touched is None:
        is_touched = connection.execute(_HAS_OVERLAY, (conversation,)).fetchone() is not None
    if len(parts) <= _FEW and not is_touched:
        stretches = (_stretch(connection, part) for part in sorted(parts, key=attrgetter("first")))
        return list(chain.from_iterable(stretches))
    places = json.dumps([(part.run, part.first, part.last) for part in parts])
    if is_touched:
        rows = connection.execute(_SHOWN, (places, conversation))
    else:
        rows = connection.execute(_UNTOUCHED, (places,))
    return sorted(map(_item, rows), key=attrgetter("depth"))


def unfinished_items(connection: Connection) -> list[Item]:
    return [_item(row) for row in connection.execute(_UNFINISHED)]


def is_any_unfinished(connection: Connection) -> bool:
    return bool(connection.execute(_IS_ANY_UNFINISHED).fetchone()[0])


def end_item(connection: Connection, item: Item) -> bool:
    """Give a streaming item its end. False if it had ended before."""
    row = connection.execute(_GROWING, (item.id,)).fetchone()
    if row is None:
        return False
    kind, summary = (item.fault.kind, item.fault.summary) if item.fault else (None, None)
    connection.execute(_END, (item.state, item.body, item.ended_at, kind, summary, *row))
    words.index_item(connection, row[0])  # it had no words while it grew, and may have been edited elsewhere
    return True


def resume_item(connection: Connection, item: ItemId) -> None:
    """Let an item that has ended grow again. While it grows, nothing of it is found by a search."""
    row = connection.execute(_NUMBER, (item,)).fetchone()
    if row is None:
        raise BugError("There is no such item.")
    words.forget_item(connection, row[0])
    connection.execute(_RESUME, row)


class Companion(NamedTuple):
    """What belongs to a reply beside its message. Without times of its own it has those of the reply."""

    id: ItemId
    body: str
    begun_at: int | None = None
    ended_at: int | None = None


def surround(
    connection: Connection, item: Item, before: Sequence[Companion], after: Sequence[Companion]
) -> Item:
    """Put what belongs to the same reply around its message, which is its path's last item and makes room."""
    depth = item.depth + len(before)
    if before:
        connection.execute(_MAKE_ROOM, (depth, item.id))
    for place, companion in enumerate(before, item.depth):
        _add_beside(connection, item, companion, place)
    for place, companion in enumerate(after, depth + 1):
        _add_beside(connection, item, companion, place)
    if after:
        connection.execute(_MOVE_TIPS, (depth + len(after), item.run, depth))
    return item._replace(depth=depth)


def _add_beside(connection: Connection, item: Item, companion: Companion, depth: int) -> None:
    body, whole_ended = whole_characters(companion.body), item.ended_at or item.created_at
    moment = (whole_ended >> MOMENT_BITS, companion.id, item.run, depth, item.role, item.state, body)
    times = (companion.begun_at or item.created_at, companion.ended_at or whole_ended)
    origin = (*times, item.model, kind_of(body), item.author)
    number = connection.execute(_ADD, (*moment, *origin)).lastrowid
    if number is not None:
        words.index_new_item(connection, number, body)


def _stretch(connection: Connection, part: Range) -> list[Item]:
    """Pages are made of these, so nothing is read or made that the others have already."""
    run, make = part.run, Item._make  # a quarter faster than by names
    rows = connection.execute(_STRETCH, (run, part.first, part.last)).fetchall()
    return [
        make((
            public_id, run, depth, _ROLES[role], _STATES[state], body, created, ended, model,
            Fault(fault, summary) if fault else None, kind, author, 0, False, False,
        ))
        for public_id, depth, role, state, body, created, ended, model, fault, summary, kind, author in rows
    ]  # fmt: skip


def _item(row: tuple[Any, ...]) -> Item:
    (
        public_id, run, depth, role, state, body, created, ended, model, fault, summary, kind, author,
        revision, is_pinned, is_excluded,
    ) = row  # fmt: skip
    return Item(
        public_id,
        run,
        depth,
        _ROLES[role],
        _STATES[state],
        body,
        created,
        ended,
        model,
        Fault(fault, summary) if fault else None,
        kind,
        author,
        revision,
        is_pinned == 1,
        is_excluded == 1,
    )
