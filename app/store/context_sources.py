"""SQL of what a request is planned from: the path, what went before it, and what is wanted from afar.

Where the newest request began, the next one begins, so that the service finds what it has at hand. The newest
is the one that shares the most of the path: often it lies beside it, behind a question that was edited or a
reply that is made anew.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.branch import Path, Range
from app.domain.candidate import Candidate, weigh
from app.domain.context_survey import BELONGING_REACH, pinned_with_belongings
from app.domain.ids import ConversationId
from app.domain.ledger import Ledger
from app.domain.summary import Summary
from app.store import attachments, items, paths, summaries
from app.store.driver import Connection

_REACH = 1_000  # a request made further back than this no longer says where the next one begins
_BESIDE_REACH = 64
_MOST = 8
_ALONG = """
    SELECT item.depth, request.ledger FROM item JOIN request ON request.item = item.id
    WHERE item.run = ? AND item.depth BETWEEN ? AND ?
    ORDER BY item.depth DESC, request.id DESC LIMIT ?
"""
_FIRST_BEHIND = """
    SELECT request.ledger FROM item JOIN request ON request.item = item.id
    WHERE item.run = ? AND item.depth BETWEEN ? AND ?
    ORDER BY item.depth, request.id DESC LIMIT 1
"""
_ANY_FILE = "SELECT 1 FROM attachment LIMIT 1"
_GROWING = "SELECT id, depth FROM run WHERE parent = ? AND depth BETWEEN ? AND ? ORDER BY depth DESC, id DESC"
_PINNED = """
    SELECT item.run, item.depth FROM overlay JOIN item ON item.id = overlay.item
    WHERE overlay.conversation = ? AND overlay.pinned_at IS NOT NULL AND overlay.hidden_at IS NULL
        AND item.depth < ?
    ORDER BY item.depth
"""


@dataclass(frozen=True, slots=True)
class Sources:
    """`ledgers` are those of the requests that share the most of the path, that one first."""

    path: Path
    summary: Summary | None
    ledgers: tuple[Ledger, ...]


def sources(connection: Connection, conversation: ConversationId, service: str | None = None) -> Sources:
    """Return what a request to a service, along the conversation's shown branch, is planned from."""
    path = paths.path_to(connection, paths.shown_tip(connection, conversation))
    along = list(_along(connection, path))
    newest = along[0][0] if along else max(0, path.length - _BESIDE_REACH)
    beside = _beside(connection, path, newest)
    return Sources(
        path,
        summaries.newest_summary(connection, conversation, path, service),
        (*beside, *(ledger for _, ledger in along)),
    )


def candidates_between(
    connection: Connection, conversation: ConversationId, path: Path, first: int, last: int
) -> tuple[Candidate, ...]:
    """Return what the conversation shows of a path from depth `first` to `last`, weighed."""
    number = paths.shown(connection, conversation)[0]
    shown = items.shown_in(connection, number, path.between(first, last))
    return tuple(weigh(item) for item in shown)


def candidates_in(
    connection: Connection, conversation: ConversationId, parts: tuple[Range, ...]
) -> tuple[Candidate, ...]:
    """Return what the conversation shows of some stretches, weighed, on whatever branch they lie."""
    number = paths.shown(connection, conversation)[0]
    return tuple(weigh(item) for item in items.shown_in(connection, number, parts))


def with_files(connection: Connection, candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Return the candidates with what is attached to them. Whole pictures are read for that."""
    files = attachments.given_files(connection, [candidate.item.id for candidate in candidates])
    return tuple(
        weigh(candidate.item, files[candidate.item.id]) if candidate.item.id in files else candidate
        for candidate in candidates
    )


def any_has_files(connection: Connection, candidates: tuple[Candidate, ...]) -> bool:
    if connection.execute(_ANY_FILE).fetchone() is None:
        return False
    return bool(attachments.attachments_of(connection, [candidate.item.id for candidate in candidates]))


def pinned_before(
    connection: Connection, conversation: ConversationId, path: Path, depth: int
) -> tuple[Candidate, ...]:
    """Return the pinned items of a path before a depth, each with what belongs to it."""
    number = paths.shown(connection, conversation)[0]
    found: dict[int, Candidate] = {}
    for run, pinned in connection.execute(_PINNED, (number, depth)).fetchall():
        if path.tip_at(pinned).run == run and pinned not in found:
            first, last = pinned - BELONGING_REACH, min(depth - 1, pinned + BELONGING_REACH)
            near = candidates_between(connection, conversation, path, first, last)
            found |= {candidate.depth: candidate for candidate in pinned_with_belongings(near)}
    return tuple(found[at] for at in sorted(found))


def _along(connection: Connection, path: Path) -> Iterator[tuple[int, Ledger]]:
    """Yield what the newest requests along a path were given, the newest first."""
    left = _MOST
    for part in list(path.between(path.length - _REACH, path.length))[::-1]:
        rows = connection.execute(_ALONG, (part.run, part.first, part.last, left)).fetchall()
        yield from ((depth, Ledger.from_json(ledger)) for depth, ledger in rows)
        left -= len(rows)
        if not left:
            break


def _beside(connection: Connection, path: Path, newest: int) -> Iterator[Ledger]:
    """Yield what was given to requests that left the path behind its own newest one, the last to leave first.

    One that began behind the fork has nothing in common with the path.
    """
    runs = {part.run for part in path.ranges}
    for part in list(path.between(newest, path.length))[::-1]:
        forks = [(part.run, part.last), *_growing(connection, part, runs)]
        for run, depth in forks[:_MOST]:
            row = connection.execute(_FIRST_BEHIND, (run, depth + 1, depth + _BESIDE_REACH)).fetchone()
            ledger = Ledger.from_json(row[0]) if row else None
            if ledger and ledger.cut <= depth:
                yield ledger


def _growing(connection: Connection, part: Range, runs: set[int]) -> list[tuple[int, int]]:
    rows = connection.execute(_GROWING, (part.run, part.first, part.last)).fetchall()
    return [(run, depth) for run, depth in rows if run not in runs]
