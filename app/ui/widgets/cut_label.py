"""A label for plain words on one line, cut where they do not fit. Assistive tools hear all of it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from app.ui.theme.fonts import font
from app.ui.theme.tokens import INTERFACE, REGULAR, TextStyle
from app.ui.widgets.title import draw_title

_LEAST = 48


class CutLabel(QLabel):
    def __init__(
        self,
        words: str = "",
        style: TextStyle = INTERFACE,
        weight: int = REGULAR,
        *,
        quiet: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(style, weight))
        if quiet:
            self.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self.setMinimumWidth(_LEAST)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        draw_title(painter, self.rect(), self.text(), self.font(), from_right=self.isRightToLeft())
        painter.end()
