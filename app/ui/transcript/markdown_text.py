"""A growing text in Markdown as blocks of the transcript."""

from collections.abc import Sequence
from math import ceil
from time import monotonic

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from app.markup.block import Block
from app.markup.message_text import Change, MessageText
from app.ui.transcript.block_column import BlockColumn
from app.ui.transcript.blocks.painted import can_become, gap_between, painted
from app.ui.transcript.blocks.painted_block import Highlights, PaintedBlock
from app.ui.transcript.blocks.surroundings import Surroundings

_AT_ONCE = 0.02  # seconds for reading what a text begins with


class MarkdownBlock:
    """A painted block at its place in a column: in whole pixels, with the gap that follows it."""

    def __init__(self, shown: PaintedBlock) -> None:
        self.shown = shown
        self.gap = 0
        self._width = 0
        self._height = 0
        self._is_laid_out = False

    @property
    def height(self) -> int:
        if not self._is_laid_out:
            return ceil(self.shown.estimate(self._width))
        return self._height

    @property
    def natural_width(self) -> float:
        return float(self._width)

    @property
    def is_laid_out(self) -> bool:
        return self._is_laid_out

    @property
    def source(self) -> str:
        return self.shown.block.source

    @property
    def text(self) -> str:
        return self.shown.text()

    def use_width(self, width: int) -> None:
        if width != self._width:
            self._width = width
            self._is_laid_out = False

    def lay_out(self) -> None:
        self._height = ceil(self.shown.height(self._width))
        self._is_laid_out = True

    def forget(self) -> None:
        """What is shown has changed: it is laid out again when it is seen."""
        self._is_laid_out = False

    def paint(self, painter: QPainter, clip: QRectF, highlights: Highlights) -> None:
        self.shown.paint(painter, QPointF(), clip, highlights)

    def position_at(self, point: QPointF) -> int:
        return self.shown.position_at(point)

    def caret(self, position: int) -> QRectF:
        return self.shown.rect_of(position)

    def word_at(self, position: int) -> tuple[int, int]:
        return self.shown.word_at(position)

    def paragraph_at(self, position: int) -> tuple[int, int]:
        begin = self.text.rfind("\n", 0, position) + 1
        end = self.text.find("\n", position)
        return begin, end if end >= 0 else len(self.text)

    def copied(self, first: int, last: int) -> str:
        return self.shown.copied((first, last))

    def go_on(self, deadline: float) -> bool:
        return self.shown.go_on(deadline)


class MarkdownText:
    """Blocks that are not settled may still change when more text comes; the others stay as they are."""

    def __init__(self, surroundings: Surroundings, text: str) -> None:
        self._surroundings = surroundings
        self._message = MessageText(surroundings.grammar, text)
        self.blocks: list[MarkdownBlock] = []
        self.read(monotonic() + _AT_ONCE)

    @property
    def is_read(self) -> bool:
        return self._message.is_read

    def code_of(self, number: int) -> str:
        """Return the whole code that a block is a part of."""
        return self._message.code_of(number)

    def feed(self, more: str) -> int:
        self._message.append(more)
        return self.read(monotonic() + _AT_ONCE)

    def read(self, deadline: float) -> int:
        change = self._message.read(deadline)
        return self._take(change, self._message.blocks)

    def _take(self, change: Change, blocks: Sequence[Block]) -> int:
        for number in change.also:
            self.blocks[number].shown.labels_changed()
            self.blocks[number].forget()
        for number in range(change.first, len(blocks)):
            self._show(number, blocks[number])
        del self.blocks[len(blocks) :]
        first = max(0, change.first - 1)  # the gap behind the last settled one may be another now
        for number in range(first, len(blocks)):
            self.blocks[number].gap = self._gap(blocks, number)
        return min((first, *change.also))

    def _show(self, number: int, block: Block) -> None:
        if number < len(self.blocks) and can_become(self.blocks[number].shown, block):
            self.blocks[number].shown.show(block)
            self.blocks[number].forget()
        else:
            before = self.blocks[number - 1].shown if number else None
            shown = painted(block, self._message.labels, self._surroundings, before=before)
            self.blocks[number : number + 1] = [MarkdownBlock(shown)]

    def _gap(self, blocks: Sequence[Block], number: int) -> int:
        if number + 1 >= len(blocks):
            return 0
        return round(self._surroundings.pixels(gap_between(blocks[number], blocks[number + 1])))


def scroll_sideways(column: BlockColumn, height: int, pixels: int) -> bool:
    """Move the block at a height of a column, if it is wider than that; say whether it moved."""
    if not 0 <= height < column.height:
        return False
    number, _ = column.find(height)
    block = column.blocks[number]
    return isinstance(block, MarkdownBlock) and block.is_laid_out and block.shown.scroll_by(pixels)
