"""Where the rows stand in the view: a top row and its offset, from which everything else is derived.

Most rows have a height that is only estimated until they come near. So no place in the whole is ever kept:
what is kept is one row and how far its top lies below the top of the view. A better height somewhere above
then moves the scroll bar, and never what is read.
"""

from typing import Protocol

from app.ui.transcript.height_index import HeightIndex

ALL_ABOVE = 1 << 30  # a fold below everything: whatever changes its height lifts what is above it
_PASSES = 12


class Rows(Protocol):
    """What is placed. Heights are estimates until `settle` has made them true."""

    def __len__(self) -> int: ...

    def height(self, row: int) -> int: ...

    def settle(self, row: int, first: int, last: int, fold: int) -> tuple[int, bool]:
        """Lay out what lies between `first` and `last` in a row, counted from its top.

        Returns by how much what begins above `fold` has grown, and whether any height has changed.
        """
        ...

    @property
    def index(self) -> HeightIndex:
        """All heights, as far as they are known."""
        ...


class Anchor:
    """`top` is the first row that is seen, `offset` where it begins in the view: seldom below its top.

    While it `sticks`, the last row ends where the view does, whatever comes.
    """

    def __init__(self, rows: Rows, margin: int = 0) -> None:
        self._rows = rows
        self.margin = margin
        self.top = 0
        self.offset = margin
        self.sticks = True
        self.view_height = 0

    def go_to(self, row: int, offset: int) -> None:
        """Let `row` begin at `offset` in the view, as nearly as the ends allow."""
        self.sticks = False
        self.top, self.offset = row, offset
        self.place(offset)

    def scroll(self, distance: int) -> None:
        """Move what is seen down by `distance`, or up. What was seen stays together."""
        self.sticks = False
        self.offset += distance
        self.place(max(0, distance))

    def place(self, fold: int = 0) -> None:
        """Settle what is seen. Nothing below `fold`, a height in the view, moves by what is learnt above."""
        if not len(self._rows):
            self.top, self.offset = 0, self.margin
        elif self.sticks:
            self._place_end()
        else:
            self._place_top(fold)

    def visible(self, above: int = 0, below: int = 0) -> list[tuple[int, int]]:
        """Return the rows that are seen, each with where it begins; `above` and `below` widen the view."""
        found: list[tuple[int, int]] = []
        row, y = self.top, self.offset
        while row > 0 and y > -above:
            row -= 1
            y -= self._rows.height(row)
        while row < len(self._rows) and y < self.view_height + below:
            height = self._rows.height(row)
            if height and y + height > -above:
                found.append((row, y))
            y += height
            row += 1
        return found

    def prepare(self, above: int, below: int) -> None:
        """Settle so much beyond what is seen, without moving any of it."""
        for row, y in self.visible(above, below):
            growth, _ = self._rows.settle(row, -above - y, self.view_height + below - y, -y)
            if row == self.top:
                self.offset -= growth

    def place_of(self, row: int) -> int:
        """Return where a row begins in the view. Exact near what is seen, estimated far off."""
        return self._rows.index.offset(row) - self._rows.index.offset(self.top) + self.offset

    @property
    def length(self) -> int:
        """How far the view can be scrolled."""
        return max(0, self._rows.index.total + self.margin - self.view_height)

    @property
    def value(self) -> int:
        """How far it is scrolled, for the scroll bar."""
        if self.sticks:
            return self.length
        return min(self.length, max(0, self._rows.index.offset(self.top) - self.offset + self.margin))

    def at(self, value: int) -> tuple[int, int]:
        """Return the row and offset for a value of the scroll bar."""
        row, inside = self._rows.index.find(max(0, value - self.margin))
        return row, -inside + (max(0, self.margin - value) if row == 0 else 0)

    def _place_end(self) -> None:
        y, row = self.view_height, len(self._rows)
        while row > 0 and y > 0:
            row -= 1
            y = self._settled_top(row, y)
        self.top, self.offset = row, y
        if row == 0 and y > self.margin:
            self.offset = self.margin
            self._settle_downwards(0)

    def _settled_top(self, row: int, bottom: int) -> int:
        """Settle what is seen of a row that ends at `bottom`, and return where it then begins."""
        changed = True
        while changed:
            top = bottom - self._rows.height(row)
            _, changed = self._rows.settle(row, -top, self.view_height - top, ALL_ABOVE)
        return bottom - self._rows.height(row)

    def _place_top(self, fold: int) -> None:
        for _ in range(_PASSES):
            self._find_top()
            if not self._settle_downwards(fold):
                break
        if self._ends_early():
            self.sticks = True
            self._place_end()

    def _find_top(self) -> None:
        """Let the top row be the first one of which something is seen."""
        while self.offset > 0 and self.top > 0:
            self.top -= 1
            self.offset -= self._rows.height(self.top)
        while self.top < len(self._rows) - 1 and self.offset + self._rows.height(self.top) <= 0:
            self.offset += self._rows.height(self.top)
            self.top += 1
        if self.top == 0:
            self.offset = min(self.offset, self.margin)

    def _settle_downwards(self, fold: int) -> bool:
        """Settle all rows in view; say whether anything above the fold has changed."""
        row, y, lifted = self.top, self.offset, False
        while row < len(self._rows) and y < self.view_height:
            growth, _ = self._rows.settle(row, -y, self.view_height - y, fold - y)
            if growth:
                self.offset -= growth
                y -= growth
                lifted = True
            y += self._rows.height(row)
            row += 1
        return lifted or self.offset > 0 < self.top

    def _ends_early(self) -> bool:
        row, y = self.top, self.offset
        while row < len(self._rows) and y < self.view_height:
            y += self._rows.height(row)
            row += 1
        return row == len(self._rows) and y <= self.view_height
