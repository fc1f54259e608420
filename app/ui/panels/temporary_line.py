"""The line above a temporary conversation that says it will not last."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.ui.theme.fonts import font
from app.ui.theme.scale import scaled
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import ICON, ROW_HEIGHT, SMALL
from app.ui.translation import tr
from app.ui.widgets.title import draw_title

_MARGIN, _GAP = 16, 8


class TemporaryLine(QLabel):
    """A label for assistive tools; it paints itself on a quiet ground, with a dashed bubble before it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(tr("Temporary: not stored. It is gone when Sotto is locked or closed."), parent)
        self._theme = theme
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFixedHeight(scaled(ROW_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("side"))
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        quiet, ratio = self._theme.colours.of("quiet"), self.devicePixelRatioF()
        size = scaled(ICON)
        bubble = self._theme.icons.pixmap("message-circle-dashed", quiet, size, ratio)
        painter.drawPixmap(_MARGIN, (self.height() - size) // 2, bubble)
        painter.setPen(self._theme.colour("quiet"))
        line = self.rect().adjusted(_MARGIN + size + _GAP, 0, -_MARGIN, 0)
        draw_title(painter, line, self.text(), font(SMALL))
        painter.end()
