"""The text of growing replies, collected until it is worth drawing."""

from collections.abc import Callable, Mapping
from time import monotonic

from PySide6.QtCore import QObject, QTimer

from app.domain.ids import ItemId
from app.ui.theme.tokens import FRAME_MS

_REST = 15  # times as long as drawing and painting took: they get at most a 16th of the thread's time


class Growth(QObject):
    """Hands over what has arrived for each reply: at most once a frame, less often where drawing is slow."""

    def __init__(self, draw: Callable[[Mapping[ItemId, str]], None], parent: QObject) -> None:
        super().__init__(parent)
        self._draw = draw
        self._pieces: dict[ItemId, list[str]] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._hand_over)
        self._not_before = 0.0
        self._is_to_be_painted = False

    def add(self, item_id: ItemId, text: str) -> None:
        self._pieces.setdefault(item_id, []).append(text)
        if not self._timer.isActive():
            self._wait()

    def painted(self, seconds: float) -> None:
        """Count the painting that a drawing has led to; what else is painted is none of its cost."""
        if self._is_to_be_painted:
            self._is_to_be_painted = False
            self._rest_from(seconds)

    def forget(self, item_id: ItemId) -> None:
        """Drop what waits for a reply that is shown whole already."""
        self._pieces.pop(item_id, None)

    def clear(self) -> None:
        self._pieces.clear()
        self._timer.stop()

    def _hand_over(self) -> None:
        if not self._pieces:
            return
        texts = {item_id: "".join(pieces) for item_id, pieces in self._pieces.items()}
        self._pieces.clear()
        began = monotonic()
        self._is_to_be_painted = True
        self._draw(texts)
        self._rest_from(monotonic() - began)

    def _rest_from(self, seconds: float) -> None:
        self._not_before = max(self._not_before, monotonic()) + seconds * _REST
        if self._timer.isActive():
            self._wait()

    def _wait(self) -> None:
        self._timer.start(max(FRAME_MS, round((self._not_before - monotonic()) * 1000)))
