"""SQL of the search: items, titles and notes, in pages.

The index keeps items in the order of their moments, so the newest come first without sorting. Each hit is
then tested: whether any conversation still reaches it, shows it, and fits the filters.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from app.domain.ids import ConversationId, ItemId
from app.domain.search import Cursor, ItemHit, NoteHit, Order, SearchPage, TitleHit
from app.domain.search_query import Mark, Query
from app.domain.snippets import snippet
from app.store.driver import Connection
from app.store.found_items import Candidate, hit_of
from app.store.match import match_of
from app.store.search_scope import Scope, scope_of

PAGE = 20

_MOST_TESTED = 3_000  # at once: the page that has been found so far comes first, and the search goes on
_NUMBERS_AT_ONCE = 250
_BEST_OF = 2_000
_START = Cursor()
_BEHIND_ITEMS = Cursor(below=0)

_CANDIDATE = "item.id, item.run, item.depth, item.role, item.model"
_ALL = f"SELECT {_CANDIDATE} FROM item WHERE id BETWEEN :first AND :last ORDER BY id DESC"  # noqa: S608
_BY_NUMBER = f"""
    SELECT {_CANDIDATE} FROM json_each(:numbers) AS wanted CROSS JOIN item ON item.id = wanted.value
"""  # noqa: S608
_MATCHED = f"""
    SELECT {_CANDIDATE} FROM item_words CROSS JOIN item ON item.id = item_words.rowid
    WHERE item_words MATCH :match AND item_words.rowid BETWEEN :first AND :last
    ORDER BY item_words.rowid DESC
"""  # noqa: S608
# Where only some runs count, many that match lie elsewhere: their places are told apart without their rows.
_MATCHED_PLACES = """
    SELECT item.id, item.run, item.depth
    FROM item_words CROSS JOIN item INDEXED BY item_place ON item.id = item_words.rowid
    WHERE item_words MATCH :match AND item_words.rowid BETWEEN :first AND :last
    ORDER BY item_words.rowid DESC
"""
_MATCHED_BY_NUMBER = f"""
    SELECT {_CANDIDATE}
    FROM json_each(:numbers) AS wanted
    CROSS JOIN item_words ON item_words.rowid = wanted.value
    CROSS JOIN item ON item.id = item_words.rowid
    WHERE item_words MATCH :match
"""  # noqa: S608
# A prefix is put together from all the words that begin with it: once, and not anew for each number.
_MATCHED_AMONG = f"""
    SELECT {_CANDIDATE} FROM item_words CROSS JOIN item ON item.id = item_words.rowid
    WHERE item_words MATCH :match AND item_words.rowid BETWEEN :first AND :last
    AND +item_words.rowid IN (SELECT value FROM json_each(:numbers))
    ORDER BY item_words.rowid DESC
"""  # noqa: S608
_NTH_NEWEST = """
    SELECT rowid FROM item_words WHERE item_words MATCH :match AND rowid BETWEEN :first AND :last
    ORDER BY rowid DESC LIMIT 1 OFFSET :n
"""
_RANKED = f"""
    SELECT {_CANDIDATE} FROM item_words CROSS JOIN item ON item.id = item_words.rowid
    WHERE item_words MATCH :match AND item_words.rowid BETWEEN :first AND :last
    ORDER BY item_words.rank LIMIT -1 OFFSET :behind
"""  # noqa: S608
# One walk through the matches that scores only what is asked for. Sought by number, each would count all
# matches of the whole index for its score.
_SCORED_AMONG = """
    SELECT bm25(item_words), -rowid FROM item_words
    WHERE item_words MATCH :match AND rowid BETWEEN :first AND :last
    AND +rowid IN (SELECT value FROM json_each(:numbers))
"""
# Number, conversation, when it changed, whether it is in the trash; then what a hit tells.
_TITLES = """
    SELECT conversation.id, conversation.id, changed_at, trashed_at IS NOT NULL, public_id, title
    FROM title_words CROSS JOIN conversation ON conversation.id = title_words.rowid
    WHERE title_words MATCH :match AND title_words.rowid < :below ORDER BY title_words.rowid DESC
