"""A quiet line that says what went wrong and what to do next, with a sign in the colour of its weight."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.ui.theme.scale import scaled
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import ICON, INTERFACE, Tone
from app.ui.widgets.flow_text import FlowText

_GAP = 8


class Notice(QWidget):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone: Tone = "warn"
        self._text = FlowText(theme, INTERFACE, parent=self)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, sentence: str, tone: Tone) -> None:
        self._tone = tone
        self._text.set_tone(tone)
        self._text.set_text(sentence)
        self.setAccessibleName(sentence)
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        return self._text.heightForWidth(width - scaled(ICON) - _GAP)

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(max(self.width(), 240)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        before = scaled(ICON) + _GAP
        self._text.setGeometry(before, 0, event.size().width() - before, event.size().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        ratio, icon = self.devicePixelRatioF(), scaled(ICON)
        picture = self._theme.icons.pixmap("circle-alert", self._theme.colours.of(self._tone), icon, ratio)
        painter.drawPixmap(0, (INTERFACE.line - icon) // 2, picture)
        painter.end()
