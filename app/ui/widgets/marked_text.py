"""Draws foreign text on a few lines, with the places marked that were looked for."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextLine, QTextOption

from app.ui.widgets.display_text import runs_right_to_left, single_line_in_place

Marks = Sequence[tuple[int, int]]
_RADIUS = 2
_SLACK = (0, 4, 16)  # two ways to measure a line differ by a little


def draw_marked(
    painter: QPainter, area: QRect, text: str, marks: Marks, font: QFont, ground: QColor, line_height: int
) -> None:
    """Draw with the painter's pen on as many lines as the area has room for; what does not fit is cut.

    Every line begins at the painter's own side, whatever the direction of its letters.
    """
    text = single_line_in_place(text)
    leftward = runs_right_to_left(text)
    from_right = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
    option = QTextOption(Qt.AlignmentFlag.AlignAbsolute | _side(from_right=from_right))
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if leftward else Qt.LayoutDirection.LeftToRight)
    lines = max(1, area.height() // line_height)
    layout = _laid_out(text, font, option, area.width(), lines)
    if (start := _start_of_overflow(layout, lines)) is not None:
        head, tail = _parted(text, start)
        for slack in _SLACK:
            cut = QFontMetrics(font).elidedText(tail, Qt.TextElideMode.ElideRight, area.width() - slack)
            layout = _laid_out(head + cut, font, option, area.width(), lines)
            if layout.lineCount() <= lines:
                break
    painter.save()
    painter.setClipRect(area.adjusted(-_RADIUS, 0, _RADIUS, 0), Qt.ClipOperation.IntersectClip)
    _draw_lines(painter, area, layout, _in_units(text, marks), ground, line_height)
    painter.restore()


def _draw_lines(
    painter: QPainter,
    area: QRect,
    layout: QTextLayout,
    marks: list[tuple[int, int]],
    ground: QColor,
    line_height: int,
) -> None:
    lines = max(1, area.height() // line_height)
    for number in range(min(layout.lineCount(), lines)):
        line = layout.lineAt(number)
        top = area.top() + number * line_height + (line_height - line.height()) / 2
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        for start, end in marks:
            first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            if first < last:
                sides = sorted((_x_of(line, first), _x_of(line, last)))
                spot = QRectF(area.left() + sides[0] - 1, top, sides[1] - sides[0] + 2, line.height())
                painter.drawRoundedRect(spot, _RADIUS, _RADIUS)
        painter.restore()
        line.draw(painter, QPointF(area.left(), top - line.position().y()))


def _x_of(line: QTextLine, place: int) -> float:
    x, _ = cast("tuple[float, int]", line.cursorToX(place))  # Qt's own stubs know no type
    return x


def _laid_out(text: str, font: QFont, option: QTextOption, width: int, lines: int) -> QTextLayout:
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    layout.beginLayout()
    for _ in range(lines + 1):  # one more tells that not all fits
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
    layout.endLayout()
    return layout


def _start_of_overflow(layout: QTextLayout, lines: int) -> int | None:
    """Return where the last line begins if the text goes on behind it."""
    if layout.lineCount() <= lines:
        return None
    return layout.lineAt(lines - 1).textStart()


def _side(*, from_right: bool) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignRight if from_right else Qt.AlignmentFlag.AlignLeft


def _parted(text: str, units: int) -> tuple[str, str]:
    """Part a text behind so many of Qt's units: characters beyond the first plane are two."""
    encoded = text.encode("utf-16-le", "surrogatepass")
    parts = (encoded[: 2 * units], encoded[2 * units :])
    head, tail = (part.decode("utf-16-le", "replace") for part in parts)
    return head, tail


def _in_units(text: str, marks: Marks) -> list[tuple[int, int]]:
    def units(place: int) -> int:
        return len(text[:place].encode("utf-16-le", "surrogatepass")) // 2

    return [(units(start), units(end)) for start, end in marks]
