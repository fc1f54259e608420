"""Plain text that can be selected and copied, by pointer and by key."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QMenu, QWidget

from app.ui.theme.theme import Theme
from app.ui.theme.tokens import INTERFACE, REGULAR, TextStyle, Tone
from app.ui.translation import tr
from app.ui.widgets.flow_label import FlowLabel


class FlowText(FlowLabel):
    """Lets go of its selection when the focus leaves, so that there is one selection in a window.

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
        super().__init__(theme, style, tone, weight, parent)
        self._anchor = 0
        self.has_ring = False
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)

    def selected_text(self) -> str:
        return self._flow.text[slice(*self._selected)]

    def copy_selection(self) -> None:
        """Copy what is selected, or everything."""
        QGuiApplication.clipboard().setText(self.selected_text() or self._flow.text)

    def select_all(self) -> None:
        self._select(0, len(self._flow.text))

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
        copy = menu.addAction(tr("Copy") if self.selected_text() else tr("Copy all"))
        copy.triggered.connect(self.copy_selection)
        menu.addAction(tr("Select all")).triggered.connect(self.select_all)
        menu.popup(event.globalPos())

    def _select(self, one: int, other: int) -> None:
        self._selected = (min(one, other), max(one, other))
        self.update()

    def _show_ring(self, *, wanted: bool) -> None:
        if wanted is not self.has_ring:
            self.has_ring = wanted
            self.ring_changed.emit()
