"""One cell of a table: a few words in a layout of their own, broken anew only where its column says so."""

import re
from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QPointF
from PySide6.QtGui import (
    QBrush,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from app.markup.links import host_of
from app.markup.runs import Run
from app.markup.table import Side
from app.ui.theme.fonts import baseline
from app.ui.theme.tokens import CODE, INTERFACE, REGULAR, SEMIBOLD
from app.ui.transcript.blocks.painted_block import Link, Span
from app.ui.transcript.blocks.surroundings import Surroundings
from app.ui.transcript.blocks.text_places import TextPlaces
from app.ui.widgets.display_text import runs_right_to_left

_WIDEST = 100_000.0

Marked = tuple[Span, QTextCharFormat]


class TableCell:
    """Attributes:
    wanted: how wide its text is in one line.
    least: how wide its longest word is.
    width: what it was laid out for, and the height of its lines there.
    """

    def __init__(self, runs: Sequence[Run], side: Side, around: Surroundings, *, is_head: bool) -> None:
        self.text = "".join(run.text for run in runs)
        self._places = TextPlaces(self.text)
        self._line = float(around.scaled(INTERFACE).line)
        used = around.font(INTERFACE, SEMIBOLD if is_head else REGULAR)
        metrics = QFontMetricsF(used)
        self._baseline = baseline(around.scaled(INTERFACE), metrics)
        self._layout = QTextLayout(self.text, used)
        self._leftward = runs_right_to_left(self.text)
        self._side = side
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setFormats(_formats(runs, used, around))
        self.links = _links(runs)
        self.width = -1.0
        self.height = self._line
        self.lay_out(_WIDEST)
        self.wanted = self._layout.lineAt(0).naturalTextWidth() + 1 if self.text else 0.0
        longest = max(re.split(r"\s", self.text), key=len, default="")
        self.least = min(self.wanted, metrics.horizontalAdvance(longest) * 1.1)

    def lay_out(self, width: float) -> None:
        """Break the text into lines of `width`; costs nothing where they stay as they are."""
        if self.width == width:
            return
        self.width = width
        self._layout.beginLayout()
        top = 0.0
        while self.text and (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(
                QPointF(self._indent(width - line.naturalTextWidth()), top + self._baseline - line.ascent())
            )
            top += self._line
        self._layout.endLayout()
        self.height = max(self._line, top)

    def paint(self, painter: QPainter, corner: QPointF, marked: Sequence[Marked]) -> None:
        ranges = []
        for span, look in marked:
            first, last = max(0, span[0]), min(len(self.text), span[1])
            if first < last:
                made = QTextLayout.FormatRange()
                made.start = self._places.units(first)
                made.length = self._places.units(last) - made.start
                made.format = look
                ranges.append(made)
        self._layout.draw(painter, corner, ranges)

    def place_at(self, point: QPointF) -> int:
        """Return the place in the text that is nearest to `point`."""
        if not self.text:
            return 0
        number = min(max(0, int(point.y() // self._line)), self._layout.lineCount() - 1)
        return self._places.place(self._layout.lineAt(number).xToCursor(point.x()))

    def caret(self, place: int) -> QPointF:
        """Return the top of a caret at `place`."""
        if not self.text:
            return QPointF(self._indent(self.width), 0)
        units = self._places.units(place)
        line = self._layout.lineForTextPosition(units)
        across, _ = cast(tuple[float, int], line.cursorToX(units))
        return QPointF(across, line.lineNumber() * self._line)

    def _indent(self, free: float) -> float:
        """How far a line that leaves `free` empty stands from the left."""
        if self._side == "center":
            return max(0.0, free / 2)
        to_the_right = self._side == "right" or (self._leftward and self._side != "left")
        return max(0.0, free) if to_the_right else 0.0


def _formats(runs: Sequence[Run], used: QFont, around: Surroundings) -> list[QTextLayout.FormatRange]:
    made, start = [], 0
    for run in runs:
        length = TextPlaces(run.text).units(len(run.text))
        if run != Run(run.text):
            found = QTextLayout.FormatRange()
            found.start, found.length, found.format = start, length, _look(run, used, around)
            made.append(found)
        start += length
    return made


def _look(run: Run, used: QFont, around: Surroundings) -> QTextCharFormat:
    look = QTextCharFormat()
    chosen = QFont(around.font(CODE) if run.code or run.tex else used)
    if run.bold:
        chosen.setWeight(QFont.Weight(SEMIBOLD))
    chosen.setItalic(run.italic)
    chosen.setStrikeOut(run.struck)
    chosen.setUnderline(bool(run.address))
    look.setFont(chosen)
    if run.code:
        look.setBackground(QBrush(around.theme.colour("code")))
    if run.address or run.raised:
        look.setForeground(QBrush(around.theme.colour("accent")))
    if run.raised:
        look.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
    return look


def _links(runs: Sequence[Run]) -> tuple[Link, ...]:
    found: list[Link] = []
    start = 0
    for run in runs:
        end = start + len(run.text)
        if run.address:
            joined = found and found[-1].address == run.address and found[-1].span[1] == start
            began = found.pop().span[0] if joined else start
            found.append(Link(run.address, host_of(run.address), (began, end)))
        start = end
    return tuple(found)
