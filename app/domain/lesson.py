"""What is learned when a service says that a request is too long: what it can be taken to read."""

from dataclasses import dataclass, replace

from app.domain.asking import Asking
from app.domain.ledger import Ledger

_WITHOUT_A_WORD = 0.7  # of what was refused, where the service does not say how much it reads
_SURELY_LESS = 0.95
_LEAST = 256


@dataclass(frozen=True, slots=True)
class Lesson:
    """`asking` is how to ask once more. `window` is what the model can be taken to read from now on."""

    asking: Asking
    window: int


def lesson_of(
    refused: Ledger, asking: Asking, room: int, limit: int | None = None, counted: int | None = None
) -> Lesson:
    """Return what a refusal teaches, to be followed once and no more.

    `room` is what is kept free for the answer. `limit` is how much the service says that it reads, and
    `counted` how long it found the request: what we took for one token may be two for it.
    """
    sent = max(refused.estimated_tokens, _LEAST)
    if limit is None:
        budget = sent * _WITHOUT_A_WORD
    else:
        budget = max(limit - room, limit / 2) * (sent / counted if counted else 1)
    most = min(sent, asking.budget) * _SURELY_LESS
    budget = max(_LEAST, int(min(budget, most)))
    return Lesson(replace(asking, budget=budget, may_exceed=False), limit or budget + room)
