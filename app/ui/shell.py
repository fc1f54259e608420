"""The window as it stands before anything in it is made: its grounds and outlines, painted at once.

What fills it takes longer to load than Qt itself, so it comes after the first paint and lies exactly where
the outlines are.
"""

from PySide6.QtCore import QEvent, QRectF, Signal
from PySide6.QtGui import QCloseEvent, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.theme.scale import scaled
from app.ui.theme.tokens import (
    COLUMN_MARGIN,
    COLUMN_WIDTH,
    HEADER_HEIGHT,
    NARROW_WINDOW,
    RADIUS_COMPOSER,
    SIDEBAR_WIDTH,
    Colours,
)

_WIDTH, _HEIGHT = 1280, 800
_LEAST_WIDTH, _LEAST_HEIGHT = 360, 400
_COMPOSER_HEIGHT = 104


class Shell(QWidget):
    """The top-level window. It shows its outlines until it is given its content.

    Signals:
        closed: the person closed the window; it is hidden already.
        came_back: the person has turned to the window again.
    """

    closed = Signal()
    came_back = Signal()

    def __init__(self, colours: Colours, sidebar_width: int = 0) -> None:
        super().__init__()
        self._colours = colours
        self._sidebar_width = sidebar_width
        self._place = QVBoxLayout(self)
        self._place.setContentsMargins(0, 0, 0, 0)
        self._content: QWidget | None = None
        self.is_painted = False
        self.setWindowTitle("Sotto")
        self.setMinimumSize(_LEAST_WIDTH, _LEAST_HEIGHT)
        self.resize(_WIDTH, _HEIGHT)

    def fill(self, content: QWidget) -> None:
        """Put the content where the outlines are, in place of any before, and the keyboard's focus in it."""
        if self._content:
            self._place.removeWidget(self._content)
            self._content.deleteLater()
        self._content = content
        self._place.addWidget(content)
        content.show()
        content.setFocus()

    def paintEvent(self, _event: QPaintEvent) -> None:
        self.is_painted = True
        if self._content:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(self._colours.ground))
        left = self._paint_sidebar(painter)
        below = scaled(HEADER_HEIGHT) - 1
        painter.fillRect(left, below, self.width() - left, 1, QColor(self._colours.line))
        self._paint_composer(painter, left)
        painter.end()

    def _paint_sidebar(self, painter: QPainter) -> int:
        """Paint the sidebar where there is room for it, and return where the conversation begins."""
        if self.width() < scaled(NARROW_WINDOW):
            return 0
        width = self._sidebar_width or scaled(SIDEBAR_WIDTH)
        painter.fillRect(0, 0, width, self.height(), QColor(self._colours.side))
        painter.fillRect(width - 1, 0, 1, self.height(), QColor(self._colours.line))
        return width

    def _paint_composer(self, painter: QPainter, left: int) -> None:
        margin = max(COLUMN_MARGIN, (self.width() - left - scaled(COLUMN_WIDTH)) // 2)
        height = scaled(_COMPOSER_HEIGHT)
        top = self.height() - COLUMN_MARGIN - height
        frame = QRectF(left + margin, top, self.width() - left - 2 * margin, height)
        painter.setPen(QColor(self._colours.line))
        painter.setBrush(QColor(self._colours.surface))
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_COMPOSER, RADIUS_COMPOSER)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self.came_back.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._content:
            self._content.close()
        event.accept()
        self.closed.emit()
