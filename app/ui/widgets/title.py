"""Draws a title on one line, cut where it does not fit, in the direction that its own letters have."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from app.ui.widgets.display_text import runs_right_to_left


def draw_title(painter: QPainter, area: QRect, title: str, font: QFont, *, mirrored: bool = False) -> None:
    """Draw with the painter's pen, from the left edge whatever the direction, so that titles stay in line.

    In a window that is `mirrored` they begin at the right edge.
    """
    leftward = runs_right_to_left(title)
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if leftward else Qt.LayoutDirection.LeftToRight)
    painter.setFont(font)
    words = QFontMetrics(font).elidedText(title, Qt.TextElideMode.ElideRight, area.width())
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    painter.drawText(area, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, words)
