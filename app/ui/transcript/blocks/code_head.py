"""The line above code: its language, and what can be done with it."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from app.ui.theme.tokens import RADIUS_SMALL, SMALL
from app.ui.transcript.blocks.painted_block import Knob
from app.ui.transcript.blocks.surroundings import Surroundings
from app.ui.translation import tr
from app.ui.widgets.display_text import single_line

_TOP, _SIDE, _PADDING, _EDGE = 4, 13, 8, 5
_HIGH = 24
_FROM_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute


class CodeHead:
    """Knows where its knobs are and which one the pointer is on.

    Attributes:
        offers_wrap: some lines are longer than the frame is wide.
        wraps: long lines are broken.
        is_copied: the code has just been copied.
    """

    def __init__(self, language: str, surroundings: Surroundings) -> None:
        self.language = language
        self.offers_wrap = False
        self.wraps = surroundings.wraps_code
        self.is_copied = False
        self._around = surroundings
        self._lit: Knob | None = None

    def rect_of(self, knob: Knob, width: float) -> QRectF:
        words = self._words()
        if knob not in words:
            return QRectF()
        metrics = QFontMetricsF(self._around.font(SMALL))
        top, edge, pad, high = (self._around.pixels(each) for each in (_TOP, _EDGE, _PADDING, _HIGH))
        right = width - edge
        for each, label in words.items():
            long = metrics.horizontalAdvance(label) + 2 * pad
            if each is knob:
                return QRectF(right - long, top, long, high)
            right -= long
        return QRectF()

    def knob_at(self, point: QPointF, width: float) -> Knob | None:
        return next((knob for knob in Knob if self.rect_of(knob, width).contains(point)), None)

    def light(self, knob: Knob | None) -> bool:
        """Know which knob the pointer is on; say whether it is another than before."""
        before, self._lit = self._lit, knob
        return before is not knob

    def paint(self, painter: QPainter, origin: QPointF, width: float) -> None:
        painter.setFont(self._around.font(SMALL))
        left = width
        for knob, label in self._words().items():
            area = self.rect_of(knob, width)
            left = min(left, area.left())
            self._paint_knob(painter, area.translated(origin), label, lit=knob is self._lit)
        side = self._around.pixels(_SIDE)
        room = QRectF(side, self._around.pixels(_TOP), max(0, left - 2 * side), self._around.pixels(_HIGH))
        name = QFontMetricsF(painter.font()).elidedText(
            single_line(self.language), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.setPen(self._around.theme.colour("quiet"))
        painter.drawText(room.translated(origin), _FROM_LEFT, name)

    def _paint_knob(self, painter: QPainter, area: QRectF, label: str, *, lit: bool) -> None:
        theme = self._around.theme
        if lit:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("hover"))
            painter.drawRoundedRect(area, RADIUS_SMALL, RADIUS_SMALL)
        painter.setPen(theme.colour("ink" if lit else "quiet"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, label)

    def _words(self) -> dict[Knob, str]:
        """The knobs from the right to the left, and what they say."""
        words = {Knob.COPY: tr("Copied") if self.is_copied else tr("Copy")}
        if self.offers_wrap or self.wraps:
            words[Knob.WRAP] = tr("Scroll") if self.wraps else tr("Wrap")
        return words
