"""A list whose conversations can be carried away, and let go of on a folder or among the pinned ones."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from app.domain.library import Folder
from app.domain.listing import PlaceKind
from app.ui.sidebar.conversation_model import ConversationModel
from app.ui.sidebar.dragging import carried, carry
from app.ui.sidebar.row_list import RowList
from app.ui.sidebar.stretch_model import Index
from app.ui.sidebar.wishes import Chosen, Wish, Wishes
from app.ui.theme.theme import Theme


class DropList(RowList):
    def __init__(
        self, theme: Theme, name: str, model: ConversationModel, wishes: Wishes, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, name, parent)
        self._conversations = model
        self.wishes = wishes
        self.setModel(model)
        self.setDragEnabled(True)
        self.setAcceptDrops(model.place.kind is PlaceKind.LIST)

    @property
    def numbers(self) -> Chosen:
        """The conversations that are chosen, from the top down."""
        return tuple(self._conversations.numbers_in(self.selectionModel().selection()))

    def startDrag(self, _actions: Qt.DropAction) -> None:
        if numbers := self.numbers:
            carry(self, self._theme, numbers, self.currentIndex().data() or "")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if carried(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        takes = self._wanted_at(index, carried(event.mimeData())) is not None or self._folder(index)
        event.setAccepted(bool(takes))
        self._point_at(QPersistentModelIndex(index if takes else QModelIndex()))

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._point_at(QPersistentModelIndex())

    def dropEvent(self, event: QDropEvent) -> None:
        index, numbers = self.indexAt(event.position().toPoint()), carried(event.mimeData())
        self._point_at(QPersistentModelIndex())
        event.acceptProposedAction()
        if folder := self._folder(index):
            self.wishes.move.emit(numbers, folder.id)
        elif wish := self._wanted_at(index, numbers):
            self.wishes.many.emit(wish, numbers)

    def _folder(self, index: Index) -> Folder | None:
        row = self._conversations.at(index)
        return row if isinstance(row, Folder) else None

    def _wanted_at(self, index: Index, numbers: Chosen) -> Wish | None:
        """Return what letting go here would mean: among the pinned ones to be pinned, elsewhere not to be."""
        known = map(self._conversations.known.at, numbers)
        pinned = [row.is_pinned for row in known if row]
        if not index.isValid() or self._folder(index) or not pinned:
            return None
        if self._conversations.is_pinned(index):
            return None if all(pinned) else Wish.PIN
        return Wish.UNPIN if any(pinned) else None
