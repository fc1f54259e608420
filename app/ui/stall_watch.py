"""Notices when something holds the window's thread, and logs where in the program that was, no more."""

import logging
import sys
import threading
from math import inf
from time import monotonic
from types import FrameType

from PySide6.QtCore import QObject, QTimer

_BEAT_MS = 50
_LIMIT = 0.1
_OURS = "app."

_log = logging.getLogger(__name__)


class StallWatch(QObject):
    """Beats on the thread that made it; a second thread looks at that thread's stack when a beat is late."""

    def __init__(self, parent: QObject | None = None, limit: float = _LIMIT) -> None:
        super().__init__(parent)
        self._limit = limit + _BEAT_MS / 1000
        self._watched = threading.get_ident()
        self._last_beat = inf  # what is done before the first beat is the start, which is measured by itself
        self._seen: str | None = None
        self._ended = threading.Event()
        self._timer = QTimer(self)
        self._timer.setInterval(_BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._watcher = threading.Thread(target=self._watch, name="stall watch", daemon=True)

    def start(self) -> None:
        self._timer.start()
        self._watcher.start()

    def end(self) -> None:
        self._timer.stop()
        self._ended.set()
        self._watcher.join()

    def _beat(self) -> None:
        now = monotonic()
        late = now - self._last_beat
        if late > self._limit:
            _log.warning(
                "the window stood still for %.0f ms in %s", late * 1000, self._seen or "an unseen place"
            )
        self._seen = None
        self._last_beat = now

    def _watch(self) -> None:
        while not self._ended.wait(_BEAT_MS / 1000):
            if self._seen is None and monotonic() - self._last_beat > self._limit:
                self._seen = place_of(sys._current_frames().get(self._watched))


def place_of(frame: FrameType | None) -> str:
    """Return module and function of the innermost frame that is ours, or of the innermost one."""
    innermost = name = _name(frame)
    while frame is not None:
        name = _name(frame)
        if name.startswith(_OURS):
            return name
        frame = frame.f_back
    return innermost


def _name(frame: FrameType | None) -> str:
    if frame is None:
        return "no place"
    return f"{frame.f_globals.get('__name__', '?')}:{frame.f_code.co_qualname}"
