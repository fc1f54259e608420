"""Reads as much of a history as a request may send, newest first, and plans the request."""

from app.domain.branch import Path
from app.domain.context_window import Plan, estimate_tokens, plan
from app.domain.errors import BugError
from app.domain.ids import ConversationId
from app.domain.item import Item
from app.domain.ledger import Ledger
from app.domain.settings import ProviderSettings
from app.store import history, items
from app.store.archive import Archive

_PAGE = 50


async def plan_request(archive: Archive, conversation: ConversationId, settings: ProviderSettings) -> Plan:
    """Plan a request that answers the newest question of the conversation's shown branch."""
    path, ledger = await archive.read(history.shown_path, conversation)
    if not path.length:
        raise BugError("There is no question to answer.")
    cut = _cut_in_force(ledger, settings.context_tokens)
    items = await _newest_items(archive, path, cut, settings.context_tokens)
    return plan(items, path, model=settings.model, budget=settings.context_tokens, cut=cut)


async def _newest_items(archive: Archive, path: Path, cut: int, budget: int) -> tuple[Item, ...]:
    """Return the items from `cut` on, or as many as pass the budget: a long past is never read whole."""
    found: tuple[Item, ...] = ()
    cost = 0
    last = path.length
    while last >= cut and cost <= budget:
        page = await archive.read(items.items_between, path, max(cut, last - _PAGE + 1), last)
        found = page + found
        cost += sum(estimate_tokens(item.text) for item in page)
        last -= len(page)
    return found


def _cut_in_force(ledger: Ledger | None, budget: int) -> int:
    """Return where the last request began. A budget that has changed since makes all be weighed afresh."""
    return ledger.cut if ledger and ledger.budget == budget else 1
