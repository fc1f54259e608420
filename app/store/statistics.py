"""SQL of statistics: what was spent, from days that are added up and the rows that came since.

Days are added up in the order in which their rows were written. A mark in the settings says up to which row
that is done; it moves in the same transaction, so no row is ever counted twice or left out, whatever the
clock did in the meantime.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta, tzinfo
from itertools import takewhile
from typing import Any

from app.domain.ids import ConversationId
from app.domain.local_time import day_and_hour, start_of_day
from app.domain.statistics import Spent, Statistics
from app.store.driver import Connection
from app.store.items import MOMENT_BITS
from app.store.kept_values import read_value, write_value

_MARK = "usage added up to"
_ROWS = """
    SELECT id, ended_at, model, conversation, is_estimate, 1, input_tokens, output_tokens, cost
    FROM usage WHERE id > ? ORDER BY id LIMIT ?
"""
_ADD = """
    INSERT INTO usage_day
        (day, hour, model, conversation, is_estimate, requests, input_tokens, output_tokens, cost)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (day, hour, model, conversation, is_estimate) DO UPDATE SET
        requests = requests + excluded.requests,
        input_tokens = input_tokens + excluded.input_tokens,
        output_tokens = output_tokens + excluded.output_tokens,
        cost = CASE WHEN coalesce(cost, excluded.cost) IS NULL THEN NULL
               ELSE coalesce(cost, 0) + coalesce(excluded.cost, 0) END
"""
_SUMS = """
    SELECT {key}, is_estimate, sum(requests), sum(input_tokens), sum(output_tokens), sum(cost)
    FROM usage_day WHERE day BETWEEN :first AND :last {only} GROUP BY {key}, is_estimate
"""
_ONLY = "AND conversation = (SELECT id FROM conversation WHERE public_id = :conversation)"
_KEYS = ("model", "day", "hour", "conversation")
_PUBLIC_ID = "SELECT public_id FROM conversation WHERE id = ?"
_NUMBER = "SELECT id FROM conversation WHERE public_id = ?"
_ITEMS = "SELECT count(*) FROM item WHERE id >= ? AND id < ?"
_TITLES = """
    SELECT public_id, title FROM json_each(?) AS wanted
    CROSS JOIN conversation ON conversation.public_id = wanted.value
"""
_NO_LIMIT = -1


@dataclass(frozen=True, slots=True)
class Span:
    """From one day to another, both included, as the clock of `zone` shows them; None is the system's own.

    Given a conversation, only what was spent on that.
    """

    first: date
    last: date
    zone: tzinfo | None = None
    conversation: ConversationId | None = None


def spent(connection: Connection, span: Span) -> Statistics:
    """Return what was spent in a span of time."""
    sums: dict[str, defaultdict[Any, Spent]] = {key: defaultdict(Spent) for key in _KEYS}
    for key in _KEYS:
        for value, *summed in _added_up(connection, span, key):
            sums[key][value] += _spent(*summed)
    for keys, part in _not_added_up(connection, span):
        for key in _KEYS:
            sums[key][keys[key]] += part
    return Statistics(
        total=sum(sums["model"].values(), Spent()),
        by_model=dict(sums["model"]),
        by_day={date.fromisoformat(day): part for day, part in sorted(sums["day"].items())},
        by_hour=dict(sorted(sums["hour"].items())),
        by_conversation=_by_public_id(connection, sums["conversation"]),
    )


def items_between(connection: Connection, span: Span) -> int:
    """Return how many items came in a span of time. Their numbers follow their moments."""
    first = start_of_day(span.first, span.zone) >> MOMENT_BITS
    end = start_of_day(span.last + timedelta(days=1), span.zone) >> MOMENT_BITS
    return int(connection.execute(_ITEMS, (first, end)).fetchone()[0])


def titles_of(connection: Connection, conversations: tuple[ConversationId, ...]) -> dict[ConversationId, str]:
    """Return the titles of those that are still there."""
    rows = connection.execute(_TITLES, (json.dumps(conversations),))
    return {ConversationId(public): title for public, title in rows}


def roll_up(connection: Connection, until: date, zone: tzinfo | None = None, at_most: int = 10_000) -> int:
    """Add up the next rows of days before `until`. Returns how many; 0 says that all is done."""
    end = start_of_day(until, zone)
    rows = connection.execute(_ROWS, (_mark(connection), at_most)).fetchall()
    closed = list(takewhile(lambda row: row[1] < end, rows))
    for _, ended_at, *values in closed:
        day, hour = day_and_hour(ended_at, zone)
        connection.execute(_ADD, (day.isoformat(), hour, *values))
    if closed:
        write_value(connection, _MARK, str(closed[-1][0]))
    return len(closed)


def _mark(connection: Connection) -> int:
    return int(read_value(connection, _MARK) or 0)


def _added_up(connection: Connection, span: Span, key: str) -> Iterator[tuple[Any, ...]]:
    sql = _SUMS.format(key=key, only=_ONLY if span.conversation else "")
    given = {"first": span.first.isoformat(), "last": span.last.isoformat()}
    yield from connection.execute(sql, given | {"conversation": span.conversation})


def _not_added_up(connection: Connection, span: Span) -> Iterator[tuple[dict[str, Any], Spent]]:
    """Yield the rows behind the mark, each with what it counts for."""
    only = connection.execute(_NUMBER, (span.conversation,)).fetchone() if span.conversation else None
    for _, ended_at, model, conversation, *values in connection.execute(
        _ROWS, (_mark(connection), _NO_LIMIT)
    ):
        day, hour = day_and_hour(ended_at, span.zone)
        if span.first <= day <= span.last and (not span.conversation or (conversation,) == only):
            keys = {"model": model, "day": day.isoformat(), "hour": hour, "conversation": conversation}
            yield keys, _spent(*values)


def _spent(is_estimate: int, requests: int, into: int, out: int, cost: int | None) -> Spent:
    return Spent(requests, 0, 0, into, out, cost) if is_estimate else Spent(requests, into, out, 0, 0, cost)


def _by_public_id(
    connection: Connection, by_number: defaultdict[Any, Spent]
) -> dict[ConversationId | None, Spent]:
    found: defaultdict[ConversationId | None, Spent] = defaultdict(Spent)
    for number, part in by_number.items():
        row = connection.execute(_PUBLIC_ID, (number,)).fetchone()
        found[ConversationId(row[0]) if row else None] += part
    return dict(found)
