"""A name with a bar and a number, one of several to compare. A label, so that assistive tools read it."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from app.ui.theme.fonts import font
from app.ui.theme.scale import scaled
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import INTERFACE, SMALL
from app.ui.widgets.title import draw_title

_NUMBER, _BAR, _GAP = 96, 4, 4
_FADED = 110  # of 255


class ShareRow(QLabel):
    """`sure` and `about` are shares of the largest: what is known, and what is estimated on top of that."""

    def __init__(
        self, theme: Theme, name: str, number: str, shares: tuple[float, float], parent: QWidget | None = None
    ) -> None:
        super().__init__(f"{name}: {number}", parent)
        self._theme = theme
        self._name = name
        self._number = number
        self._sure, self._about = shares
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(scaled(240), INTERFACE.line + _GAP + scaled(_BAR) + 2 * _GAP)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored, room = self.isRightToLeft(), scaled(_NUMBER)
        words = QRect(0, 0, self.width() - room - 8, INTERFACE.line)
        number = QRect(self.width() - room, 0, room, INTERFACE.line)
        painter.setPen(self._theme.colour("ink"))
        draw_title(painter, self._place(words), self._name, font(INTERFACE), from_right=mirrored)
        painter.setPen(self._theme.colour("quiet"))
        draw_title(painter, self._place(number), self._number, font(SMALL), from_right=not mirrored)
        top = INTERFACE.line + _GAP
        painter.setPen(Qt.PenStyle.NoPen)
        faded = QColor(self._theme.colour("accent"))
        faded.setAlpha(_FADED)
        for share, tone in ((1.0, self._theme.colour("line")), (self._sure + self._about, faded)):
            self._paint_bar(painter, share, tone, top)
        if self._sure:
            self._paint_bar(painter, self._sure, self._theme.colour("accent"), top)
        painter.end()

    def _paint_bar(self, painter: QPainter, share: float, tone: QColor, top: int) -> None:
        bar = QRect(0, top, max(2, round(share * self.width())), scaled(_BAR))
        painter.setBrush(tone)
        painter.drawRoundedRect(QRectF(self._place(bar)), 2, 2)

    def _place(self, area: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), area)
