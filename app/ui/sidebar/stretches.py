"""A list as stretches of rows: each has a heading, which is a row of its own, and what stands under it.

Conversations are no more here than their numbers and moments, in arrays. So a hundred thousand of them are as
quickly grouped as ten, and take little room.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from app.domain.library import Folder
from app.domain.listing import Keys
from app.ui.when import group, group_beginning

Key = tuple[int, int]


def _numbers() -> "array[int]":
    return array("q")


@dataclass(slots=True)
class Stretch:
    """Conversations under one heading, the newest first. Without a heading they have no row for it."""

    heading: str
    numbers: "array[int]" = field(default_factory=_numbers)
    moments: "array[int]" = field(default_factory=_numbers)
    is_pinned: bool = False

    def __len__(self) -> int:
        return len(self.numbers)

    @property
    def head(self) -> int:
        """How many rows stand above the first of its conversations."""
        return 1 if self.heading else 0

    @property
    def newest(self) -> int:
        return self.moments[0]

    def place_for(self, key: Key) -> int:
        """Return where a conversation of this moment and number belongs."""
        moment, number = key
        first = bisect_left(self.moments, -moment, key=lambda each: -each)
        last = bisect_right(self.moments, -moment, key=lambda each: -each)
        while first < last and abs(self.numbers[first]) > abs(number):
            first += 1
        return first

    def insert(self, place: int, key: Key) -> None:
        self.moments.insert(place, key[0])
        self.numbers.insert(place, key[1])

    def remove(self, place: int) -> Key:
        return self.moments.pop(place), self.numbers.pop(place)

    def extend(self, keys: Keys) -> None:
        self.numbers.extend(keys.numbers)
        self.moments.extend(keys.moments)


@dataclass(frozen=True, slots=True)
class More:
    """The row that stands for the folders that are not listed."""

    hidden: int


@dataclass(slots=True)
class FolderStretch:
    """The folders, by name. Where they are many only the first are listed, until all are wanted."""

    heading: str
    folders: Sequence[Folder] = ()
    shown: int = 6
    is_open: bool = False
    is_pinned: bool = False
    head: int = 1

    def __len__(self) -> int:
        hidden = self.hidden
        return len(self.folders) - hidden + bool(hidden)

    @property
    def hidden(self) -> int:
        """How many are not listed. Never only one: it would stand where its stand-in does."""
        return 0 if self.is_open or len(self.folders) <= self.shown + 1 else len(self.folders) - self.shown

    def at(self, place: int) -> Folder | More:
        hidden = self.hidden
        return More(hidden) if hidden and place == self.shown else self.folders[place]


def by_time(keys: Keys, now: int) -> Iterator[Stretch]:
    """Cut rows, the newest first, where their headings change."""
    moments, start = keys.moments, 0
    while start < len(moments):
        beginning = group_beginning(moments[start], now)
        end = bisect_right(moments, -beginning, lo=start, key=lambda each: -each)
        yield Stretch(
            group(moments[start], now), array("q", keys.numbers[start:end]), array("q", moments[start:end])
        )
        start = end


def joined(stretches: Iterable[Stretch]) -> Keys:
    """Return the rows of several stretches as they follow each other."""
    whole = Stretch("")
    for each in stretches:
        whole.extend(Keys(each.numbers, each.moments))
    return Keys(whole.numbers, whole.moments)
