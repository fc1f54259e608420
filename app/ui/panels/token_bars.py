"""Tokens as painted bars: how full a request is, and what a part of it costs. What is estimated fades."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Tone

_HEIGHT, _LEAST = 8, 2.0
_FADED = 90  # of 255


def paint_bar(
    painter: QPainter, area: QRectF, colour: QColor, sure: float, most: float, *, from_right: bool = False
) -> None:
    """Fill `sure` of an area, as a share, and faded what it may be at most."""
    painter.setPen(Qt.PenStyle.NoPen)
    faded = QColor(colour)
    faded.setAlpha(_FADED)
    for share, tone in ((most, faded), (sure, colour)):
        width = min(area.width(), max(_LEAST, share * area.width()))
        left = area.right() - width if from_right else area.left()
        painter.setBrush(tone)
        painter.drawRoundedRect(QRectF(left, area.top(), width, area.height()), 2, 2)


class TokenMeter(QWidget):
    """Read by assistive tools as the words that stand beside it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._count, self._off, self._budget = 0, 0, 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_tokens(self, count: int, off: int, budget: int, words: str) -> None:
        self._count, self._off, self._budget = count, off, max(1, budget)
        self.setAccessibleName(words)
        self.update()

    @property
    def is_over(self) -> bool:
        return self._count - self._off > self._budget

    def sizeHint(self) -> QSize:
        return QSize(120, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("line"))
        painter.drawRoundedRect(area, 4, 4)
        tone: Tone = "bad" if self.is_over else "accent"
        sure, most = (self._count - self._off) / self._budget, (self._count + self._off) / self._budget
        if self._count:
            paint_bar(painter, area, self._theme.colour(tone), sure, most, from_right=self.isRightToLeft())
        painter.end()
