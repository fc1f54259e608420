"""The list of what a search has found. It is gone through by key without leaving what was typed."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from app.ui.sidebar.result_delegate import ResultDelegate
from app.ui.sidebar.result_model import ResultModel
from app.ui.theme.theme import Theme
from app.ui.translation import tr

_NEAR_END = 2  # heights of the view
_ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ResultList(QListView):
    """Signals:
    target_chosen: a conversation's id and a message's, or None; the person wants to be there.
    left: Up was pressed on the first row, or Escape: the focus is to go back to the field.
    typed: what was typed over the list, and belongs into the field.
    more_wanted: the person has come near to the end of what is listed.
    """

    target_chosen = Signal(object, object)
    left = Signal()
    typed = Signal(str)
    more_wanted = Signal()

    def __init__(self, theme: Theme, model: ResultModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._delegate = ResultDelegate(theme, model, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)  # a snippet may need one line or two
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(tr("Search results"))
        self.clicked.connect(self.act)
        self.verticalScrollBar().valueChanged.connect(self.look_for_end)
        model.layoutChanged.connect(self.look_for_end)
        theme.resized.connect(self.scheduleDelayedItemsLayout)

    def begin(self) -> None:
        """Go to the first row by key or, where one was chosen already, back to that."""
        last = self.currentIndex()
        row = last if last.isValid() else self._model.first()
        if row.isValid():
            self.setFocus(Qt.FocusReason.TabFocusReason)
            self.setCurrentIndex(row)
        if not last.isValid():
            self.scrollToTop()

    def forget(self) -> None:
        """Something else is looked for: begin at the top."""
        self.setCurrentIndex(QModelIndex())

    def act(self, index: QModelIndex) -> None:
        """Go where a row leads, or list what it stands for."""
        if target := self._model.target(index):
            self.target_chosen.emit(*target)
        else:
            self._model.open(index)
            row = index.row()
            if not self.currentIndex().isValid() and row < self._model.rowCount():
                self.setCurrentIndex(self._model.index(row))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._show_ring(wanted=event.reason() is not Qt.FocusReason.MouseFocusReason)
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._show_ring(wanted=False)
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._show_ring(wanted=True)
        at_top = self.currentIndex().row() <= self._model.first().row()
        if event.key() in _ENTER_KEYS:
            self.act(self.currentIndex())
        elif event.key() == Qt.Key.Key_Up and at_top:
            self.left.emit()
        elif event.text().strip() and event.text().isprintable():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def look_for_end(self) -> None:
        """Ask for more where there is room for it, or soon will be."""
        bar = self.verticalScrollBar()
        if bar.maximum() - bar.value() < _NEAR_END * self.viewport().height():
            self.more_wanted.emit()

    def _show_ring(self, *, wanted: bool) -> None:
        self._delegate.ring = wanted
        self.viewport().update()
