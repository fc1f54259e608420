"""One cell of a table: a few words in a layout of their own, broken anew only where its column says so."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QBrush,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from app.markup.links import host_of
from app.markup.runs import Run
from app.markup.table import Side
from app.ui.theme.fonts import baseline
from app.ui.theme.tokens import CODE, INTERFACE, REGULAR, SEMIBOLD
from app.ui.transcript.blocks.formula_drawing import FormulaPicture
from app.ui.transcript.blocks.inline_formulas import PLACE
from app.ui.transcript.blocks.painted_block import Link, Span
from app.ui.transcript.blocks.surroundings import Surroundings
from app.ui.transcript.blocks.text_places import TextPlaces
from app.ui.widgets.display_text import runs_right_to_left

_WIDEST = 100_000.0
_HOLDER = "\u00a0"  # has room as wide as one likes, which the sign for a picture has not here

Marked = tuple[Span, QTextCharFormat]


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A formula's picture, and the unit that stands for it."""

    unit: int
    tex: str
    picture: FormulaPicture


@dataclass(frozen=True, slots=True)
class _Line:
    top: float
    above: float
    height: float


class TableCell:
    """Attributes:
    wanted: how wide its text is in one line.
    least: how wide its longest word is.
    width: what it was laid out for, and the height of its lines there.
    """

    def __init__(
        self,
        runs: Sequence[Run],
        side: Side,
        around: Surroundings,
        came: Callable[[], None] = lambda: None,
        *,
        is_head: bool,
    ) -> None:
        """Set the runs; `came` is called should a formula have its picture later."""
        runs, self._drawn = _with_pictures(runs, around, came)
        self.text = "".join(run.text for run in runs)
        self._places = TextPlaces(self.text)
        self._line = float(INTERFACE.line)
        used = around.font(INTERFACE, SEMIBOLD if is_head else REGULAR)
        metrics = QFontMetricsF(used)
        self._baseline = baseline(INTERFACE, metrics)
        self._layout = QTextLayout(self.text.replace(PLACE, _HOLDER), used)
        self._leftward = runs_right_to_left(self.text)
        self._side = side
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setFormats([*_formats(runs, used, around), *map(self._room_for, self._drawn)])
        self.links = _links(runs)
        self._lines: list[_Line] = []
        self.width = -1.0
        self.height = self._line
        self.lay_out(_WIDEST)
        self.wanted = self._layout.lineAt(0).naturalTextWidth() + 1 if self.text else 0.0
        longest = max(re.split(r"\s", self.text), key=len, default="")
        widest = max((each.picture.width for each in self._drawn), default=0.0)
        self.least = min(self.wanted, max(metrics.horizontalAdvance(longest) * 1.1, widest))

    @property
    def texs(self) -> list[str]:
        """What its pictures say."""
        return [each.tex for each in self._drawn]

    def lay_out(self, width: float) -> None:
        """Break the text into lines of `width`; costs nothing where they stay as they are."""
        if self.width == width:
            return
        self.width = width
        self._lines = []
        self._layout.beginLayout()
        top = 0.0
        while self.text and (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            above, below = self._extent(line)
            indent = self._indent(width - line.naturalTextWidth())
            line.setPosition(QPointF(indent, top + above - line.ascent()))
            self._lines.append(_Line(top, above, above + below))
            top += above + below
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
        for each in self._drawn:
            at = self._across(each.unit)
            line = self._lines[at.number]
            high = line.above - each.picture.height + each.picture.descent
            place = QRectF(at.x, line.top + high, each.picture.width, each.picture.height)
            painter.drawImage(place.translated(corner), each.picture.image)

    def place_at(self, point: QPointF) -> int:
        """Return the place in the text that is nearest to `point`."""
        if not self.text:
            return 0
        number = bisect_right(self._lines, point.y(), key=lambda line: line.top) - 1
        return self._places.place(self._layout.lineAt(max(0, number)).xToCursor(point.x()))

    def caret(self, place: int) -> QPointF:
        """Return the top of a caret at `place`."""
        if not self.text:
            return QPointF(self._indent(self.width), 0)
        at = self._across(self._places.units(place))
        line = self._lines[at.number]
        return QPointF(at.x, line.top + line.above - self._baseline)

    def _across(self, unit: int) -> "_At":
        line = self._layout.lineForTextPosition(unit)
        across, _ = cast(tuple[float, int], line.cursorToX(unit))
        return _At(across, line.lineNumber())

    def _extent(self, line: QTextLine) -> tuple[float, float]:
        """How far a line goes above and below where its letters stand."""
        above, below = self._baseline, self._line - self._baseline
        for each in self._drawn:
            if line.textStart() <= each.unit < line.textStart() + line.textLength():
                above = max(above, each.picture.height - each.picture.descent)
                below = max(below, each.picture.descent)
        return above, below

    def _room_for(self, drawn: _Drawn) -> QTextLayout.FormatRange:
        """A blank as wide as the picture that is painted over it."""
        made, look = QTextLayout.FormatRange(), QTextCharFormat()
        blank = QFontMetricsF(self._layout.font()).horizontalAdvance(_HOLDER)
        look.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
        look.setFontLetterSpacing(drawn.picture.width - blank)
        made.start, made.length, made.format = drawn.unit, 1, look
        return made

    def _indent(self, free: float) -> float:
        """How far a line that leaves `free` empty stands from the left."""
        if self._side == "center":
            return max(0.0, free / 2)
        to_the_right = self._side == "right" or (self._leftward and self._side != "left")
        return max(0.0, free) if to_the_right else 0.0


@dataclass(frozen=True, slots=True)
class _At:
    x: float
    number: int


def _with_pictures(
    runs: Sequence[Run], around: Surroundings, came: Callable[[], None]
) -> tuple[list[Run], list[_Drawn]]:
    """Put one character in the place of every formula that has a picture."""
    shown, drawn, unit = list[Run](), list[_Drawn](), 0
    for run in runs:
        wish = around.formula_wish(run.tex, display=False) if run.tex else None
        picture = around.formulas.picture(wish, came) if wish else None
        if picture:
            drawn.append(_Drawn(unit, run.tex, picture))
            shown.append(Run(PLACE))
        else:
            shown.append(run)
        unit += TextPlaces(shown[-1].text).units(len(shown[-1].text))
    return shown, drawn


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
