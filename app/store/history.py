"""What a conversation's shown branch holds: pages for the screen, and the path to its tip.

A page is what one conversation shows: items that it hides are absent, and the page reaches further instead.
Pages walk back from the tip and stop when they are full, so that a long past costs nothing.
"""

from collections.abc import Iterable, Iterator
from itertools import islice

from app.domain.branch import Path, Range
from app.domain.conversation import Found, HistoryPage, Versions
from app.domain.ids import ConversationId, ItemId
from app.domain.item import Item
from app.domain.ledger import Ledger
from app.store import attachments, branches, items, paths, requests, versions
from app.store.driver import Connection
from app.store.paths import Sight

# A request that was made further back than this no longer says where the next one begins.
_LEDGER_REACH = 1_000
_LEDGER_RANGES = 10


def page(connection: Connection, conversation: ConversationId, before: int | None, limit: int) -> HistoryPage:
    """Return the newest items of the shown branch, or those in front of depth `before`."""
    walk = _Walk(connection, paths.shown_sight(connection, conversation))
    return walk.page(conversation, walk.newest(before or walk.tip.depth + 1, limit))


def page_after(connection: Connection, conversation: ConversationId, after: int, limit: int) -> HistoryPage:
    """Return the items of the shown branch that come next behind depth `after`."""
    walk = _Walk(connection, paths.shown_sight(connection, conversation))
    return walk.page(conversation, walk.next(after, limit))


def page_around(connection: Connection, conversation: ConversationId, item: ItemId, limit: int) -> Found:
    """Return a page with `item` in its middle, of a branch that holds it: the shown one, if it does."""
    number, place = branches.reached(connection, conversation, item)
    _, shown = branches.conversation_of(connection, conversation)
    through = set(paths.branches_through(connection, number, place))
    branch = branches.public_id(connection, shown if shown in through else max(through))
    walk = _Walk(connection, paths.sight_of(connection, branch))
    earlier = walk.newest(place.depth, limit // 2)
    later = walk.next(place.depth - 1, limit - len(earlier))
    return Found(branch, walk.page(conversation, earlier + later), shown in through)


def shown_between(
    connection: Connection, conversation: ConversationId, first: int, last: int
) -> tuple[Item, ...]:
    """Return what the shown branch shows from depth `first` to `last`, in order."""
    walk = _Walk(connection, paths.shown_sight(connection, conversation))
    return tuple(walk.shown_in(walk.between(first, last)))


def shown_path(connection: Connection, conversation: ConversationId) -> tuple[Path, Ledger | None]:
    """Return the path of the shown branch, and what the newest request along it was given."""
    walk = _Walk(connection, paths.shown_sight(connection, conversation))
    return walk.end(1), walk.ledger()


class _Walk:
    """The way back from a tip. What has been walked once is not walked again."""

    def __init__(self, connection: Connection, sight: Sight) -> None:
        self.tip = sight.tip
        self._connection = connection
        self._sight = sight
        self._walked: list[Range] = []
        self._rest = self._walk_back()

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

    def between(self, first: int, last: int) -> Iterable[Range]:
        """Return the stretches from depth `first` to `last`. Most often the tip's own run holds them all."""
        run, behind = self.tip.run, self._sight.behind
        if run is not None and behind.depth < first <= last <= self.tip.depth:
            return (Range(run, first, last),)
        return self.end(first).between(first, last)

    def newest(self, before: int, limit: int) -> tuple[Item, ...]:
        """Return the last items in front of depth `before`, oldest first."""
        back = (_before(part, before) for part in self if part.first < before)
        found: list[Item] = []
        for parts in _portions(back, limit, from_end=True):
            found = self.shown_in(parts) + found
            if len(found) >= limit:
                break
        return tuple(found[max(0, len(found) - limit) :])

    def next(self, after: int, limit: int) -> tuple[Item, ...]:
        """Return the first items behind depth `after`, oldest first."""
        onwards = self.between(after + 1, self.tip.depth)
        found: list[Item] = []
        for parts in _portions(onwards, limit, from_end=False):
            found += self.shown_in(parts)
            if len(found) >= limit:
                break
        return tuple(found[:limit])

    def shown_in(self, parts: Iterable[Range]) -> list[Item]:
        sight = self._sight
        return items.shown_in(self._connection, sight.conversation, parts, is_touched=sight.is_touched)

    def page(self, conversation: ConversationId, shown: tuple[Item, ...]) -> HistoryPage:
        """Return all that a screen needs for the items shown."""
        connection = self._connection
        first, last = (shown[0].depth, shown[-1].depth) if shown else (1, 0)
        return HistoryPage(
            conversation_id=conversation,
            items=shown,
            length=self.tip.depth,
            ledger=self.ledger(),
            usages=requests.usages_between(connection, self.end(first), first, last),
            versions=self._versions_of(shown),
            files=attachments.files_of(connection, (item.id for item in shown)),
        )

    def ledger(self) -> Ledger | None:
        """Return what the newest request was given. One that is far back no longer matters."""
        reach = self.tip.depth - _LEDGER_REACH
        near: list[Range] = []
        for part in islice(self, _LEDGER_RANGES):
            near.append(Range(part.run, max(part.first, reach), part.last))
            if part.first <= reach:
                break
        return requests.newest_ledger(self._connection, near)

    def _versions_of(self, shown: tuple[Item, ...]) -> dict[ItemId, Versions]:
        if not self._sight.is_branched:
            return {}
        return versions.versions_of(self._connection, self._sight, self, shown)

    def _walk_back(self) -> Iterator[Range]:
        """The tip's own run is known already. Most often it holds all that is asked for."""
        tip, behind = self.tip, self._sight.behind
        if tip.run is not None:
            yield Range(tip.run, behind.depth + 1, tip.depth)
        if behind.run is not None:
            yield from paths.walk_back(self._connection, behind)


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
