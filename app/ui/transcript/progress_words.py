"""What a reply is doing before its first word, in words that count down where it waits."""

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QObject, QTimer

from app.ui.translation import tr

_SECOND_MS = 1000


class ProgressWords(QObject):
    """Holds the words of the moment; `changed` hears of each change."""

    def __init__(self, changed: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self.text = ""
        self._changed = changed
        self._left = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND_MS)
        self._timer.timeout.connect(self._count)

    def think(self) -> None:
        self._timer.stop()
        self._say(tr("Thinking"))

    def wait(self, seconds: float) -> None:
        """Say that the service is busy, and for how long nobody asks it again."""
        self._left = ceil(seconds)
        self._timer.start()
        self._tell()

    def clear(self) -> None:
        self._timer.stop()
        self._say("")

    def _count(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self._timer.stop()
        self._tell()

    def _tell(self) -> None:
        busy = tr("Busy: asked again in {count} s").format(count=self._left)
        self._say(busy if self._left > 0 else tr("Asked again"))

    def _say(self, text: str) -> None:
        if text != self.text:
            self.text = text
            self._changed()
