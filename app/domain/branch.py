"""Paths through the tree of runs.

Items lie in runs; a branch is a pointer to a tip. The way from the first item to a tip is a short list of
contiguous ranges, one for each run it passes through, and depth counts on across them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from app.domain.ids import BranchId, ConversationId


@dataclass(frozen=True, slots=True)
class Tip:
    """Where a branch ends. Depth 0 stands before the first item, in no run."""

    run: int | None
    depth: int


@dataclass(frozen=True, slots=True)
class Branch:
    """A pointer to a tip. `forked_at` is how deep it goes along with the branches made before it."""

    id: BranchId
    conversation: ConversationId
    name: str | None = field(repr=False)
    tip: Tip
    forked_at: int
    is_main: bool
    is_shown: bool
    created_at: int

    @property
    def length(self) -> int:
        return self.tip.depth


@dataclass(frozen=True, slots=True)
class Pruning:
    """What pruning would take away: other branches, and the items that only they hold in the conversation."""

    branches: int
    items: int


@dataclass(frozen=True, slots=True)
class Range:
    """The items of one run from `first` to `last`, both included."""

    run: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Path:
    """The ranges from a conversation's first item to a tip, in that order."""

    ranges: tuple[Range, ...]

    @property
    def length(self) -> int:
        return self.ranges[-1].last if self.ranges else 0

    def between(self, first: int, last: int) -> Iterator[Range]:
        """Yield the ranges that hold the depths from `first` to `last`."""
        for part in self.ranges:
            if part.first <= last and part.last >= first:
                yield Range(part.run, max(part.first, first), min(part.last, last))

    def tip_at(self, depth: int) -> Tip:
        """Return the place of `depth`, written at the run that owns the item."""
        for part in self.between(depth, depth):
            return Tip(part.run, depth)
        return Tip(None, 0)
