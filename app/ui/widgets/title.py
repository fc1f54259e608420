"""Draws a title on one line, cut where it does not fit, in the direction that its own letters have."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from app.ui.widgets.display_text import runs_right_to_left


def draw_title(painter: QPainter, area: QRect, title: str, font: QFont, *, from_right: bool = False) -> None:
    """Draw with the painter's pen, from one edge whatever the direction, so that titles stay in line."""
    leftward = runs_right_to_left(title)
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if leftward else Qt.LayoutDirection.LeftToRight)
    painter.setFont(font)
    words = QFontMetrics(font).elidedText(title, Qt.TextElideMode.ElideRight, area.width())
    edge = Qt.AlignmentFlag.AlignRight if from_right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(area, edge | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, words)
