"""Blocks of text one below the other, each laid out only when it comes near to what is seen."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from app.ui.transcript.blocks.painted_block import Highlights
from app.ui.transcript.height_index import HeightIndex

_MANY = 400  # blocks whose heights are estimated in less than half a frame


class Block(Protocol):
    """A piece of a text, laid out and drawn as a whole. Positions count from its beginning to `length`."""

    @property
    def gap(self) -> int:
        """How much room there is to the next block."""
        ...

    @property
    def height(self) -> int:
        """The height for the width in use: an estimate until it is laid out."""
        ...

    @property
    def natural_width(self) -> float:
        """How wide its widest line is, once it is laid out."""
        ...

    @property
    def is_laid_out(self) -> bool: ...

    @property
    def source(self) -> str:
        """What it was made from, to the letter."""
        ...

    @property
    def text(self) -> str:
        """What can be read in it; positions are places in this."""
        ...

    def use_width(self, width: int) -> None: ...

    def lay_out(self) -> None: ...

    def paint(self, painter: QPainter, clip: QRectF, highlights: Highlights) -> None:
        """Paint with the painter's origin at the top left corner; `clip` counts from there."""
        ...

    def position_at(self, point: QPointF) -> int: ...

    def caret(self, position: int) -> QRectF:
        """Where a caret stands before this position."""
        ...

    def copied(self, first: int, last: int) -> str:
        """Return what a copy of a part of it holds."""
        ...

    def go_on(self, deadline: float) -> bool:
        """Do more of what may be done at leisure; say whether all is done."""
        ...

    def word_at(self, position: int) -> tuple[int, int]: ...

    def paragraph_at(self, position: int) -> tuple[int, int]: ...


class GrowingText(Protocol):
    """A text as blocks."""

    @property
    def blocks(self) -> Sequence[Block]: ...

    @property
    def is_read(self) -> bool:
        """Whether all of it is blocks by now; a very long text becomes so bit by bit."""
        ...

    def feed(self, more: str) -> int:
        """Add to the end, and return the number of the first block that is not as it was."""
        ...

    def read(self, deadline: float) -> int:
        """Read on until a moment, and return the number of the first block that is not as it was."""
        ...


class BlockColumn:
    """Knows where each block begins. All heights are in pixels, counted from the top of the first."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._heights = HeightIndex()
        self._width = 0

    def replace_from(self, number: int, blocks: Sequence[Block]) -> None:
        """Let these blocks stand in place of all from `number` on."""
        self.blocks[number:] = blocks
        self._heights.resize(number)
        self._heights.resize(len(self.blocks))
        for later in range(number, len(self.blocks)):
            self.blocks[later].use_width(self._width)
            self._measure(later)

    def use_width(self, width: int) -> None:
        """Estimate all heights anew; those of very many blocks stay as they are until each is laid out."""
        if width == self._width:
            return
        is_estimated = self._width > 0 and len(self.blocks) > _MANY
        self._width = width
        for number, block in enumerate(self.blocks):
            block.use_width(width)
            if not is_estimated:
                self._measure(number)

    @property
    def width(self) -> int:
        return self._width

    @property
    def height(self) -> int:
        return self._heights.total - (self.blocks[-1].gap if self.blocks else 0)

    def top_of(self, number: int) -> int:
        return self._heights.offset(number)

    def find(self, place: int) -> tuple[int, int]:
        """Return the block at a height, and how far below its top that is."""
        return self._heights.find(max(0, place))

    def between(self, first: int, last: int) -> Iterator[tuple[int, Block, int]]:
        """Yield the blocks that lie between two heights, each with its number and where it begins."""
        number, inside = self.find(first)
        top = max(0, first) - inside
        while number < len(self.blocks) and top < last:
            yield number, self.blocks[number], top
            top += self._heights[number]
            number += 1

    def settle(self, first: int, last: int, fold: int) -> tuple[int, bool]:
        """Lay out what lies between two heights.

        Returns by how much what begins above `fold` has grown, and whether any height has changed. What has
        grown above the fold is taken to be pushed upwards: what follows it stays.
        """
        number, inside = self.find(first)
        top = max(0, first) - inside
        growth, changed = 0, False
        while number < len(self.blocks) and top < last:
            before = self._heights[number]
            if not self.blocks[number].is_laid_out:
                self.blocks[number].lay_out()
                self._measure(number)
            after = self._heights[number]
            changed |= after != before
            if top < fold:
                growth += after - before
                top += before
            else:
                top += after
            number += 1
        return growth, changed

    def measure(self, number: int) -> None:
        """Take notice that a block has another height than before."""
        self._measure(number)

    def _measure(self, number: int) -> None:
        block = self.blocks[number]
        self._heights.set(number, block.height + block.gap)
