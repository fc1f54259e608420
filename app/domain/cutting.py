"""Where the part of a history begins that is sent: a turn's first item, moved seldom and then far."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Start:
    """A place where the sent part may begin, and what all that is sent from there costs."""

    depth: int
    total: int


def move_cut(starts: Sequence[Start], budget: int, low_mark: float, cut: int = 1) -> Start:
    """Return where to begin once the budget is passed: where the low mark allows, or the newest turn.

    What must be sent whatever happens takes its room first; the mark is a share of what is left for the past.
    `starts` are in order, the oldest first. It never moves back to before `cut`.
    """
    newest = starts[-1]
    mark = newest.total + low_mark * (budget - newest.total)
    first = bisect_left(starts, cut, key=lambda start: start.depth)
    fits = bisect_left(starts, True, lo=first, key=lambda start: start.total <= mark)
    return starts[min(fits, len(starts) - 1)]


def start_in_force(starts: Sequence[Start], cut: int) -> Start:
    """Return where a cut lets the sent part begin: at the first turn behind it."""
    behind = bisect_left(starts, cut, key=lambda start: start.depth)
    return starts[min(behind, len(starts) - 1)]
