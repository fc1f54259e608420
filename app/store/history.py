"""What a conversation's shown branch holds: pages for the screen, and the path to its tip."""

from app.domain.branch import Path
from app.domain.conversation import HistoryPage
from app.domain.ids import ConversationId
from app.domain.ledger import Ledger
from app.store import items, paths, requests
from app.store.driver import Connection


def page(connection: Connection, conversation: ConversationId, before: int | None, limit: int) -> HistoryPage:
    """Return the newest items of the shown branch, or those in front of depth `before`."""
    path = paths.path_to(connection, paths.shown_tip(connection, conversation))
    last = min(path.length, before - 1) if before else path.length
    first = max(1, last - limit + 1)
    return HistoryPage(
        conversation_id=conversation,
        items=items.items_between(connection, path, first, last),
        length=path.length,
        ledger=requests.newest_ledger(connection, path),
        usages=requests.usages_between(connection, path, first, last),
    )


def shown_path(connection: Connection, conversation: ConversationId) -> tuple[Path, Ledger | None]:
    """Return the path of the shown branch, and what the newest request along it was given."""
    path = paths.path_to(connection, paths.shown_tip(connection, conversation))
    return path, requests.newest_ledger(connection, path)
