"""SQL of the search's filters: which conversations, which runs and which items may hold a hit at all.

Filters decide how a search goes about it. Where they leave few items, those are gone through; otherwise the
index leads, and each of its hits is tested.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Self

from app.domain.search_query import Filters, Mark, Query
from app.domain.text_words import Term, words_of
from app.store.driver import Connection
from app.store.items import MOMENT_BITS
from app.store.match import match_of

# An item's number may run ahead of its moment by one for each item of the same millisecond before it.
_SLACK = 60_000
_FEW_CONVERSATIONS = 200
_FEW_ITEMS = 5_000

_BY_TITLE = "SELECT rowid FROM title_words WHERE title_words MATCH ?"
_BY_TAG = "SELECT conversation FROM conversation_tag WHERE tag = ?"
_BY_FOLDER = "SELECT id FROM conversation WHERE folder = ?"
_MARKED = MappingProxyType(
    {
        Mark.PINNED: "SELECT id FROM conversation WHERE pinned_at IS NOT NULL",
        Mark.ARCHIVED: "SELECT id FROM conversation WHERE archived_at IS NOT NULL",
        Mark.TRASHED: "SELECT id FROM conversation WHERE trashed_at IS NOT NULL",
    }
)
_SPANS = """
    WITH RECURSIVE span (run, last) AS (
        SELECT branch.run, branch.depth FROM json_each(?) AS wanted
        CROSS JOIN branch ON branch.conversation = wanted.value WHERE branch.run IS NOT NULL
        UNION
        SELECT run.parent, run.depth FROM span JOIN run ON run.id = span.run WHERE run.parent IS NOT NULL
    )
    SELECT run, last FROM span
"""
# Counted first, where SQLite can do it without handing over every number of a long path.
_EXTENT = "SELECT count(*), min(id), max(id) FROM item WHERE run = ? AND depth <= ? AND id BETWEEN ? AND ?"
_ITEMS = "SELECT id FROM item WHERE run = ? AND depth <= ? AND id BETWEEN ? AND ?"
_NEWEST = "SELECT coalesce(max(id), 0) FROM item"
_AHEAD = """
    SELECT coalesce(max(id), 0) FROM item
    WHERE id > (created_at >> 10) + 60000 AND created_at >= :after AND created_at < :before
"""


@dataclass(frozen=True, slots=True)
class Scope:
    """Items from the number `first` up to `last`. What is None is not bounded.

    `spans` tells how deep each run is reached; `numbers` are all items there are, the newest first. `barred`
    are conversations in which nothing is looked for.
    """

    first: int
    last: int
    conversations: frozenset[int] | None = None
    spans: Mapping[int, int] | None = None
    numbers: tuple[int, ...] | None = None
    barred: frozenset[int] = frozenset()

    def holds_conversation(self, number: int) -> bool:
        return number not in self.barred and (self.conversations is None or number in self.conversations)

    def holds(self, run: int, depth: int) -> bool:
        return self.spans is None or depth <= self.spans.get(run, 0)

    def below(self, number: int) -> Self:
        """Return what lies below an item's number."""
        numbers = None if self.numbers is None else tuple(n for n in self.numbers if n < number)
        return replace(self, last=min(self.last, number - 1), numbers=numbers)


def scope_of(connection: Connection, query: Query, now: int) -> Scope:
    """Work out where the hits of a query can lie."""
    first, last = _bounds(connection, query, now)
    conversations, barred = _conversations(connection, query), _barred(connection, query)
    if conversations is not None:
        conversations -= barred
    if conversations is None or len(conversations) > _FEW_CONVERSATIONS:
        return Scope(first, last, conversations, barred=barred)
    spans: dict[int, int] = {}
    for run, depth in connection.execute(_SPANS, (json.dumps(sorted(conversations)),)):
        spans[run] = max(depth, spans.get(run, 0))
    extents = [
        extent
        for span in spans.items()
        for extent in connection.execute(_EXTENT, (*span, first, last))
        if extent[0]
    ]
    if extents:
        first, last = min(least for _, least, _ in extents), max(most for _, _, most in extents)
    if sum(count for count, _, _ in extents) > _FEW_ITEMS:
        return Scope(first, last, conversations, spans)
    found = (n for span in spans.items() for (n,) in connection.execute(_ITEMS, (*span, first, last)))
    return Scope(first, last, conversations, spans, tuple(sorted(found, reverse=True)))


def _bounds(connection: Connection, query: Query, now: int) -> tuple[int, int]:
    """Return the first and the last number that an item of the asked time can have.

    A number is never behind its moment. Where the clock was once ahead, it may be far ahead of it.
    """
    newest: int = connection.execute(_NEWEST).fetchone()[0]
    first = (query.after or 0) >> MOMENT_BITS
    is_in_step = newest <= (now >> MOMENT_BITS) + _SLACK
    if query.before is None or not is_in_step:
        return first, newest
    given = {"after": query.after or 0, "before": query.before}
    ahead: int = connection.execute(_AHEAD, given).fetchone()[0]
    return first, min(newest, max((query.before >> MOMENT_BITS) + _SLACK, ahead))


def _conversations(connection: Connection, query: Query) -> frozenset[int] | None:
    """Return the conversations that the filters leave, or None if they ask for none in particular."""
    sets = list(_sets(connection, query))
    return frozenset.intersection(*sets) if sets else None


def _barred(connection: Connection, query: Query) -> frozenset[int]:
    """Return the conversations that any filter with a minus takes out."""
    return frozenset[int]().union(*_sets(connection, query.without))


def _sets(connection: Connection, filters: Filters) -> Iterator[frozenset[int]]:
    """Yield which conversations each filter of conversations holds for."""
    for tag in filters.tags:
        yield _tagged(connection, tag)
    if filters.titles:
        yield _titled(connection, filters.titles)
    if filters.folders:
        yield _filed(connection, filters.folders)
    for mark, sql in _MARKED.items():
        if mark in filters.marks:
            yield _numbers(connection, sql)


def _tagged(connection: Connection, tag: str) -> frozenset[int]:
    return _numbers_of(connection, _BY_TAG, _named(connection, "SELECT id, name FROM tag", [tag]))


def _filed(connection: Connection, folders: Sequence[str]) -> frozenset[int]:
    return _numbers_of(connection, _BY_FOLDER, _named(connection, "SELECT id, name FROM folder", folders))


def _titled(connection: Connection, titles: Sequence[str]) -> frozenset[int]:
    terms = [Term(title, tuple(word.text for word in words_of(title))) for title in titles]
    matches = [match_of([replace(term, is_prefix=len(term.words[-1]) > 1)]) for term in terms if term.words]
    return _numbers_of(connection, _BY_TITLE, matches)


def _named(connection: Connection, sql: str, names: Sequence[str]) -> list[int]:
    """Return the numbers of those few that bear one of the names, in large or small letters."""
    wanted = {name.casefold() for name in names}
    return [number for number, name in connection.execute(sql) if name.casefold() in wanted]


def _numbers_of(connection: Connection, sql: str, values: Iterable[str | int]) -> frozenset[int]:
    return frozenset(number for value in values for number in _numbers(connection, sql, value))


def _numbers(connection: Connection, sql: str, *values: str | int) -> frozenset[int]:
    return frozenset(number for (number,) in connection.execute(sql, values))
