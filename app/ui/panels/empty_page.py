"""What stands where no message is yet."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from app.ui.theme.fonts import font
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import HEADING, INTERFACE, SEMIBOLD
from app.ui.translation import said, translated

WELCOME = (said("What is on your mind?"), said("What you write is kept encrypted on this computer."))
WELCOME_TEMPORARY = (said("What is on your mind?"), said("What you write here is not stored."))
WAITING = (
    said("Waiting for your keyring"),
    said("It may be asking for its password in a window of its own."),
)
_GAP = 8


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
        top = (self.height() - HEADING.line - _GAP - INTERFACE.line) // 2
        painter.setFont(font(HEADING, SEMIBOLD))
        painter.setPen(self._theme.colour("ink"))
        centred = Qt.AlignmentFlag.AlignCenter
        painter.drawText(QRect(0, top, self.width(), HEADING.line), centred, self._lines[0])
        painter.setFont(font(INTERFACE))
        painter.setPen(self._theme.colour("quiet"))
        below = QRect(0, top + HEADING.line + _GAP, self.width(), INTERFACE.line)
        painter.drawText(below, centred, self._lines[1])
        painter.end()
