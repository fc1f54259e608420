"""A quiet line that says what went wrong and what to do next, with a sign in the colour of its weight."""

from PySide6.QtCore import QSize, Qt
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
        self._icon: str | None = "circle-alert"
        self._text = FlowText(theme, INTERFACE, parent=self)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, sentence: str, tone: Tone, icon: str | None = "circle-alert") -> None:
        """Say it in that tone, with an icon before it or without."""
        self._tone = tone
        self._icon = icon
        self._text.set_tone(tone)
        self._text.set_text(sentence)
        self._place(self.size())
        self.setAccessibleName(sentence)
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        return self._text.heightForWidth(width - self._indent)

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(max(self.width(), 240)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place(event.size())

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._icon is None:
            return
        painter = QPainter(self)
        ratio, icon = self.devicePixelRatioF(), scaled(ICON)
        picture = self._theme.icons.pixmap(self._icon, self._theme.colours.of(self._tone), icon, ratio)
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = self.width() - icon if is_mirrored else 0
        painter.drawPixmap(left, (INTERFACE.line - icon) // 2, picture)
        painter.end()

    @property
    def _indent(self) -> int:
        return scaled(ICON) + _GAP if self._icon else 0

    def _place(self, size: QSize) -> None:
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = 0 if is_mirrored else self._indent
        self._text.setGeometry(left, 0, size.width() - self._indent, size.height())
