"""SQL of bringing in: whole conversations with all their branches, as importers find them.

It is many times faster than adding item by item, and leaves the same behind: the items lie in runs, have
numbers that follow their moments, and can be found by their words.
"""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence

from app.domain.arrival import Arrival, Layout, Stretch, lay_out
from app.domain.branch import Tip
from app.domain.conversation import Conversation
from app.domain.errors import BugError
from app.domain.ids import BranchId, ItemId
from app.domain.indexed_text import indexed, text_in
from app.domain.item import ItemState
from app.store import conversations, paths
from app.store.driver import Connection
from app.store.items import MOMENT_BITS
from app.store.paths import Place

_ADD_RUN = "INSERT INTO run (parent, depth) VALUES (?, ?)"
_ADD_ITEM = """
    INSERT INTO item (id, public_id, run, depth, kind, role, author, model, state, body, created_at, ended_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_ADD_WORDS = "INSERT INTO item_words (rowid, text) VALUES (?, ?)"
_ADD_BRANCH = """
    INSERT INTO branch (public_id, conversation, run, depth, created_at)
    SELECT ?, id, ?, ?, created_at FROM conversation WHERE public_id = ?
"""
_NEXT_TAKEN = "SELECT min(id) FROM item WHERE id >= ?"
_IS_TAKEN = "SELECT 1 FROM item WHERE id = ?"


def bring_in(
    connection: Connection,
    conversation: Conversation,
    arrivals: Sequence[Arrival],
    tips: Mapping[BranchId, ItemId],
) -> None:
    """Add a conversation with all its items, and a branch to each of the `tips`, the shown one among them.

    An item must come after the one that it follows, and must have ended.
    """
    places = add_items(connection, arrivals)
    ends = {branch: places[item].tip for branch, item in tips.items()}
    _add_conversation(connection, conversation, ends)


def add_items(connection: Connection, arrivals: Sequence[Arrival]) -> dict[ItemId, Place]:
    """Add all items of a conversation, as `bring_in` does, and tell where each of them lies."""
    if any(arrival.state is ItemState.STREAMING for arrival in arrivals):
        raise BugError("A reply that still grows cannot be brought in.")
    layout = lay_out(arrivals)
    by_moment = sorted(arrivals, key=lambda arrival: arrival.created_at)
    moments = (arrival.created_at >> MOMENT_BITS for arrival in by_moment)
    ids = (arrival.id for arrival in by_moment)
    numbers = dict(zip(ids, _free_numbers(connection, moments), strict=True))
    runs = _add_runs(connection, layout, numbers)
    connection.executemany(_ADD_WORDS, _words(by_moment, numbers))
    return {
        item: Place(numbers[item], runs[place.stretch], place.depth) for item, place in layout.places.items()
    }


def add_item_behind(connection: Connection, arrival: Arrival, tip: Tip) -> Place:
    """Add one item behind a place where others lie already."""
    run, depth = paths.place_behind(connection, tip, is_taken=paths.is_taken_behind(connection, tip))
    number = next(_free_numbers(connection, [arrival.created_at >> MOMENT_BITS]))
    connection.execute(_ADD_ITEM, _row(arrival, number, run, depth))
    connection.executemany(_ADD_WORDS, _words([arrival], {arrival.id: number}))
    return Place(number, run, depth)


def _add_conversation(connection: Connection, conversation: Conversation, tips: dict[BranchId, Tip]) -> None:
    shown = tips.pop(conversation.shown_branch, Tip(None, 0))
    conversations.add_conversation(connection, conversation, shown)
    connection.executemany(
        _ADD_BRANCH, [(branch, tip.run, tip.depth, conversation.id) for branch, tip in tips.items()]
    )


def _add_runs(connection: Connection, layout: Layout, numbers: Mapping[ItemId, int]) -> list[int]:
    """Add the items run by run, and return the runs' numbers: each grows from one that stands already."""
    runs: list[int] = []
    for stretch in layout.stretches:
        parent = stretch.parent
        grows_from = (runs[parent.stretch], parent.depth) if parent else (None, 0)
        run = connection.execute(_ADD_RUN, grows_from).lastrowid
        if run is None:
            raise BugError("SQLite gave a new run no number.")
        runs.append(run)
        connection.executemany(_ADD_ITEM, _rows(stretch, run, numbers))
    return runs


def _rows(stretch: Stretch, run: int, numbers: Mapping[ItemId, int]) -> Iterator[tuple[object, ...]]:
    for depth, arrival in enumerate(stretch.items, stretch.first_depth):
        yield _row(arrival, numbers[arrival.id], run, depth)


def _row(arrival: Arrival, number: int, run: int, depth: int) -> tuple[object, ...]:
    return (
        number,
        arrival.id,
        run,
        depth,
        arrival.kind,
        arrival.role,
        arrival.author,
        arrival.model,
        arrival.state,
        arrival.body,
        arrival.created_at,
        arrival.created_at if arrival.ended_at is None else arrival.ended_at,
    )


def _words(arrivals: Iterable[Arrival], numbers: Mapping[ItemId, int]) -> Iterator[tuple[int, str]]:
    """What words.index_item puts in, without its questions for what an item can only be given later."""
    for arrival in arrivals:
        if text := indexed([text_in(arrival.body)]):
            yield numbers[arrival.id], text


def _free_numbers(connection: Connection, moments: Iterable[int]) -> Iterator[int]:
    """Yield a number for each of the moments, which ascend: its own, or the next that no item bears."""
    number, taken = 0, 0
    for moment in moments:
        number = max(moment, number + 1)
        while number >= taken:
            taken = _one(connection, _NEXT_TAKEN, number) or sys.maxsize
            if taken == number:
                number = _beyond(connection, number)
        yield number


def _beyond(connection: Connection, taken: int) -> int:
    """Return a free number right behind a taken one. Where many bear one moment, it is found in leaps."""
    leap = 1
    while _one(connection, _IS_TAKEN, taken + leap):
        taken, leap = taken + leap, leap * 2
    free = taken + leap
    while free - taken > 1:
        middle = (taken + free) // 2
        if _one(connection, _IS_TAKEN, middle):
            taken = middle
        else:
            free = middle
    return free


def _one(connection: Connection, statement: str, number: int) -> int:
    """The statement's answer, or 0."""
    row: tuple[int | None] | None = connection.execute(statement, (number,)).fetchone()
    return (row and row[0]) or 0
