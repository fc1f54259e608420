"""The line across the transcript above which the model sees nothing."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from app.ui.theme.fonts import font
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import SMALL

_ABOVE, _BELOW, _GAP = 4, 20, 12


class CutLine(QLabel):
    """Says how many messages the model does not see. A label, so that assistive tools read it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(SMALL))

    def set_count(self, messages: int) -> None:
        what = "message" if messages == 1 else f"{messages} messages"
        self.setText(f"The model does not see the {what} above")

    def lay_out(self, _width: int, _deadline: float) -> bool:
        return True

    def height_for(self, _width: int) -> int:
        return _ABOVE + SMALL.line + _BELOW

    def place_parts(self) -> None:
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        words = self.fontMetrics().horizontalAdvance(self.text())
        left = (self.width() - words) // 2
        painter.setPen(self._theme.colour("quiet"))
        painter.drawText(left, _ABOVE, words + 1, SMALL.line, Qt.AlignmentFlag.AlignVCenter, self.text())
        pen = QPen(self._theme.colour("line"))
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        middle = _ABOVE + SMALL.line // 2
        painter.drawLine(0, middle, left - _GAP, middle)
        painter.drawLine(left + words + _GAP, middle, self.width(), middle)
        painter.end()
