"""The little box that is empty or done, in texts and in settings alike."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from app.ui.theme.theme import Theme

_TICK = ((0.27, 0.52), (0.44, 0.69), (0.74, 0.33))  # shares of the box


def paint_tick(painter: QPainter, area: QRectF, theme: Theme, *, done: bool) -> None:
    corner = area.width() / 4
    painter.setPen(QPen(theme.colour("accent" if done else "quiet"), 1))
    painter.setBrush(QBrush(theme.colour("accent")) if done else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
    if done:
        pen = QPen(theme.colour("on_accent"), area.width() / 8)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(
            [QPointF(area.left() + x * area.width(), area.top() + y * area.height()) for x, y in _TICK]
        )
