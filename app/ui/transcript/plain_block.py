"""Plain text as blocks: every line feed and every space of it stays."""

from collections.abc import Iterator
from math import ceil

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QTextCharFormat

from app.ui.theme.theme import Theme
from app.ui.theme.tokens import READING
from app.ui.transcript.blocks.painted_block import Highlights, Span
from app.ui.widgets.text_flow import TextFlow

_LONGEST = 4000
_CARET = 1


class PlainBlock:
    """A stretch of plain text, at most a few pages of it."""

    def __init__(self, theme: Theme, text: str) -> None:
        self._theme = theme
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

    def paint(self, painter: QPainter, clip: QRectF, highlights: Highlights) -> None:
        painter.setPen(self._theme.colour("ink"))
        selection = self._theme.colour("selection")
        self._flow.draw(painter, clip, highlights.selected, selection, _marked(self._theme, highlights))

    def position_at(self, point: QPointF) -> int:
        return self._flow.place_at(point)

    def caret(self, position: int) -> QRectF:
        return self._flow.caret(position)

    def copied(self, first: int, last: int) -> str:
        return self.text[first:last]

    def go_on(self, deadline: float) -> bool:
        return deadline >= 0

    def word_at(self, position: int) -> tuple[int, int]:
        return self._flow.word_at(position)

    def paragraph_at(self, position: int) -> tuple[int, int]:
        begin = self.text.rfind("\n", 0, position) + 1
        end = self.text.find("\n", position)
        return begin, end if end >= 0 else len(self.text)


class PlainText:
    """A growing text as plain blocks."""

    def __init__(self, theme: Theme, text: str) -> None:
        self._theme = theme
        self.blocks: list[PlainBlock] = []
        self.feed(text)

    @property
    def is_read(self) -> bool:
        return True

    def read(self, _deadline: float) -> int:
        return len(self.blocks)

    def feed(self, more: str) -> int:
        """Add to the end, and return the number of the first block that is not as it was."""
        kept = max(0, len(self.blocks) - 1)
        last = "".join(block.source for block in self.blocks[kept:])
        self.blocks[kept:] = [PlainBlock(self._theme, part) for part in _parts(last + more)]
        return kept


def _marked(theme: Theme, highlights: Highlights) -> list[tuple[Span, QTextCharFormat]]:
    """Return what a search has found; the place at which it stands is underlined too."""
    if not highlights.found:
        return []
    look, current = QTextCharFormat(), QTextCharFormat()
    for each in (look, current):
        each.setBackground(theme.colour("mark"))
    current.setFontUnderline(True)
    return [*((span, look) for span in highlights.found), (highlights.current, current)]


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
