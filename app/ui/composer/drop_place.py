"""Files may be dropped anywhere over a place; while they hang over it, it says what will become of them."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from app.ui.composer.incoming import holds_files
from app.ui.theme.fonts import font
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import GRID, INTERFACE, MEDIUM, RADIUS_COMPOSER

_VEIL = 235  # alpha: what lies below is still felt


class _Veil(QLabel):
    """Lies over the whole place, and lets the pointer through."""

    def __init__(self, theme: Theme, words: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        self._theme = theme
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = self._theme.colour("ground")
        ground.setAlpha(_VEIL)
        painter.fillRect(self.rect(), ground)
        edge = QRectF(self.rect()).adjusted(4 * GRID, 4 * GRID, -4 * GRID, -4 * GRID)
        painter.setPen(QPen(self._theme.colour("accent"), 1.5, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(edge, RADIUS_COMPOSER, RADIUS_COMPOSER)
        painter.setFont(font(INTERFACE, MEDIUM))
        painter.setPen(self._theme.colour("accent"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class DropPlace(QObject):
    """Signals:
    dropped: a QMimeData that holds files or a picture.
    """

    dropped = Signal(object)

    def __init__(self, theme: Theme, place: QWidget, *inside: QWidget, words: str, parent: QObject) -> None:
        """`inside` are those within the place that take words which are dropped on them."""
        super().__init__(parent)
        self._place = place
        self.veil = _Veil(theme, words, place)
        place.setAcceptDrops(True)
        self._watched = (place, *inside)
        for widget in self._watched:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched in self._watched:
            match event:
                case QDropEvent() if event.type() is QEvent.Type.Drop and holds_files(event.mimeData()):
                    self._show(wanted=False)
                    event.acceptProposedAction()
                    self.dropped.emit(event.mimeData())
                    return True
                case QDragEnterEvent() | QDragMoveEvent() if holds_files(event.mimeData()):
                    self._show(wanted=True)
                    event.acceptProposedAction()
                    return True
                case _ if event.type() is QEvent.Type.DragLeave:
                    self._show(wanted=False)
        return super().eventFilter(watched, event)

    def _show(self, *, wanted: bool) -> None:
        self.veil.setGeometry(self._place.rect())
        self.veil.setVisible(wanted)
        self.veil.raise_()
