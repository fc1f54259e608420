"""What a conversation's shown branch holds: pages for the screen, and the path to its tip.

A page is what one conversation shows: items that it hides are absent, and the page reaches further instead.
Pages walk back from the tip and stop when they are full, so that a long past costs nothing.
"""

from collections.abc import Iterable, Iterator
from itertools import islice, takewhile

from app.domain.branch import Path, Range, Tip
from app.domain.conversation import Found, HistoryPage
from app.domain.ids import ConversationId, ItemId
from app.domain.item import Item
from app.domain.ledger import Ledger
from app.store import attachments, branches, items, paths, requests, versions
from app.store.driver import Connection

# A request that was made further back than this no longer says where the next one begins.
_LEDGER_REACH = 1_000
_LEDGER_RANGES = 10


def page(connection: Connection, conversation: ConversationId, before: int | None, limit: int) -> HistoryPage:
    """Return the newest items of the shown branch, or those in front of depth `before`."""
    number, tip = paths.shown(connection, conversation)
    walk = _Walk(connection, tip)
    shown = _newest(connection, number, walk, before or tip.depth + 1, limit)
    return _page(connection, (number, conversation), walk, shown)


def page_after(connection: Connection, conversation: ConversationId, after: int, limit: int) -> HistoryPage:
    """Return the items of the shown branch that come next behind depth `after`."""
    number, tip = paths.shown(connection, conversation)
    walk = _Walk(connection, tip)
    shown = _next(connection, number, walk, after, limit)
    return _page(connection, (number, conversation), walk, shown)


def page_around(connection: Connection, conversation: ConversationId, item: ItemId, limit: int) -> Found:
    """Return a page with `item` in its middle, of a branch that holds it: the shown one, if it does."""
    number, place = branches.reached(connection, conversation, item)
    _, shown = branches.conversation_of(connection, conversation)
    through = set(paths.branches_through(connection, number, place))
    branch = branches.public_id(connection, shown if shown in through else max(through))
    walk = _Walk(connection, paths.tip_of(connection, branch))
    earlier = _newest(connection, number, walk, place.depth, limit // 2)
    later = _next(connection, number, walk, place.depth - 1, limit - len(earlier))
    page = _page(connection, (number, conversation), walk, earlier + later)
    return Found(branch, page, shown in through)


def shown_between(
    connection: Connection, conversation: ConversationId, first: int, last: int
) -> tuple[Item, ...]:
    """Return what the shown branch shows from depth `first` to `last`, in order."""
    number, tip = paths.shown(connection, conversation)
    parts = _Walk(connection, tip).end(first).between(first, last)
    return tuple(items.shown_in(connection, number, parts))


def shown_path(connection: Connection, conversation: ConversationId) -> tuple[Path, Ledger | None]:
    """Return the path of the shown branch, and what the newest request along it was given."""
    tip = paths.shown_tip(connection, conversation)
    return paths.path_to(connection, tip), _ledger(connection, _Walk(connection, tip))


class _Walk:
    """The way back from a tip. What has been walked once is not walked again."""

    def __init__(self, connection: Connection, tip: Tip) -> None:
        self.tip = tip
        self._walked: list[Range] = []
        self._rest = paths.walk_back(connection, tip)

    def __iter__(self) -> Iterator[Range]:
        yield from self._walked
        for part in self._rest:
            self._walked.append(part)
            yield part

    def end(self, first: int) -> Path:
        """Return the end of the path, back to the range that holds depth `first`."""
        parts: list[Range] = []
        for part in self:
            parts.append(part)
            if part.first <= first:
                break
        return Path(tuple(reversed(parts)))


def _page(
    connection: Connection, known_by: tuple[int, ConversationId], walk: _Walk, shown: tuple[Item, ...]
) -> HistoryPage:
    number, conversation = known_by
    first, last = (shown[0].depth, shown[-1].depth) if shown else (1, 0)
    return HistoryPage(
        conversation_id=conversation,
        items=shown,
        length=walk.tip.depth,
        ledger=_ledger(connection, walk),
        usages=requests.usages_between(connection, walk.end(first), first, last),
        versions=versions.versions_of(connection, number, walk.tip, shown),
        files=attachments.files_of(connection, (item.id for item in shown)),
    )


def _newest(
    connection: Connection, conversation: int, walk: _Walk, before: int, limit: int
) -> tuple[Item, ...]:
    """Return the last items in front of depth `before`, oldest first."""
    back = (_before(part, before) for part in walk if part.first < before)
    found: list[Item] = []
    for parts in _portions(back, limit, from_end=True):
        found = items.shown_in(connection, conversation, parts) + found
        if len(found) >= limit:
            break
    return tuple(found[max(0, len(found) - limit) :])


def _next(connection: Connection, conversation: int, walk: _Walk, after: int, limit: int) -> tuple[Item, ...]:
    """Return the first items behind depth `after`, oldest first."""
    onwards = walk.end(after + 1).between(after + 1, walk.tip.depth)
    found: list[Item] = []
    for parts in _portions(onwards, limit, from_end=False):
        found += items.shown_in(connection, conversation, parts)
        if len(found) >= limit:
            break
    return tuple(found[:limit])


def _portions(parts: Iterable[Range], limit: int, *, from_end: bool) -> Iterator[list[Range]]:
    """Cut stretches into portions of at most `limit` items, each to be read at once."""
    portion: list[Range] = []
    room = limit
    for part in parts:
        rest: Range | None = part
        while rest and limit > 0:
            taken, rest = _cut(rest, room, from_end=from_end)
            portion.append(taken)
            room -= taken.last - taken.first + 1
            if not room:
                yield portion
                portion, room = [], limit
    if portion:
        yield portion


def _cut(part: Range, room: int, *, from_end: bool) -> tuple[Range, Range | None]:
    if part.last - part.first + 1 <= room:
        return part, None
    if from_end:
        middle = part.last - room
        return Range(part.run, middle + 1, part.last), Range(part.run, part.first, middle)
    middle = part.first + room
    return Range(part.run, part.first, middle - 1), Range(part.run, middle, part.last)


def _before(part: Range, depth: int) -> Range:
    return Range(part.run, part.first, min(part.last, depth - 1))


def _ledger(connection: Connection, walk: _Walk) -> Ledger | None:
    """Return what the newest request was given. Not far back, a path without any has none that matters."""
    reach = walk.tip.depth - _LEDGER_REACH
    near = takewhile(lambda part: part.last > reach, islice(walk, _LEDGER_RANGES))
    return requests.newest_ledger(
        connection, [Range(part.run, max(part.first, reach), part.last) for part in near]
    )
