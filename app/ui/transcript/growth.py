"""The text of growing replies, collected until it is worth drawing."""

from collections.abc import Callable, Mapping
from time import monotonic

from PySide6.QtCore import QObject, QTimer

from app.domain.ids import ItemId
from app.ui.theme.tokens import FRAME_MS

_REST = 7  # times as long as the drawing took: it gets at most an eighth of the thread's time


class Growth(QObject):
    """Hands over what has arrived for each reply: at most once a frame, less often where drawing is slow."""

    def __init__(self, draw: Callable[[Mapping[ItemId, str]], None], parent: QObject) -> None:
        super().__init__(parent)
        self._draw = draw
        self._pieces: dict[ItemId, list[str]] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._hand_over)

    def add(self, item_id: ItemId, text: str) -> None:
        self._pieces.setdefault(item_id, []).append(text)
        if not self._timer.isActive():
            self._timer.start(FRAME_MS)

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
        self._draw(texts)
        rest_ms = (monotonic() - began) * 1000 * _REST
        if rest_ms > FRAME_MS:
            self._timer.start(round(rest_ms))
