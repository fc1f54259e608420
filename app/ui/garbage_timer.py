"""Collects Python's garbage in the window's thread, and in no other.

Python collects in whichever thread happens to fill its measure. An object of Qt's that is destroyed in
another thread than its own takes the whole program with it. What is loaded at the start is here to stay:
to look through it again each time would hold the window for over a hundred milliseconds.
"""

import gc

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QTimer

_PACE_MS = 500
_GENERATIONS = (2, 1, 0)  # the oldest that is due takes the younger ones along


class GarbageTimer(QObject):
    """Collects what is due, from its start to its end; Python does it by itself again after that."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(_PACE_MS)
        self._timer.timeout.connect(collect_due)

    def start(self) -> None:
        gc.disable()
        gc.freeze()
        self._timer.start()

    def end(self) -> None:
        """Collect all there is, while this thread still can."""
        self._timer.stop()
        gc.collect()
        gc.enable()


def collect_due() -> None:
    """Collect the generation that Python would collect now, if any."""
    due = zip(gc.get_count(), gc.get_threshold(), strict=True)
    is_due = [count > threshold > 0 for count, threshold in due]
    for generation in _GENERATIONS:
        if is_due[generation]:
            gc.collect(generation)
            return


def collect_all() -> None:
    """Let go at once of all that nobody needs any more, and of what Qt has yet to delete.

    What is being dragged stays until the drag has ended: Qt's own loop within the loop still needs it.
    """
    if QThread.currentThread().loopLevel() <= 1:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
