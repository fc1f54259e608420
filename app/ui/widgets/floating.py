"""A surface that floats over the window: rounded, outlined, for what is offered beside a place."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.theme.theme import Theme
from app.ui.theme.tokens import GRID, RADIUS_ROW


class Floating(QWidget):
    """Its content goes into `column`. A window of its own has its corners cut off, since not every screen
    can show a window through."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(GRID + 1, GRID + 1, GRID + 1, GRID + 1)
        self.column.setSpacing(GRID)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isWindow():
            shape = QPainterPath()
            shape.addRoundedRect(QRectF(self.rect()), RADIUS_ROW, RADIUS_ROW)
            self.setMask(QRegion(shape.toFillPolygon().toPolygon()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.colour("line"))
        painter.setBrush(self._theme.colour("surface"))
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(area, RADIUS_ROW - 0.5, RADIUS_ROW - 0.5)
        painter.end()
