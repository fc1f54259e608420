"""What is selected: from one place of the conversation to another, across messages."""

from dataclasses import dataclass
from typing import NamedTuple, Self

END = 1 << 30  # behind the last of anything


class Place(NamedTuple):
    """A place between two characters: of a row, in a block of it. Places are in the order of reading."""

    row: int
    block: int
    position: int


@dataclass(frozen=True, slots=True)
class Selection:
    """From where it began to where it is drawn to, which may lie before it."""

    anchor: Place
    head: Place

    @classmethod
    def at(cls, place: Place) -> Self:
        return cls(place, place)

    @property
    def first(self) -> Place:
        return min(self.anchor, self.head)

    @property
    def last(self) -> Place:
        return max(self.anchor, self.head)

    @property
    def is_empty(self) -> bool:
        return self.anchor == self.head

    def to(self, head: Place) -> "Selection":
        return Selection(self.anchor, head)

    def joined(self, other: "Selection") -> "Selection":
        """Return all from this to another: drawn on by whole words, each of them stays whole."""
        if other.first < self.first:
            return Selection(self.last, other.first)
        return Selection(self.first, other.last)

    def holds_row(self, row: int) -> bool:
        return not self.is_empty and self.first.row <= row <= self.last.row

    def holds_whole(self, row: int, block: int) -> bool:
        """Say whether a block lies between those in which it begins and ends."""
        return self.first[:2] < (row, block) < self.last[:2]

    def span(self, row: int, block: int, length: int) -> tuple[int, int] | None:
        """Return what is selected of a block with so many positions, or None."""
        here = (row, block)
        if self.is_empty or not self.first[:2] <= here <= self.last[:2]:
            return None
        begin = self.first.position if here == self.first[:2] else 0
        end = self.last.position if here == self.last[:2] else length
        begin, end = min(begin, length), min(end, length)
        return (begin, end) if begin < end else None