"""
_NOTES = """
    SELECT note.id, conversation.id, note.changed_at, conversation.trashed_at IS NOT NULL,
           conversation.public_id, conversation.title, note.public_id,
           (SELECT item.public_id FROM item WHERE item.id = note.item), note.text
    FROM note_words
    CROSS JOIN note ON note.id = note_words.rowid
    CROSS JOIN conversation ON conversation.id = note.conversation
    WHERE note_words MATCH :match AND note_words.rowid < :below ORDER BY note_words.rowid DESC
"""
_ABOVE_ALL = 2**63 - 1


def find(
    connection: Connection, query: Query, now: int, cursor: Cursor = _START, order: Order = Order.NEWEST
) -> SearchPage:
    """Return a page of hits. On each, titles and notes come before the items, as long as there are any."""
    if query.is_empty:
        return SearchPage((), None)
    scope = scope_of(connection, query, now)
    page = (_best if order is Order.BEST and query.wanted else _newest)(connection, query, scope, cursor)
    titles, titles_below = _titles(connection, query, scope, cursor.titles)
    notes, notes_below = _notes(connection, query, scope, cursor.notes)
    hits = (*titles, *notes, *page.hits)
    if page.next is None and not titles_below and not notes_below:
        return SearchPage(hits, None)
    return SearchPage(hits, replace(page.next or _BEHIND_ITEMS, titles=titles_below, notes=notes_below))


def _newest(connection: Connection, query: Query, scope: Scope, cursor: Cursor) -> SearchPage:
    if cursor.below is not None:
        scope = scope.below(cursor.below)
    hits: list[ItemHit] = []
    for tested, candidate in enumerate(_candidates(connection, query, scope), 1):
        if hit := hit_of(connection, query, scope, candidate):
            hits.append(hit)
        if len(hits) == PAGE or tested == _MOST_TESTED:
            return SearchPage(tuple(hits), Cursor(below=candidate.number))
    return SearchPage(tuple(hits), None)


def _best(connection: Connection, query: Query, scope: Scope, cursor: Cursor) -> SearchPage:
    """Rank the newest matches. What comes in while a person leafs on changes nothing of it."""
    below = scope.last + 1 if cursor.below is None else cursor.below
    ranked = _ranked(connection, query, scope.below(below), cursor.behind)
    hits: list[ItemHit] = []
    for tested, candidate in enumerate(ranked, 1):
        if hit := hit_of(connection, query, scope, candidate):
            hits.append(hit)
        if len(hits) == PAGE:
            return SearchPage(tuple(hits), Cursor(below, cursor.behind + tested))
    return SearchPage(tuple(hits), None)


def _ranked(connection: Connection, query: Query, scope: Scope, behind: int) -> Iterator[Candidate]:
    """Yield the newest matches behind so many of the best, the best first."""
    if scope.spans is not None:
        numbers = _ranked_inside(connection, query, scope)[behind:]
        yield from _numbered(connection, numbers)
        return
    given = {"match": match_of(query.wanted, query.unwanted), "first": scope.first, "last": scope.last}
    bound = connection.execute(_NTH_NEWEST, {**given, "n": _BEST_OF - 1}).fetchone()
    given |= {"first": bound[0] if bound else scope.first, "behind": behind}
    yield from (Candidate(*row) for row in connection.execute(_RANKED, given))


def _ranked_inside(connection: Connection, query: Query, scope: Scope) -> list[int]:
    """Return the numbers of the newest matches inside the scope's spans, the best first.

    Newer matches elsewhere, however many, take no place from them.
    """
    numbers: Sequence[int]
    if scope.numbers is None:
        inside = (
            each.number for each in _candidates(connection, query, scope) if scope.holds(each.run, each.depth)
        )
        numbers = tuple(islice(inside, _BEST_OF))
    else:
        numbers = scope.numbers
    if not numbers:
        return []
    given = {
        "match": match_of(query.wanted, query.unwanted),
        "first": min(numbers),
        "last": max(numbers),
        "numbers": json.dumps(numbers),
    }
    return [-newness for _, newness in sorted(connection.execute(_SCORED_AMONG, given))]


def _numbered(connection: Connection, numbers: Sequence[int]) -> Iterator[Candidate]:
    """Yield items by their numbers, in the order of these."""
    for start in range(0, len(numbers), _NUMBERS_AT_ONCE):
        given = {"numbers": json.dumps(numbers[start : start + _NUMBERS_AT_ONCE])}
        yield from (Candidate(*row) for row in connection.execute(_BY_NUMBER, given))


def _candidates(connection: Connection, query: Query, scope: Scope) -> Iterator[Candidate]:
    """Yield the items that may be hits, the newest first."""
    match = match_of(query.wanted, query.unwanted) if query.wanted else None
    given = {"match": match, "first": scope.first, "last": scope.last}
    if scope.numbers is None:
        matched = _MATCHED if scope.spans is None else _MATCHED_PLACES
        statements = [(_ALL if match is None else matched, given)]
    elif match and scope.numbers and any(term.is_prefix for term in query.wanted):
        statements = [(_MATCHED_AMONG, {**given, "numbers": json.dumps(scope.numbers)})]
    else:
        sql = _BY_NUMBER if match is None else _MATCHED_BY_NUMBER
        statements = [
            (sql, {"match": match, "numbers": json.dumps(scope.numbers[start : start + _NUMBERS_AT_ONCE])})
            for start in range(0, len(scope.numbers), _NUMBERS_AT_ONCE)
        ]
    for sql, values in statements:
        yield from (Candidate(*row) for row in connection.execute(sql, values))


def _titles(
    connection: Connection, query: Query, scope: Scope, below: int | None
) -> tuple[list[TitleHit], int]:
    rows, next_below = _beside_items(connection, query, scope, _TITLES, below)
    return [
        TitleHit(ConversationId(public_id), changed, snippet(title, query.wanted))
        for _, _, changed, _, public_id, title in rows
    ], next_below


def _notes(
    connection: Connection, query: Query, scope: Scope, below: int | None
) -> tuple[list[NoteHit], int]:
    rows, next_below = _beside_items(connection, query, scope, _NOTES, below)
    hits = []
    for _, _, changed, _, public_id, title, note, item, text in rows:
        at = ItemId(item) if item else None
        hits.append(NoteHit(ConversationId(public_id), title, note, at, changed, snippet(text, query.wanted)))
    return hits, next_below


def _beside_items(
    connection: Connection, query: Query, scope: Scope, sql: str, below: int | None
) -> tuple[list[tuple[Any, ...]], int]:
    """Return a page of what matches besides items, and below which number it goes on; 0 if it does not.

    Where only an item can be meant, nothing does.
    """
    if below == 0 or not query.wanted or query.is_about_items:
        return [], 0
    given = {
        "match": match_of(query.wanted, query.unwanted),
        "below": _ABOVE_ALL if below is None else below,
    }
    rows: list[tuple[Any, ...]] = []
    for tested, row in enumerate(connection.execute(sql, given), 1):
        number, conversation, changed, trashed, *_ = row
        if _is_asked_for(query, scope, conversation, changed, is_trashed=bool(trashed)):
            rows.append(row)
        if len(rows) == PAGE or tested == _MOST_TESTED:
            return rows, number
    return rows, 0


def _is_asked_for(
    query: Query, scope: Scope, conversation: int, changed_at: int, *, is_trashed: bool
) -> bool:
    return (
        is_trashed == (Mark.TRASHED in query.marks)
        and scope.holds_conversation(conversation)
        and (query.after is None or changed_at >= query.after)
        and (query.before is None or changed_at < query.before)
    )
