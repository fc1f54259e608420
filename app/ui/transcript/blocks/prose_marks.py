"""What stands beside the text of prose: the signs of lists, the bars of quotes, the ground of code.

Qt's own signs stand too close to the text, and its boxes are crossed out where they are done. So a document
is read once after it was filled: its own marks go, and ours are remembered.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QPainter,
    QPen,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextListFormat,
)

from app.ui.theme.tokens import RADIUS_SMALL, READING
from app.ui.transcript.blocks.prose_style import CODE_ABOVE, CODE_SIDE, QUOTE
from app.ui.transcript.blocks.surroundings import Surroundings
from app.ui.widgets.tick import paint_tick

_GAP, _BULLET, _BULLET_FROM, _BOX, _BAR = 6, 5, 15, 14, 3
_TASKS = (
    (QTextBlockFormat.MarkerType.Unchecked, "unchecked"),
    (QTextBlockFormat.MarkerType.Checked, "checked"),
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign before the first line of an item: a number, or the name of what is drawn."""

    block: int
    sign: str
    level: int


@dataclass(frozen=True, slots=True)
class ProseMarks:
    """Attributes:
    signs: before items.
    quotes: how deep each block is quoted, where any is.
    codes: the numbers of blocks that are code.
    """

    signs: tuple[Mark, ...] = ()
    quotes: tuple[tuple[int, int], ...] = ()
    codes: frozenset[int] = frozenset()


def take_marks(document: QTextDocument, around: Surroundings) -> ProseMarks:
    """Take Qt's marks out of a document that was just filled, and return ours."""
    signs: list[Mark] = []
    quotes: list[tuple[int, int]] = []
    codes: set[int] = set()
    block = document.begin()
    while block.isValid():
        form, number = block.blockFormat(), block.blockNumber()
        if depth := int(form.leftMargin() // around.pixels(QUOTE)):
            quotes.append((number, depth))
        if block.textList():
            signs.append(Mark(number, _sign(block), block.textList().format().indent()))
        if form.background().style() is not Qt.BrushStyle.NoBrush:
            codes.add(number)
        if _needs_change(block):
            QTextCursor(block).setBlockFormat(_without_marks(block))
        block = block.next()
    _hide_signs(document, signs)
    return ProseMarks(tuple(signs), tuple(quotes), frozenset(codes))


def _sign(block: QTextBlock) -> str:
    marker, form = block.blockFormat().marker(), block.textList().format()
    for kind, name in _TASKS:
        if marker == kind:
            return name
    if form.style() is QTextListFormat.Style.ListDecimal:
        return f"{form.start() + block.textList().itemNumber(block)}."
    return "bullet"


def _needs_change(block: QTextBlock) -> bool:
    form = block.blockFormat()
    return (
        form.background().style() is not Qt.BrushStyle.NoBrush
        or form.marker() is not QTextBlockFormat.MarkerType.NoMarker
        or (form.leftMargin() > 0 and block.textDirection() is Qt.LayoutDirection.RightToLeft)
    )


def _without_marks(block: QTextBlock) -> QTextBlockFormat:
    """From right to left a quote is set in from the right."""
    form = block.blockFormat()
    form.clearBackground()
    form.setMarker(QTextBlockFormat.MarkerType.NoMarker)
    if block.textDirection() is Qt.LayoutDirection.RightToLeft:
        form.setRightMargin(form.leftMargin())
        form.setLeftMargin(0)
    return form


def _hide_signs(document: QTextDocument, signs: list[Mark]) -> None:
    for mark in signs:
        its_list = document.findBlockByNumber(mark.block).textList()
        form = its_list.format()
        if form.style() is not QTextListFormat.Style.ListStyleUndefined:
            form.setStyle(QTextListFormat.Style.ListStyleUndefined)
            its_list.setFormat(form)


def paint_grounds(
    painter: QPainter, document: QTextDocument, marks: ProseMarks, around: Surroundings
) -> None:
    """Paint what lies under the text. The painter stands at the document's corner."""
    painter.setPen(around.theme.colour("line"))
    painter.setBrush(around.theme.colour("code"))
    side, above = around.pixels(CODE_SIDE), around.pixels(CODE_ABOVE)
    for number in marks.codes:
        area = _place(document, number)
        area.setLeft(document.findBlockByNumber(number).layout().lineAt(0).x())
        lifted = area.adjusted(-side + 0.5, -above + 0.5, side - 0.5, above - 0.5)
        painter.drawRoundedRect(lifted.translated(0, around.lift()), RADIUS_SMALL, RADIUS_SMALL)
    _paint_bars(painter, document, marks, around)


def _paint_bars(painter: QPainter, document: QTextDocument, marks: ProseMarks, around: Surroundings) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(around.theme.colour("line"))
    step, wide = around.pixels(QUOTE), around.pixels(_BAR)
    for level in range(1, max((depth for _, depth in marks.quotes), default=0) + 1):
        for run in _neighbours([number for number, depth in marks.quotes if depth >= level]):
            top, bottom = _place(document, run[0]).top(), _place(document, run[-1]).bottom()
            left = (level - 1) * step
            if document.findBlockByNumber(run[0]).textDirection() is Qt.LayoutDirection.RightToLeft:
                left = document.textWidth() - left - wide
            bar = QRectF(left, top + around.lift(), wide, bottom - top + 2 * around.lift())
            painter.drawRoundedRect(bar, wide / 2, wide / 2)


def _neighbours(numbers: list[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def paint_signs(painter: QPainter, document: QTextDocument, marks: ProseMarks, around: Surroundings) -> None:
    """Paint the signs of items, each on the first line of its item."""
    painter.setFont(around.font(READING))
    for mark in marks.signs:
        block = document.findBlockByNumber(mark.block)
        line = block.layout().lineAt(0)
        corner = _place(document, mark.block).topLeft()
        leftward = block.textDirection() is Qt.LayoutDirection.RightToLeft
        edge = corner.x() + line.x() + (line.width() if leftward else 0)
        baseline = corner.y() + line.y() + line.ascent()
        _paint_sign(painter, mark, QPointF(edge, baseline), around, leftward=leftward)


def _paint_sign(painter: QPainter, mark: Mark, at: QPointF, around: Surroundings, *, leftward: bool) -> None:
    """`at` is where the text begins, on its baseline."""
    theme, away = around.theme, 1 if leftward else -1
    middle = at.y() - around.pixels(READING.size) * 0.36
    if mark.sign == "bullet":
        radius = around.pixels(_BULLET) / 2
        hollow = mark.level % 2 == 0
        painter.setPen(QPen(theme.colour("quiet"), radius / 2) if hollow else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if hollow else QBrush(theme.colour("quiet")))
        centre = QPointF(at.x() + away * around.pixels(_BULLET_FROM), middle)
        painter.drawEllipse(centre, radius, radius)
    elif mark.sign.endswith("checked"):
        size = around.pixels(_BOX)
        left = at.x() + (around.pixels(_GAP) if leftward else -around.pixels(_GAP) - size)
        box = QRectF(left, middle - size / 2, size, size)
        paint_tick(painter, box, around.theme, done=mark.sign == "checked")
    else:
        painter.setPen(theme.colour("quiet"))
        wide = painter.fontMetrics().horizontalAdvance(mark.sign)
        painter.drawText(
            QPointF(at.x() + (around.pixels(_GAP) if leftward else -around.pixels(_GAP) - wide), at.y()),
            mark.sign,
        )


def _place(document: QTextDocument, number: int) -> QRectF:
    return document.documentLayout().blockBoundingRect(document.findBlockByNumber(number))
