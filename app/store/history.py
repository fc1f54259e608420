"""What a conversation's shown branch holds: pages for the screen, and the path to its tip.

A page is what one conversation shows: items that it hides are absent, and the page reaches further instead.
Pages walk back from the tip and stop when they are full, so that a long past costs nothing.
"""

from app.domain.branch import Path, Range, Tip
from app.domain.conversation import Found, HistoryPage
from app.domain.ids import ConversationId, ItemId
from app.domain.item import Item
from app.domain.ledger import Ledger
from app.store import branches, items, paths, requests
from app.store.driver import Connection

# A request that was made further back than this no longer says where the next one begins.
_LEDGER_REACH = 1_000


def page(connection: Connection, conversation: ConversationId, before: int | None, limit: int) -> HistoryPage:
    """Return the newest items of the shown branch, or those in front of depth `before`."""
    number, tip = paths.shown(connection, conversation)
    shown = _newest(connection, number, tip, before or tip.depth + 1, limit)
    return _page(connection, conversation, tip, shown)


def page_after(connection: Connection, conversation: ConversationId, after: int, limit: int) -> HistoryPage:
    """Return the items of the shown branch that come next behind depth `after`."""
    number, tip = paths.shown(connection, conversation)
    return _page(connection, conversation, tip, _next(connection, number, tip, after, limit))


def page_around(connection: Connection, conversation: ConversationId, item: ItemId, limit: int) -> Found:
    """Return a page with `item` in its middle, of a branch that holds it: the shown one, if it does."""
    number, place = branches.reached(connection, conversation, item)
    _, shown = branches.conversation_of(connection, conversation)
    through = set(paths.branches_through(connection, number, place))
    branch = branches.public_id(connection, shown if shown in through else max(through))
    tip = paths.tip_of(connection, branch)
    earlier = _newest(connection, number, tip, place.depth, limit // 2)
    later = _next(connection, number, tip, place.depth - 1, limit - len(earlier))
    return Found(branch, _page(connection, conversation, tip, earlier + later))


def shown_between(
    connection: Connection, conversation: ConversationId, first: int, last: int
) -> tuple[Item, ...]:
    """Return what the shown branch shows from depth `first` to `last`, in order."""
    number, tip = paths.shown(connection, conversation)
    found: list[Item] = []
    for part in paths.walk_back(connection, tip):
        if part.last < first:
            break
        if part.first <= last:
            whole = Range(part.run, max(part.first, first), min(part.last, last))
            found.extend(items.shown_back(connection, number, whole, -1))
    return tuple(reversed(found))


def shown_path(connection: Connection, conversation: ConversationId) -> tuple[Path, Ledger | None]:
    """Return the path of the shown branch, and what the newest request along it was given."""
    tip = paths.shown_tip(connection, conversation)
    return paths.path_to(connection, tip), _ledger(connection, tip)


def _page(
    connection: Connection, conversation: ConversationId, tip: Tip, shown: tuple[Item, ...]
) -> HistoryPage:
    first, last = (shown[0].depth, shown[-1].depth) if shown else (1, 0)
    return HistoryPage(
        conversation_id=conversation,
        items=shown,
        length=tip.depth,
        ledger=_ledger(connection, tip),
        usages=requests.usages_between(connection, _end(connection, tip, first), first, last),
    )


def _newest(connection: Connection, conversation: int, tip: Tip, before: int, limit: int) -> tuple[Item, ...]:
    """Return the last items in front of depth `before`, oldest first."""
    found: list[Item] = []
    for part in paths.walk_back(connection, tip):
        if len(found) >= limit:
            break
        if part.first < before:
            whole = Range(part.run, part.first, min(part.last, before - 1))
            found.extend(items.shown_back(connection, conversation, whole, limit - len(found)))
    return tuple(reversed(found))


def _next(connection: Connection, conversation: int, tip: Tip, after: int, limit: int) -> tuple[Item, ...]:
    """Return the first items behind depth `after`, oldest first."""
    found: list[Item] = []
    for part in _end(connection, tip, after + 1).between(after + 1, tip.depth):
        if len(found) >= limit:
            break
        found.extend(items.shown_onwards(connection, conversation, part, limit - len(found)))
    return tuple(found)


def _end(connection: Connection, tip: Tip, first: int) -> Path:
    """Return the end of a path, back to the range that holds depth `first`."""
    parts: list[Range] = []
    for part in paths.walk_back(connection, tip):
        parts.append(part)
        if part.first <= first:
            break
    return Path(tuple(reversed(parts)))


def _ledger(connection: Connection, tip: Tip) -> Ledger | None:
    reach = max(1, tip.depth - _LEDGER_REACH)
    end = _end(connection, tip, reach)
    return requests.newest_ledger(connection, Path(tuple(end.between(reach, tip.depth))))
