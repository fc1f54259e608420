"""Locks the history once nobody has touched the window for as long as the person has said."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from app.ui.plain_keeper import PlainKeeper

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
    }
)
_MINUTE_MS = 60_000


class IdleLock(QObject):
    """Signals:
    due: nobody has touched anything for so long.
    """

    due = Signal()

    def __init__(self, plain: PlainKeeper, parent: QObject) -> None:
        super().__init__(parent)
        self._plain = plain
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self.due)
        plain.changed.connect(self._begin)
        self._begin()

    def end(self) -> None:
        self._rest.stop()
        self._watch(wanted=False)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Every touch of any window puts it off."""
        if self._rest.isActive() and event.type() in _TOUCHES:
            self._rest.start()
        return False

    def _begin(self) -> None:
        minutes = self._plain.settings.lock_minutes
        self._watch(wanted=minutes > 0)
        if minutes:
            self._rest.start(minutes * _MINUTE_MS)
        else:
            self._rest.stop()

    def _watch(self, *, wanted: bool) -> None:
        """Every event of the program passes an event filter, so there is none where nobody needs it."""
        app = QApplication.instance()
        if app:
            app.removeEventFilter(self)
            if wanted:
                app.installEventFilter(self)
