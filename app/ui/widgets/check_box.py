"""A choice between yes and no, in words that take as many lines as they need."""

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from app.ui.theme.fonts import font
from app.ui.theme.scale import scaled
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import ICON, INTERFACE, RADIUS_SMALL
from app.ui.widgets.button import draw_focus_ring
from app.ui.widgets.tick import paint_tick

_GAP, _LEAST = 8, 120
_AROUND, _SIDE = 4, 2  # above and below; and beside, where it stands in line with fields
_WIDEST = 1 << 16


class CheckBox(QCheckBox):
    """Is pressed on its words as well as on its box."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__(words)
        self._theme = theme
        self.setFont(font(INTERFACE))
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Preferred)  # its words break rather than be covered
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        words = self._room_for_words(_WIDEST)
        return QSize(self._before + words.width() + _SIDE, self.heightForWidth(_WIDEST))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(_LEAST), self.heightForWidth(_WIDEST))

    def heightForWidth(self, width: int) -> int:
        return max(self._room_for_words(width).height(), INTERFACE.line) + 2 * _AROUND

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        leftward, size = self.isRightToLeft(), scaled(ICON)
        left = self.width() - size - _SIDE if leftward else _SIDE
        box = QRectF(left, _AROUND + (INTERFACE.line - size) / 2, size, size)
        paint_tick(painter, box, self._theme, done=self.isChecked())
        painter.setFont(font(INTERFACE))
        painter.setPen(self._theme.colour("ink" if self.isEnabled() else "quiet"))
        beside = (0, -self._before) if leftward else (self._before, 0)
        side = Qt.AlignmentFlag.AlignRight if leftward else Qt.AlignmentFlag.AlignLeft
        painter.drawText(
            self.rect().adjusted(beside[0], _AROUND, beside[1], -_AROUND),
            side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap,
            self.text(),
        )
        if self.hasFocus():
            draw_focus_ring(painter, self._theme, QRectF(self.rect()), RADIUS_SMALL)
        painter.end()

    @property
    def _before(self) -> int:
        return _SIDE + scaled(ICON) + scaled(_GAP)

    def _room_for_words(self, width: int) -> QRect:
        room = QRect(0, 0, max(1, width - self._before - _SIDE), 1 << 16)
        return QFontMetrics(font(INTERFACE)).boundingRect(room, Qt.TextFlag.TextWordWrap, self.text())
