"""Bars beside each other, painted; walked by key and pointer, and each told in words as well."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme.fonts import font
from app.ui.theme.scale import scaled
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import RADIUS_SMALL, SMALL
from app.ui.widgets.button import draw_focus_ring

_HEIGHT, _MARGIN, _WIDEST = 136, 6, 40
_FADED = 110  # of 255


@dataclass(frozen=True, slots=True)
class Bar:
    """`sure` is what is known, `about` what is estimated on top. `label` may be empty: not each has room."""

    label: str
    sure: float
    about: float
    spoken: str


class BarChart(QWidget):
    """Signals:
    looked_at: the words of the bar under the cursor, or those of all while none is.
    """

    looked_at = Signal(str)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bars: Sequence[Bar] = ()
        self._at: int | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        self._bars, self._at = bars, None
        self._tell()

    @property
    def at(self) -> Bar | None:
        """The bar under the cursor."""
        return None if self._at is None else self._bars[self._at]

    def sizeHint(self) -> QSize:
        return QSize(scaled(320), scaled(_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        back, on = (-1, 1) if not self.isRightToLeft() else (1, -1)
        steps = {
            Qt.Key.Key_Left: back,
            Qt.Key.Key_Right: on,
            Qt.Key.Key_Home: -len(self._bars),
            Qt.Key.Key_End: len(self._bars),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None or not self._bars:
            super().keyPressEvent(event)
            return
        start = -1 if self._at is None and step > 0 else len(self._bars) if self._at is None else self._at
        self._go_to(max(0, min(start + step, len(self._bars) - 1)))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        places = [place for place in range(len(self._bars)) if self._slot(place).contains(event.position())]
        self._go_to(places[0] if places else None)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._go_to(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._go_to(None)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            draw_focus_ring(painter, self._theme, QRectF(self.rect()), RADIUS_SMALL)
        ground = self.height() - _MARGIN - SMALL.line
        painter.fillRect(QRectF(_MARGIN, ground, self.width() - 2 * _MARGIN, 1), self._theme.colour("line"))
        most = max([1e-9, *(bar.sure + bar.about for bar in self._bars)])
        for place in range(len(self._bars)):
            self._paint_bar(painter, place, most, ground)
        self._paint_labels(painter, ground)
        painter.end()

    def _paint_bar(self, painter: QPainter, place: int, most: float, ground: int) -> None:
        bar, slot = self._bars[place], self._slot(place)
        width = max(1.0, min(slot.width() * 0.72, scaled(_WIDEST)))
        room = ground - _MARGIN - 2
        left = slot.center().x() - width / 2
        colour = self._theme.colour("accent")
        faded = QColor(colour)
        faded.setAlpha(_FADED)
        if place == self._at:
            painter.fillRect(
                QRectF(slot.left(), _MARGIN, slot.width(), room + 2), self._theme.colour("hover")
            )
        sure, whole = room * bar.sure / most, room * (bar.sure + bar.about) / most
        painter.setPen(Qt.PenStyle.NoPen)
        for height, tone in ((whole, faded), (sure, colour)):
            if height > 0:
                painter.setBrush(tone)
                seen = max(2.0, height)
                painter.drawRoundedRect(QRectF(left, ground - seen, width, seen), 2, 2)

    def _paint_labels(self, painter: QPainter, ground: int) -> None:
        """Paint the labels that have room: none lies over another."""
        small = font(SMALL)
        painter.setFont(small)
        painter.setPen(self._theme.colour("quiet"))
        metrics, taken = QFontMetrics(small), [float("-inf"), float("inf")]
        places = range(len(self._bars))
        for place in reversed(places) if self.isRightToLeft() else places:
            label = self._bars[place].label
            width = metrics.horizontalAdvance(label) + 1
            left = self._slot(place).center().x() - width / 2
            left = max(_MARGIN, min(left, self.width() - _MARGIN - width))
            if label and left > taken[0] + 8:
                painter.drawText(
                    QRectF(left, ground + 4, width, SMALL.line), Qt.TextFlag.TextSingleLine, label
                )
                taken[0] = left + width

    def _slot(self, place: int) -> QRectF:
        """Return the room of a bar, from where reading begins."""
        width = (self.width() - 2 * _MARGIN) / max(1, len(self._bars))
        number = len(self._bars) - 1 - place if self.isRightToLeft() else place
        return QRectF(_MARGIN + number * width, 0, width, self.height())

    def _go_to(self, place: int | None) -> None:
        if place != self._at:
            self._at = place
            self._tell()

    def _tell(self) -> None:
        words = self.at.spoken if self.at else ""
        self.setAccessibleDescription(
            words or "; ".join(bar.spoken for bar in self._bars if bar.sure + bar.about)
        )
        self.looked_at.emit(words)
        self.update()
