"""What the model sees as a list to work by key: go to a message, pin it, leave it out, open a summary."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from app.domain.ledger import Reason
from app.ui.panels.context_delegate import ContextDelegate, context_row_height
from app.ui.panels.context_model import ContextModel
from app.ui.panels.context_rows import Kind, Row
from app.ui.theme.theme import Theme
from app.ui.translation import tr
from app.ui.widgets.menu import Menu

_WIDEST = 16_777_215  # as wide as its words
_BARE = "QTableView { background: transparent; selection-background-color: transparent; }"
_ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ContextList(QTableView):
    """A table of one column: unlike a list, it lays out none of a hundred thousand rows that are not seen.

    Signals:
        message_wanted: the item that is to be seen in the transcript.
        pin_wanted, exclude_wanted: the item, and whether it is to be so from now on.
        summary_wanted: the summary is to be opened.
        instructions_wanted: the instructions are to be read.
    """

    message_wanted = Signal(object)
    pin_wanted = Signal(object, bool)
    exclude_wanted = Signal(object, bool)
    summary_wanted = Signal()
    instructions_wanted = Signal()

    def __init__(self, theme: Theme, model: ContextModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self.may_change = True
        self.setModel(model)
        self.delegate = ContextDelegate(theme, model, self)
        self.setItemDelegate(self.delegate)
        self.menu = Menu(theme, tr("Message"), self)
        self.menu.setMaximumWidth(_WIDEST)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        heights = self.verticalHeader()
        heights.hide()
        heights.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heights.setMinimumSectionSize(1)
        heights.setDefaultSectionSize(context_row_height())
        theme.resized.connect(self._fit_rows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setStyleSheet(_BARE)
        self.setAccessibleName(tr("What is sent, and what is not"))

    @property
    def row(self) -> Row | None:
        """The chosen row."""
        return self._rows.row(self.currentIndex())

    def _fit_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(context_row_height())

    @property
    def is_pinned(self) -> bool:
        row = self.row
        return row is not None and row.item is not None and row.item.id in self._rows.pinned

    @property
    def is_excluded(self) -> bool:
        return self.row is not None and self.row.reason is Reason.EXCLUDED

    def open_current(self) -> None:
        """Go to the message, or open what else the row is."""
        row = self.row
        if row is None:
            return
        match row.kind:
            case Kind.SUMMARY:
                self.summary_wanted.emit()
            case Kind.INSTRUCTIONS:
                self.instructions_wanted.emit()
            case _:
                if row.item and row.item.id:
                    self.message_wanted.emit(row.item.id)

    def pin_current(self) -> None:
        if self.may_change and self.row and self.row.item and self.row.item.id:
            self.pin_wanted.emit(self.row.item.id, not self.is_pinned)

    def exclude_current(self) -> None:
        if self.may_change and self.row and self.row.item and self.row.item.id:
            self.exclude_wanted.emit(self.row.item.id, not self.is_excluded)

    def go_to_cut(self) -> None:
        """Begin where the model begins to see."""
        rows = self._rows.rows
        if rows is None or not len(rows):
            return
        place = rows.first_sent if rows.summary_row is None else min(rows.summary_row, rows.first_sent)
        index = self._rows.index(min(place, len(rows) - 1))
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._show_ring(wanted=event.reason() is not Qt.FocusReason.MouseFocusReason)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._show_ring(wanted=True)
        if event.key() in _ENTER_KEYS:
            self.open_current()
        elif event.key() == Qt.Key.Key_P and not event.modifiers():
            self.pin_current()
        elif event.key() in (Qt.Key.Key_X, Qt.Key.Key_Delete) and not event.modifiers():
            self.exclude_current()
        elif event.key() == Qt.Key.Key_Menu:
            self._open_menu(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            last = self._rows.rowCount() - 1
            self.setCurrentIndex(self._rows.index(0 if event.key() == Qt.Key.Key_Home else last))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._show_ring(wanted=False)
        if event.button() is not Qt.MouseButton.RightButton:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        self.open_current()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        self.setCurrentIndex(index)
        self._open_menu(index)

    def _open_menu(self, index: QModelIndex) -> None:
        row = self._rows.row(index)
        if row is None:
            return
        self.menu.clear()
        if row.kind is Kind.SUMMARY:
            self.menu.offer(tr("Open the summary"), "pencil", self.open_current, key="Return")
        elif row.kind is Kind.INSTRUCTIONS:
            self.menu.offer(tr("Read the instructions"), "", self.open_current, key="Return")
        elif row.item and row.item.id:
            self._offer_for_message()
        if self.menu.actions():
            below = self.visualRect(index).bottomLeft()
            self.menu.popup(self.viewport().mapToGlobal(below + QPoint(0, 1)))

    def _offer_for_message(self) -> None:
        self.menu.offer(tr("Go to the message"), "", self.open_current, key="Return")
        if not self.may_change:
            return
        pin = tr("Do not pin it any more") if self.is_pinned else tr("Pin: send it in any case")
        out = tr("Send it again") if self.is_excluded else tr("Leave it out")
        self.menu.offer(pin, "pin-off" if self.is_pinned else "pin", self.pin_current, key="P")
        self.menu.offer(out, "eye" if self.is_excluded else "eye-off", self.exclude_current, key="X")

    def _show_ring(self, *, wanted: bool) -> None:
        self.delegate.ring = wanted
        self.viewport().update()
