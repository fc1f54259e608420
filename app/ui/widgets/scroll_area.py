"""Places that scroll up and down, with nothing painted of their own."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

_LAYING_OUT = frozenset({QEvent.Type.Polish, QEvent.Type.LayoutRequest})
_UNKNOWN = 1 << 20


class TallScrollArea(QScrollArea):
    """As tall as what is in it while there is room for that, and scrolls where there is not.

    What lies `around` it is asked for the room again whenever something in it comes, goes or grows.
    """

    def __init__(self, content: QWidget, around: QWidget, room: Callable[[], int]) -> None:
        super().__init__()
        self._content = content
        self._room = room
        self._given = _UNKNOWN
        _prepare(self, content)
        around.installEventFilter(self)
        if isinstance(app := QApplication.instance(), QApplication):
            app.focusChanged.connect(self._show_focus)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        content = self._content
        has_lines = content.hasHeightForWidth()
        wanted = content.heightForWidth(width) if has_lines else content.sizeHint().height()
        return min(wanted, self._given)

    def sizeHint(self) -> QSize:
        width = self._content.sizeHint().width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._content.minimumSizeHint().width(), 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _LAYING_OUT:
            room = self._room()
            if watched is self._content or room != self._given:
                self._given = room
                self.updateGeometry()
        elif event.type() is QEvent.Type.Resize and watched is self._content:
            QTimer.singleShot(0, self, self._show_focus)  # when what is in it has found its place
        return super().eventFilter(watched, event)

    def _show_focus(self) -> None:
        """Scroll to what has the focus, however it came by it: Qt itself does so for the tabulator alone."""
        focused = self._content.focusWidget()
        if focused and focused.hasFocus():
            self.ensureWidgetVisible(focused)


def in_scroll_area(content: QWidget) -> QScrollArea:
    scroll = QScrollArea()
    _prepare(scroll, content)
    return scroll


def _prepare(scroll: QScrollArea, content: QWidget) -> None:
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what has the focus is scrolled to
    scroll.setWidget(content)
    for behind in (scroll.viewport(), content):
        behind.setAutoFillBackground(False)  # what lies behind shows through
