"""How full the context would be with what is being written: in words, and as a small bar."""

from math import ceil

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from app.domain.outlook import Outlook
from app.ui.measures import rounded
from app.ui.theme.fonts import font
from app.ui.theme.scale import scaled
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import RADIUS_SMALL, SMALL, Tone
from app.ui.translation import tr
from app.ui.widgets.button import draw_focus_ring
from app.ui.widgets.words_line import draw_words

_BAR, _THICK, _GAP, _PADDING, _HEIGHT = 96, 4, 16, 4, 32
_NARROW_BAR = 48
_NEARLY_FULL = 0.9


class ContextMeter(QPushButton):
    """Hidden while nothing is known. It is a button for as long as somebody takes the press."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._outlook: Outlook | None = None
        self._words = ""
        self._is_narrow = False
        self.setFont(font(SMALL))
        self.setAccessibleName(tr("What the model sees"))
        self.setFixedHeight(scaled(_HEIGHT))
        self.setAutoDefault(True)  # Enter presses it as well
        self.set_pressable(pressable=False)
        self.hide()

    def set_pressable(self, *, pressable: bool) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if pressable else Qt.FocusPolicy.NoFocus)
        self.setEnabled(pressable)

    def set_narrow(self, *, narrow: bool) -> None:
        """Show the bar alone where there is no room for words."""
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self.updateGeometry()
            self.update()

    def show_outlook(self, outlook: Outlook | None) -> None:
        self._outlook = outlook
        self.setVisible(outlook is not None)
        if outlook is not None:
            self._words = _words(outlook)
            said = tr("{share} tokens of what the model reads").format(share=self._words)
            self.setAccessibleName(said)
            self.setToolTip(said)
            self.updateGeometry()
            self.update()

    @property
    def words(self) -> str:
        return self._words

    def sizeHint(self) -> QSize:
        bar = scaled(_NARROW_BAR) if self._is_narrow else self._words_width() + scaled(_GAP + _BAR)
        return QSize(bar + 2 * _PADDING, scaled(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._outlook is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isEnabled() and self.underMouse():
            painter.setBrush(self._theme.colour("hover"))
            painter.drawRoundedRect(QRectF(self.rect()), RADIUS_SMALL, RADIUS_SMALL)
        self._paint_bar(painter, self._outlook)
        if not self._is_narrow:
            painter.setPen(self._theme.colour("bad" if self._outlook.is_over else "quiet"))
            line = self.rect().adjusted(_PADDING, 0, -_PADDING, 0)
            draw_words(painter, line, self._words, self.layoutDirection())
        if self.hasFocus():
            draw_focus_ring(painter, self._theme, QRectF(self.rect()), RADIUS_SMALL)
        painter.end()

    def _paint_bar(self, painter: QPainter, outlook: Outlook) -> None:
        width = scaled(_NARROW_BAR if self._is_narrow else _BAR)
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = _PADDING if is_mirrored else self.width() - _PADDING - width
        bar = QRectF(left, (self.height() - _THICK) / 2, width, _THICK)
        painter.setBrush(self._theme.colour("line"))
        painter.drawRoundedRect(bar, _THICK / 2, _THICK / 2)
        share = min(1.0, outlook.tokens / max(1, outlook.budget))
        full = max(float(_THICK), width * share)
        painter.setBrush(self._theme.colour(_tone(outlook, share)))
        start = bar.right() - full if is_mirrored else bar.left()
        painter.drawRoundedRect(QRectF(start, bar.top(), full, _THICK), _THICK / 2, _THICK / 2)

    def _words_width(self) -> int:
        return ceil(QFontMetricsF(self.font()).horizontalAdvance(self._words)) + 1


def _tone(outlook: Outlook, share: float) -> Tone:
    if outlook.is_over:
        return "bad"
    return "warn" if share > _NEARLY_FULL else "accent"


def _words(outlook: Outlook) -> str:
    words = tr("{tokens} of {budget}").format(tokens=rounded(outlook.tokens), budget=rounded(outlook.budget))
    return f"{words} ± {rounded(outlook.uncertainty)}" if outlook.uncertainty else words
