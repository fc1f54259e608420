"""What stands where no message is yet."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from app.ui.theme.fonts import font
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import HEADING, INTERFACE, SEMIBOLD, Tone
from app.ui.translation import said, translated

WELCOME = (said("What is on your mind?"), said("What you write is kept encrypted on this computer."))
WELCOME_TEMPORARY = (said("What is on your mind?"), said("What you write here is not stored."))
WAITING = (
    said("Waiting for your keyring"),
    said("It may be asking for its password in a window of its own."),
)
_GAP, _SIDE = 8, 16
_CENTRED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


class EmptyPage(QLabel):
    """A label for assistive tools; its two lines are painted in the middle of the page."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.say(WELCOME)

    def say(self, lines: tuple[str, str]) -> None:
        """Show a heading and a quiet line below it."""
        self._lines = tuple(translated(line) for line in lines)
        self.setText(" ".join(self._lines))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        kinds = ((font(HEADING, SEMIBOLD), HEADING.line), (font(INTERFACE), INTERFACE.line))
        heights = [
            max(line, self._room(QFontMetrics(each), words))
            for (each, line), words in zip(kinds, self._lines, strict=True)
        ]
        top = max(0, (self.height() - sum(heights) - _GAP) // 2)
        tones: tuple[Tone, Tone] = ("ink", "quiet")
        for (each, _), words, height, tone in zip(kinds, self._lines, heights, tones, strict=True):
            painter.setFont(each)
            painter.setPen(self._theme.colour(tone))
            painter.drawText(QRect(_SIDE, top, self._width, height), _CENTRED, words)
            top += height + _GAP
        painter.end()

    @property
    def _width(self) -> int:
        return max(1, self.width() - 2 * _SIDE)

    def _room(self, metrics: QFontMetrics, words: str) -> int:
        return metrics.boundingRect(QRect(0, 0, self._width, 1 << 16), _CENTRED, words).height()
