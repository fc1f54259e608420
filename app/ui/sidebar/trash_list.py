"""The conversations in the trash, and the way back for each."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.ui.sidebar.conversation_model import Index
from app.ui.sidebar.row_list import RowList
from app.ui.sidebar.trash_model import TrashModel
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import ROW_HEIGHT
from app.ui.widgets.button import SMALL_PLAIN, Button

_RESTORE = "Restore"
_REMOVE = "Delete for ever…"
_ENTER = "Return"
_ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TrashList(RowList):
    """Its button lies in the row that is chosen.

    Signals:
        restore_wanted: the id of the conversation that is to come back.
        removal_wanted: the id of the conversation that is to be deleted for ever.
    """

    restore_wanted = Signal(object)
    removal_wanted = Signal(object)

    def __init__(self, theme: Theme, model: TrashModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Trash", parent)
        self._trashed = model
        self.restore_button = Button(theme, _RESTORE, SMALL_PLAIN, parent=self.viewport())
        self.restore_button.hide()
        self.delegate.reserve = self.restore_button.sizeHint().width()
        self.setModel(model)
        self.menu.offer(_RESTORE, "undo-2", lambda: self._restore(self.target), key=_ENTER)
        self.menu.addSeparator()
        self.menu.offer(_REMOVE, "trash-2", lambda: self._remove(self.target), key="Del", tone="bad")
        self.restore_button.clicked.connect(lambda: self._restore(self.currentIndex()))
        for changed in (self.selectionModel().selectionChanged, model.rowsInserted, model.rowsRemoved):
            changed.connect(self._place_button)

    def choose_first(self) -> None:
        """Begin at the top unless a row is chosen."""
        if not self.selectedIndexes():
            self.setCurrentIndex(self._trashed.index(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER_KEYS:
            self._restore(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete:
            self._remove(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_button()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._place_button()

    def _place_button(self) -> None:
        chosen = self.selectedIndexes()
        self.restore_button.setVisible(bool(chosen))
        if not chosen:
            return
        row = self.visualRect(chosen[0])
        self.restore_button.setAccessibleDescription(chosen[0].data())
        size = self.restore_button.sizeHint()
        margin = (ROW_HEIGHT - size.height()) // 2
        self.restore_button.setGeometry(
            row.right() + 1 - margin - size.width(), row.top() + margin, size.width(), size.height()
        )

    def _restore(self, index: Index) -> None:
        if conversation := self._trashed.conversation(index):
            self.restore_wanted.emit(conversation.id)

    def _remove(self, index: Index) -> None:
        if conversation := self._trashed.conversation(index):
            self.removal_wanted.emit(conversation.id)
