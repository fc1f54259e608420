"""What is wider than its frame: how far it is moved sideways, and the thin bar that shows it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from app.ui.theme.theme import Theme

_BAR, _SHORTEST = 3, 24


class Sideways:
    """Shared by the parts of one block, which move together.

    Attributes:
        at: how far to the right of its beginning the text is seen from.
    """

    def __init__(self) -> None:
        self.at = 0.0
        self._most = 0.0
        self._seen = 0.0

    def measure(self, wanted: float, seen: float) -> None:
        """Know how wide the text is, and how much of it can be seen. The widest of all parts counts."""
        most = max(0.0, wanted - seen)
        self._most = max(self._most, most) if seen == self._seen else most
        self._seen = seen
        self.at = min(self.at, self._most)

    def forget(self) -> None:
        """Know nothing, because the text is to be broken into lines otherwise."""
        self._most = self._seen = self.at = 0.0

    @property
    def is_needed(self) -> bool:
        return self._most >= 1

    def move(self, pixels: float) -> bool:
        """Move further to the right, or back; say whether it moved."""
        before, self.at = self.at, min(max(0.0, self.at + pixels), self._most)
        return self.at != before

    def paint(self, painter: QPainter, theme: Theme, left: float, bottom: float, *, lit: bool) -> None:
        """Paint the bar above `bottom`."""
        if not self.is_needed:
            return
        share = self._seen / (self._seen + self._most)
        length = max(_SHORTEST, self._seen * share)
        start = left + (self._seen - length) * self.at / self._most
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("quiet" if lit else "line"))
        painter.drawRoundedRect(QRectF(start, bottom - _BAR, length, _BAR), _BAR / 2, _BAR / 2)
