"""Where each row of a list stands: stretch below stretch, and in each its heading first."""

from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator
from contextlib import suppress
from itertools import accumulate, chain

from app.domain.library import Folder
from app.ui.sidebar.stretches import FolderStretch, More, Stretch

Row = int | str | Folder | More
"""The number of a conversation, a heading, a folder, or what stands for the other folders."""
Whole = Stretch | FolderStretch


class Arrangement:
    """Whoever changes a stretch lets it be measured anew."""

    def __init__(self) -> None:
        self.stretches: list[Whole] = []
        self._starts: list[int] = []
        self.count = 0

    def lay(self, stretches: Iterable[Whole]) -> None:
        self.stretches = list(stretches)
        self.measure()

    def measure(self) -> None:
        ends = list(accumulate((each.head + len(each) for each in self.stretches), initial=0))
        self.count, self._starts = ends[-1], ends[:-1]

    def at(self, row: int) -> Row:
        """Return what stands in a row."""
        stretch, place = self.place_of(row)
        if place < stretch.head:
            return stretch.heading
        place -= stretch.head
        return stretch.at(place) if isinstance(stretch, FolderStretch) else stretch.numbers[place]

    def place_of(self, row: int) -> tuple[Whole, int]:
        """Return the stretch that a row is of, and how far below its first row it stands."""
        nearest = bisect_right(self._starts, row) - 1
        return self.stretches[nearest], row - self._starts[nearest]

    def of_conversations(self) -> Iterator[Stretch]:
        return (each for each in self.stretches if isinstance(each, Stretch))

    def seek(self, number: int) -> tuple[Stretch, int] | None:
        """Return where the conversation of this number stands."""
        for stretch in self.of_conversations():
            with suppress(ValueError):
                return stretch, stretch.numbers.index(number)
        return None

    def start(self, stretch: Whole) -> int:
        """Return the first row of a stretch."""
        pairs = zip(self._starts, self.stretches, strict=True)
        return next(start for start, each in pairs if each is stretch)

    def start_of(self, place: int) -> int:
        """Return the row in which a stretch begins, or would begin, that stands at this place among them."""
        return self._starts[place] if place < len(self._starts) else self.count

    def row(self, stretch: Stretch, place: int) -> int:
        return self.start(stretch) + stretch.head + place

    def between(self, first: int, end: int) -> Iterator[int]:
        """Yield the numbers of the conversations from one row up to another."""
        for start, stretch in zip(self._starts, self.stretches, strict=True):
            if isinstance(stretch, Stretch):
                top = start + stretch.head
                yield from stretch.numbers[max(0, first - top) : max(0, end - top)]

    def next_row(self, start: int, numbers: Container[int]) -> int | None:
        """Return the row of the first of these from `start` on or, if none follows, from the top."""
        rows = chain(range(start, self.count), range(min(start, self.count)))
        return next((row for row in rows if self.at(row) in numbers), None)
