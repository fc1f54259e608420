"""A label for plain text of any length, in lines of the look's height: selectable, read by assistive tools.

It is a QLabel for the sake of accessibility alone: an assistive tool finds the text there. The text is never
taken for markup, and Qt's own layout of it is never asked for.
"""

from time import monotonic

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QMenu, QWidget

from app.ui.theme.theme import Theme
from app.ui.theme.tokens import INTERFACE, REGULAR, TextStyle, Tone
from app.ui.widgets.display_text import display_text, runs_right_to_left
from app.ui.widgets.text_flow import Span, TextFlow

_AT_ONCE = 0.004  # seconds: enough for all but long texts
_USUAL_WIDTH = 240
_NOTHING: Span = (0, 0)


class FlowText(QLabel):
    """Shows plain text in one tone. Laying out may be done bit by bit; until then the height is an estimate.

    Signals:
        ring_changed: a focus ring is to be drawn around the text, or no longer.
    """

    ring_changed = Signal()

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
        self._tone: Tone = tone
        self._style = style
        self._flow = TextFlow(style, weight)
        self._anchor = 0
        self._selected = _NOTHING
        self.has_ring = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setWordWrap(True)  # else every new text tells layouts that the height is the same for all widths

    def set_text(self, text: str) -> None:
        shown = display_text(text)
        if shown != self._flow.text:
            self._selected = _NOTHING
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

    def selected_text(self) -> str:
        return self._flow.text[slice(*self._selected)]

    def copy_selection(self) -> None:
        """Copy what is selected, or everything."""
        QGuiApplication.clipboard().setText(self.selected_text() or self._flow.text)

    def select_all(self) -> None:
        self._select(0, len(self._flow.text))

    def heightForWidth(self, width: int) -> int:
        if width == self._flow.width:
            self.lay_out()
            return self.flow_height
        trial = TextFlow(self._style)  # a layout may ask about widths that it does not give
        trial.set_width(width)
        trial.set_text(self._flow.text)
        trial.lay_out()
        return round(trial.height)

    def sizeHint(self) -> QSize:
        known = bool(self._flow.width)
        return QSize(_USUAL_WIDTH, self.flow_height if known else self.heightForWidth(_USUAL_WIDTH))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._flow.width != event.size().width():  # nobody laid out for this width before
            self.use_width(event.size().width())
            self.lay_out(monotonic() + _AT_ONCE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._theme.colour(self._tone))
        highlight = self._theme.colour("selection")
        self._flow.draw(painter, QRectF(event.rect()), self._selected, highlight)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            place = self._flow.place_at(event.position())
            extends = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._anchor = self._anchor if extends else place
            self._select(self._anchor, place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._select(self._anchor, self._flow.place_at(event.position()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        clipboard = QGuiApplication.clipboard()
        if clipboard.supportsSelection() and (chosen := self.selected_text()):
            clipboard.setText(chosen, clipboard.Mode.Selection)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._select(*self._flow.word_at(self._flow.place_at(QPointF(event.position()))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_selection()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._show_ring(wanted=event.reason() is not Qt.FocusReason.MouseFocusReason)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        keeps = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if event.reason() not in keeps:
            self._select(0, 0)
        self._show_ring(wanted=False)
        super().focusOutEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction("Copy" if self.selected_text() else "Copy all")
        copy.triggered.connect(self.copy_selection)
        menu.addAction("Select all").triggered.connect(self.select_all)
        menu.popup(event.globalPos())

    def _select(self, one: int, other: int) -> None:
        self._selected = (min(one, other), max(one, other))
        self.update()

    def _show_ring(self, *, wanted: bool) -> None:
        if wanted is not self.has_ring:
            self.has_ring = wanted
            self.ring_changed.emit()

    def _tell(self) -> None:
        """Hand the text to the label, where assistive tools look for it, and begin to lay it out."""
        if self._flow.width:
            self._flow.lay_out(monotonic() + _AT_ONCE)
        self.setText(self._flow.text)
        self.updateGeometry()
        self.update()
