"""Plain text set in lines of one height, a little at a time.

Text of any length and shape may come in: paragraphs are cut into stretches short enough for Qt's line
breaking, which takes many seconds for one long line. Where a stretch ends in the middle of a paragraph it
gives its last, unfinished line to the next one, so the cut cannot be seen.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from time import monotonic
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from app.ui.theme.fonts import baseline, font
from app.ui.theme.tokens import REGULAR, TextStyle
from app.ui.widgets.display_text import runs_right_to_left

_STRETCH = 2000
_WORD_REACH = 200

Span = tuple[int, int]


@dataclass(slots=True)
class _Stretch:
    """Text laid out at once. `start` and `end` are places in the whole text, `end` before the line feed."""

    layout: QTextLayout
    start: int
    end: int
    top: float
    height: float


class TextFlow:
    """Lays out and draws `text`. Places in it count characters."""

    def __init__(self, style: TextStyle, weight: int = REGULAR) -> None:
        self.text = ""
        self.width = 0.0
        self.natural_width = 0.0
        self._style = style
        self._weight = weight
        self._stretches: list[_Stretch] = []
        self._next = 0  # where the text that is not laid out yet begins; beyond the end when all is
        self.resize()

    def resize(self) -> None:
        """Take up the size that the style has now."""
        self._line = float(self._style.line)
        self._font = font(self._style, self._weight)
        metrics = QFontMetricsF(self._font)
        self._baseline = baseline(self._style, metrics)
        self._character = metrics.averageCharWidth()
        self._forget()

    def set_text(self, text: str) -> None:
        self.text = text
        self._forget()

    def append(self, more: str) -> None:
        """Add to the end. Costs what the last stretch and `more` cost, however long the text is."""
        if self.is_laid_out and self._stretches:
            self._next = self._stretches.pop().start
        self.text += more

    def set_width(self, width: float) -> None:
        if width != self.width:
            self.width = width
            self._forget()

    @property
    def is_laid_out(self) -> bool:
        return self._next > len(self.text)

    @property
    def height(self) -> float:
        """The height so far, and an estimate for what is not laid out yet."""
        laid = self._stretches[-1].top + self._stretches[-1].height if self._stretches else 0.0
        rest = len(self.text) - self._next
        if rest <= 0:
            return laid
        if laid:
            return laid + laid * rest / self._next
        return self._line * (1 + rest * self._character // max(self.width, 1.0))

    def lay_out(self, deadline: float = float("inf")) -> bool:
        """Work until everything is laid out or the time is over; say whether everything is."""
        while not self.is_laid_out:
            self._lay_out_stretch()
            if monotonic() > deadline:
                break
        return self.is_laid_out

    def draw(
        self,
        painter: QPainter,
        clip: QRectF,
        selected: Span,
        highlight: QColor,
        marked: Sequence[tuple[Span, QTextCharFormat]] = (),
    ) -> None:
        """Draw what lies in `clip` with the painter's pen; the selection covers what is marked."""
        look = QTextCharFormat()
        look.setBackground(QBrush(highlight))
        marked = [*marked, (selected, look)]
        first = max(0, bisect_right(self._stretches, clip.top(), key=lambda part: part.top) - 1)
        for part in self._stretches[first:]:
            if part.top >= clip.bottom():
                break
            marks = [mark for span, look in marked for mark in _marks(part, span, look)]
            part.layout.draw(painter, QPointF(0, part.top), marks, clip)

    def place_at(self, point: QPointF) -> int:
        """Return the place in the text that is nearest to `point`."""
        if not self._stretches:
            return 0
        index = bisect_right(self._stretches, point.y(), key=lambda part: part.top) - 1
        part = self._stretches[max(0, index)]
        if not part.layout.lineCount():
            return part.start
        number = min(max(0, int((point.y() - part.top) // self._line)), part.layout.lineCount() - 1)
        units = part.layout.lineAt(number).xToCursor(point.x())
        return part.start + _characters(part.layout.text(), units)

    def caret(self, place: int) -> QRectF:
        """Return where a caret stands in front of `place`."""
        if not self._stretches:
            return QRectF(0, 0, 1, self._line)
        index = bisect_right(self._stretches, place, key=lambda part: part.start) - 1
        part = self._stretches[max(0, index)]
        units = _units(part.layout.text()[: place - part.start])
        line = part.layout.lineForTextPosition(units)
        if not line.isValid():
            return QRectF(0, part.top, 1, self._line)
        across: Any = line.cursorToX(units)
        return QRectF(across[0], part.top + line.lineNumber() * self._line, 1, self._line)

    def word_at(self, place: int) -> Span:
        """Return the word around `place`, or the one character there."""
        low = max(0, place - _WORD_REACH)
        for word in re.finditer(r"\w+", self.text[low : place + _WORD_REACH]):
            if low + word.start() <= place <= low + word.end():
                return low + word.start(), low + word.end()
        return place, min(place + 1, len(self.text))

    def _forget(self) -> None:
        self._stretches.clear()
        self._next = 0
        self.natural_width = 0.0

    def _lay_out_stretch(self) -> None:
        start = self._next
        line_feed = self.text.find("\n", start, start + _STRETCH + 1)
        ends_here = line_feed >= 0 or start + _STRETCH >= len(self.text)
        end = line_feed if line_feed >= 0 else min(start + _STRETCH, len(self.text))
        option = self._option_at(start)
        layout = self._lines(self.text[start:end], option)
        if not ends_here and layout.lineCount() > 1:
            units = layout.lineAt(layout.lineCount() - 1).textStart()
            end = start + _characters(layout.text(), units)
            layout = self._lines(self.text[start:end], option)
        top = self._stretches[-1].top + self._stretches[-1].height if self._stretches else 0.0
        self._stretches.append(_Stretch(layout, start, end, top, self._height_of(layout, end)))
        self._next = end + 1 if ends_here else end

    def _option_at(self, start: int) -> QTextOption:
        """A paragraph keeps the direction that its beginning has."""
        if self._stretches and self._stretches[-1].end == start:
            return self._stretches[-1].layout.textOption()
        return _option(leftward=runs_right_to_left(self.text[start : start + _STRETCH].partition("\n")[0]))

    def _lines(self, text: str, option: QTextOption) -> QTextLayout:
        """Break `text` into lines of one height, each with its baseline at the same place."""
        layout = QTextLayout(text, self._font)
        layout.setTextOption(option)
        layout.beginLayout()
        top = 0.0
        while text and (line := layout.createLine()).isValid():
            line.setLineWidth(self.width)
            line.setPosition(QPointF(0, top + self._baseline - line.ascent()))
            top += self._line
            self.natural_width = max(self.natural_width, line.naturalTextWidth())
        layout.endLayout()
        return layout

    def _height_of(self, layout: QTextLayout, end: int) -> float:
        """An empty line between paragraphs is half as high as a line, one at the very end has no height."""
        if layout.lineCount():
            return layout.lineCount() * self._line
        return self._line / 2 if end < len(self.text) else 0.0


def _option(*, leftward: bool) -> QTextOption:
    option = QTextOption(Qt.AlignmentFlag.AlignRight if leftward else Qt.AlignmentFlag.AlignLeft)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if leftward else Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _marks(part: _Stretch, selected: Span, look: QTextCharFormat) -> list[QTextLayout.FormatRange]:
    """Return what of `part` looks otherwise, in the UTF-16 units that Qt counts."""
    first, last = max(selected[0], part.start), min(selected[1], part.end)
    if first >= last:
        return []
    text = part.layout.text()
    mark = QTextLayout.FormatRange()
    mark.start = _units(text[: first - part.start])
    mark.length = _units(text[first - part.start : last - part.start])
    mark.format = look
    return [mark]


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _characters(text: str, units: int) -> int:
    if text.isascii():
        return units
    return len(text.encode("utf-16-le", "surrogatepass")[: units * 2].decode("utf-16-le", "surrogatepass"))
