"""A label for plain text of any length, in lines of the look's height, read by assistive tools.

It is a QLabel for the sake of accessibility alone: an assistive tool finds the text there. The text is never
taken for markup, and Qt's own layout of it is never asked for.
"""

from time import monotonic

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from app.ui.theme.scale import scaled
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import INTERFACE, REGULAR, TextStyle, Tone
from app.ui.widgets.display_text import display_text, runs_right_to_left
from app.ui.widgets.text_flow import Span, TextFlow

_AT_ONCE = 0.004  # seconds: enough for all but long texts
_USUAL_WIDTH = 240

NOTHING: Span = (0, 0)


class FlowLabel(QLabel):
    """Shows plain text in one tone. It may be laid out bit by bit; until then its height is an estimate."""

    def __init__(
        self,
        theme: Theme,
        style: TextStyle = INTERFACE,
        tone: Tone = "ink",
        weight: int = REGULAR,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._style = style
        self._tone: Tone = tone
        self._weight = weight
        self._flow = TextFlow(style, weight)
        self._selected = NOTHING
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)  # else every new text tells layouts that the height is the same for all widths

    def set_text(self, text: str) -> None:
        shown = display_text(text)
        if shown != self._flow.text:
            self._selected = NOTHING
            self._flow.set_text(shown)
            self._tell()

    def append_text(self, more: str) -> None:
        self._flow.append(display_text(more))
        self._tell()

    def set_tone(self, tone: Tone) -> None:
        self._tone = tone
        self.update()

    def use_width(self, width: float) -> None:
        """Break lines at `width`, which must become the label's own."""
        self._flow.set_width(width)

    def lay_out(self, deadline: float = float("inf")) -> bool:
        """Work until the deadline; say whether all is done."""
        return self._flow.lay_out(deadline)

    @property
    def flow_height(self) -> int:
        return round(self._flow.height)

    @property
    def natural_width(self) -> float:
        """How wide the widest line is, at most the width it was laid out for."""
        return self._flow.natural_width

    @property
    def runs_right_to_left(self) -> bool:
        return runs_right_to_left(self._flow.text)

    def heightForWidth(self, width: int) -> int:
        if width == self._flow.width:
            self.lay_out()
            return self.flow_height
        trial = TextFlow(self._style, self._weight)  # a layout may ask about widths that it does not give
        trial.set_width(width)
        trial.set_text(self._flow.text)
        trial.lay_out()
        return round(trial.height)

    def sizeHint(self) -> QSize:
        known, usual = bool(self._flow.width), scaled(_USUAL_WIDTH)
        return QSize(usual, self.flow_height if known else self.heightForWidth(usual))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._flow.width != event.size().width():  # nobody laid out for this width before
            self.use_width(event.size().width())
            self.lay_out(monotonic() + _AT_ONCE)

    def changeEvent(self, event: QEvent) -> None:
        """Fonts change when the person wants everything larger or smaller."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._flow.resize()
            self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._theme.colour(self._tone))
        highlight = self._theme.colour("selection")
        self._flow.draw(painter, QRectF(event.rect()), self._selected, highlight)
        painter.end()

    def _tell(self) -> None:
        """Hand the text to the label, where assistive tools look for it, and begin to lay it out."""
        if self._flow.width:
            self._flow.lay_out(monotonic() + _AT_ONCE)
        self.setText(self._flow.text)
        self.updateGeometry()
        self.update()
