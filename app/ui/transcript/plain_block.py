"""Plain text as blocks: every line feed and every space of it stays."""

from collections.abc import Iterator
from math import ceil

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from app.ui.theme.tokens import READING
from app.ui.transcript.block_column import Brush
from app.ui.widgets.text_flow import TextFlow

_LONGEST = 4000
_CARET = 1


class PlainBlock:
    """A stretch of plain text, at most a few pages of it."""

    def __init__(self, text: str) -> None:
        self._flow = TextFlow(READING)
        self._flow.set_text(text)

    @property
    def gap(self) -> int:
        return 0

    @property
    def height(self) -> int:
        return ceil(self._flow.height)

    @property
    def natural_width(self) -> float:
        return self._flow.natural_width

    @property
    def is_laid_out(self) -> bool:
        return self._flow.is_laid_out

    @property
    def source(self) -> str:
        return self._flow.text

    @property
    def text(self) -> str:
        return self._flow.text

    def use_width(self, width: int) -> None:
        self._flow.set_width(width)

    def lay_out(self) -> None:
        self._flow.lay_out()

    def draw(self, painter: QPainter, clip: QRectF, brush: Brush) -> None:
        painter.setPen(brush.theme.colour(brush.tone))
        self._flow.draw(painter, clip, brush.selected or (0, 0), brush.theme.colour("selection"))

    def position_at(self, point: QPointF) -> int:
        return self._flow.place_at(point)

    def caret(self, position: int) -> QRectF:
        return self._flow.caret(position)

    def word_at(self, position: int) -> tuple[int, int]:
        return self._flow.word_at(position)

    def paragraph_at(self, position: int) -> tuple[int, int]:
        begin = self.text.rfind("\n", 0, position) + 1
        end = self.text.find("\n", position)
        return begin, end if end >= 0 else len(self.text)


class PlainText:
    """A growing text as plain blocks."""

    def __init__(self, text: str) -> None:
        self.blocks: list[PlainBlock] = []
        self.feed(text)

    def feed(self, more: str) -> int:
        """Add to the end, and return the number of the first block that is not as it was."""
        kept = max(0, len(self.blocks) - 1)
        last = "".join(block.source for block in self.blocks[kept:])
        self.blocks[kept:] = [PlainBlock(part) for part in _parts(last + more)]
        return kept


def _parts(text: str) -> Iterator[str]:
    """Cut where a line ends, where there is one; the line feeds at the ends of parts go."""
    start = 0
    while start < len(text):
        end = start + _LONGEST
        if end < len(text):
            found = text.rfind("\n", start, end)
            end = found if found > start else end
        yield text[start:end]
        start = end + 1 if text[end : end + 1] == "\n" else end
