"""Reads as much of a history as a request may send, newest first, and plans the request."""

from app.domain.asking import Asking
from app.domain.context_window import Plan, estimate_tokens, plan
from app.domain.errors import BugError
from app.domain.ids import ConversationId
from app.domain.item import Item
from app.domain.ledger import Ledger
from app.store import history
from app.store.archive import Archive

_PAGE = 50


async def plan_request(archive: Archive, conversation: ConversationId, asking: Asking) -> Plan:
    """Plan a request that answers the newest question of the conversation's shown branch."""
    path, ledger = await archive.read(history.shown_path, conversation)
    if not path.length:
        raise BugError("There is no question to answer.")
    cut = _cut_in_force(ledger, asking.budget)
    shown, is_whole = await _newest_items(archive, conversation, path.length, cut, asking.budget)
    if is_whole:
        cut = shown[0].depth  # where the first items are hidden
    return plan(shown, path, asking, cut)


async def _newest_items(
    archive: Archive, conversation: ConversationId, length: int, cut: int, budget: int
) -> tuple[tuple[Item, ...], bool]:
    """Return what is shown from `cut` on, or as much as passes the budget: a long past is never read whole.

    Whether all of it was read comes with it.
    """
    found: tuple[Item, ...] = ()
    cost = 0
    last = length
    while last >= cut and cost <= budget:
        first = max(cut, last - _PAGE + 1)
        page = await archive.read(history.shown_between, conversation, first, last)
        found = tuple(item for item in page if not item.is_excluded) + found
        cost += sum(estimate_tokens(item.text) for item in page)
        last = first - 1
    return found, last < cut


def _cut_in_force(ledger: Ledger | None, budget: int) -> int:
    """Return where the last request began. A budget that has changed since makes all be weighed afresh."""
    return ledger.cut if ledger and ledger.budget == budget else 1
