"""A button of the sidebar's foot on which conversations can be let go."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.sidebar.dragging import carried
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import RADIUS_ROW
from app.ui.widgets.button import ROW, Button, draw_focus_ring


class DropButton(Button):
    """Can be checked. It shows a ring while something is held over it.

    Signals:
        dropped: the rows that were let go on it.
    """

    dropped = Signal(object)

    def __init__(self, theme: Theme, words: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, words, ROW, icon=icon, parent=parent)
        self._look = theme
        self._is_aimed_at = False
        self.setCheckable(True)
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if carried(event.mimeData()):
            event.acceptProposedAction()
            self._aim(at_this=True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._aim(at_this=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._aim(at_this=False)
        event.acceptProposedAction()
        self.dropped.emit(carried(event.mimeData()))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._is_aimed_at:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_focus_ring(painter, self._look, QRectF(self.rect()), RADIUS_ROW)
            painter.end()

    def _aim(self, *, at_this: bool) -> None:
        self._is_aimed_at = at_this
        self.update()
