"""Draws a few words on one line: in their own direction, from the edge at which the window's lines begin."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from app.ui.widgets.display_text import runs_right_to_left

_END = Qt.TextElideMode.ElideRight


def draw_words(
    painter: QPainter,
    area: QRect,
    words: str,
    side: Qt.LayoutDirection,
    cut: Qt.TextElideMode = _END,
) -> None:
    """Draw with the painter's pen and font, cut where it does not fit. `side` is the widget's direction."""
    leftward = Qt.LayoutDirection.RightToLeft
    own = leftward if runs_right_to_left(words) else Qt.LayoutDirection.LeftToRight
    painter.setLayoutDirection(own)
    edge = Qt.AlignmentFlag.AlignRight if side is leftward else Qt.AlignmentFlag.AlignLeft
    shown = QFontMetrics(painter.font()).elidedText(words, cut, area.width())
    painter.drawText(area, edge | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, shown)
