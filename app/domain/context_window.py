"""Which part of a history a request sends.

The context is a view: whole turns from a cut to the end. The cut moves only when what follows it passes the
budget, and then down to a low mark, so that the beginning of the request stays the same for many turns and
the service's prompt cache stays warm.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.domain.asking import Asking
from app.domain.branch import Path, Range
from app.domain.item import Item, Role
from app.domain.ledger import Ledger, LeftOut, Reason

_BYTES_PER_TOKEN = 4
_TOKENS_PER_MESSAGE = 4
_LOW_MARK = 0.6


@dataclass(frozen=True, slots=True)
class Plan:
    """What to send, the bodies of Responses items to the letter and oldest first, and the record of it."""

    bodies: tuple[str, ...] = field(repr=False)
    instructions: str | None = field(repr=False)
    ledger: Ledger


def estimate_tokens(text: str) -> int:
    """Guess how many tokens a message costs: four bytes each, and a few for its frame."""
    return -(-len(text.encode("utf-8", "replace")) // _BYTES_PER_TOKEN) + _TOKENS_PER_MESSAGE


def plan(history: Sequence[Item], path: Path, asking: Asking, cut: int | None = None) -> Plan:
    """Choose what to send of `history`: the newest items of `path`, which ends with the question.

    `cut` is the depth in force so far. `history` reaches back to it, unless it passes the budget before that.
    The newest turn is always sent, even over budget: the service's own answer is then clearer than ours.
    """
    costs = [estimate_tokens(item.text) for item in history]
    first = _cut(history, costs, asking.budget, cut or 1)
    candidates = [(item, cost) for item, cost in zip(history, costs, strict=True) if item.depth >= first]
    sent = [(item, cost) for item, cost in candidates if item.text.strip()]
    ledger = Ledger(
        model=asking.model,
        cut=first,
        sent=_ranges([item for item, _ in sent]),
        left_out=(
            *(LeftOut(part, Reason.OVER_BUDGET) for part in path.between(1, first - 1)),
            *(LeftOut(part, Reason.NO_TEXT) for part in _ranges(_without_text(candidates))),
        ),
        estimated_tokens=sum(cost for _, cost in sent),
        budget=asking.budget,
    )
    return Plan(tuple(item.body for item, _ in sent), asking.instructions, ledger)


def _cut(history: Sequence[Item], costs: Sequence[int], budget: int, cut: int) -> int:
    """Return the depth at which the sent part begins: a turn's first item."""
    begun: list[tuple[int, int]] = []  # newest turn first: its depth, and the cost from there to the end
    cost = 0
    for item, own in zip(reversed(history), reversed(costs), strict=True):
        cost += own
        if item.role is Role.PERSON:
            begun.append((item.depth, cost))
    newest = begun[0][0]
    in_force = min((depth for depth, _ in begun if depth >= cut), default=newest)
    if history[0].depth <= cut and dict(begun)[in_force] <= budget:
        return in_force
    return min((depth for depth, total in begun if total <= budget * _LOW_MARK), default=newest)


def _without_text(candidates: Sequence[tuple[Item, int]]) -> list[Item]:
    return [item for item, _ in candidates if not item.text.strip()]


def _ranges(items: Sequence[Item]) -> tuple[Range, ...]:
    """Fold items, given in order, into the contiguous ranges they fill."""
    ranges: list[Range] = []
    for item in items:
        if ranges and ranges[-1].run == item.run and ranges[-1].last == item.depth - 1:
            ranges[-1] = Range(item.run, ranges[-1].first, item.depth)
        else:
            ranges.append(Range(item.run, item.depth, item.depth))
    return tuple(ranges)
