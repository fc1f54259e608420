"""Copies a secret so that clipboard histories know it for one, and takes it back after a while."""

from PySide6.QtCore import QByteArray, QMimeData, QObject, QTimer
from PySide6.QtGui import QGuiApplication

from app.ui.plain_keeper import PlainKeeper

# How each system's clipboard histories are told not to keep something.
_HINTS = (
    ("x-kde-passwordManagerHint", b"secret"),
    ("application/x-nspasteboard-concealed-type", b""),
    ("ExcludeClipboardContentFromMonitorProcessing", b""),
)


class SecretClipboard(QObject):
    """Takes back only what it has copied itself. What is still there when it goes is taken back at once."""

    def __init__(self, plain: PlainKeeper, parent: QObject) -> None:
        super().__init__(parent)
        self._plain = plain
        self._copied = ""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self.clear)

    def copy(self, secret: str) -> None:
        offered = QMimeData()
        offered.setText(secret)
        for kind, value in _HINTS:
            offered.setData(kind, QByteArray(value))
        QGuiApplication.clipboard().setMimeData(offered)
        self._copied = secret
        seconds = self._plain.settings.clipboard_seconds
        if seconds:
            self._rest.start(seconds * 1000)

    def clear(self) -> None:
        """Empty the clipboard, if what is in it is still ours."""
        clipboard = QGuiApplication.clipboard()
        if self._copied and clipboard.text() == self._copied:
            clipboard.clear()
        self._copied = ""
