"""The conversations of a place to choose from, and what can be done to each or to many at once."""

from collections.abc import Container

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemDelegate, QListView, QWidget

from app.domain.ids import ConversationId
from app.domain.library import Folder
from app.domain.listing import Place, PlaceKind
from app.ui.sidebar.conversation_menu import ConversationMenu
from app.ui.sidebar.conversation_model import ConversationModel
from app.ui.sidebar.drop_list import DropList
from app.ui.sidebar.stretch_model import Index
from app.ui.sidebar.stretches import More
from app.ui.sidebar.wishes import Chosen, Wish, Wishes
from app.ui.theme.theme import Theme

_TYPING_MS = 1000  # letters that follow each other this soon are one word
_ENOUGH = 200  # rows whose marks are looked at when the menu opens for many
_LEADING_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)
_ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ConversationList(DropList):
    """It only asks: a row changes when the model hears that something has happened.

    Signals:
        chosen: the id of the conversation that is to be shown.
    """

    chosen = Signal(object)

    def __init__(
        self, theme: Theme, name: str, model: ConversationModel, wishes: Wishes, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, name, model, wishes, parent)
        self._marked: int | None = None
        self._announced: ConversationId | None = None
        self._is_quiet = False
        self._typed = ""
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._entries = ConversationMenu(
            self.menu, lambda: model.place, model.known, wishes, lambda: self._rename(self.target)
        )
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.delegate.renamed.connect(self._ask_to_rename)
        self.clicked.connect(self._enter)
        for changed in (self.selectionModel().selectionChanged, self.selectionModel().currentChanged):
            changed.connect(self._consider)
        model.dataChanged.connect(self._consider)

    @property
    def place(self) -> Place:
        return self._conversations.place

    @property
    def is_open(self) -> bool:
        """Whether it is known what is here."""
        return self._conversations.is_open

    def rename_current(self) -> None:
        """Open an editor in the row that has the keyboard."""
        self._rename(self.currentIndex())

    def branch_current(self) -> None:
        """Ask for a branch of the conversation that has the keyboard."""
        if conversation := self._conversations.conversation(self.currentIndex()):
            self.wishes.branch.emit(conversation.id)

    def wish_for_chosen(self, wish: Wish) -> None:
        """Ask for this for all rows that are chosen."""
        if numbers := self.numbers:
            self.wishes.many.emit(wish, numbers)

    def select(self, conversation: ConversationId | None) -> None:
        """Mark what is shown; None, or where it is in another list, nothing. Other choices are left alone."""
        row = self._conversations.known.of(conversation)
        index = self._conversations.index_of(row.number) if row else QModelIndex()
        number = row.number if row and index.isValid() else None
        self._announced = conversation
        if number == self._marked and self.selectionModel().hasSelection() == (number is not None):
            return
        self._marked = number
        if number is None:
            self.selectionModel().clear()
        else:
            self._go_to(index)

    def go_to_one_of(self, numbers: Container[int]) -> None:
        """Go to the first of these below the row that has the keyboard, or to the first of all."""
        start = self.currentIndex().row() + (len(self._typed) < 2)
        row = self._conversations.rows.next_row(start, numbers)
        if row is not None:
            self._go_to(self._conversations.index(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Delete):
            if not event.isAutoRepeat():  # a key held down must not empty the list
                self._delete(self.currentIndex())
        elif event.key() in _ENTER_KEYS and self.state() is not QListView.State.EditingState:
            self._enter(self.currentIndex())
        elif event.key() == Qt.Key.Key_Space and self._typing.isActive():
            self.keyboardSearch(" ")
        else:
            super().keyPressEvent(event)
            if event.key() in _LEADING_KEYS and not self.selectionModel().hasSelection():
                self._go_to(self.currentIndex())  # Qt had begun here already, and chose nothing

    def keyboardSearch(self, letters: str) -> None:
        """Go to a title that begins as typed: the archive is asked, so no title is missed."""
        self._typed = self._typed + letters if self._typing.isActive() else letters
        self._typing.start(_TYPING_MS)
        if self._typed.strip():
            self.wishes.typed.emit(self._typed)

    def closeEditor(self, editor: QWidget, _hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Close it and stay: Tab opens no other row's."""
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def rowsAboutToBeRemoved(self, parent: Index, first: int, last: int) -> None:
        """Qt lets the next row be the current one. That is nobody's choice, so it is not shown."""
        self._is_quiet = True
        super().rowsAboutToBeRemoved(parent, first, last)
        self._is_quiet = False

    def fill_menu(self, index: QPersistentModelIndex) -> None:
        match self._conversations.at(index):
            case Folder() as folder:
                self._entries.offer_for_folder(folder)
            case int():
                chosen = self._meant(index)
                rows = [row for each in chosen[:_ENOUGH] if (row := self._conversations.known.at(each))]
                self._entries.offer_for(chosen, rows)
            case _:
                self.menu.clear()

    def _go_to(self, index: QModelIndex) -> None:
        """Choose this row alone, whatever keys are held down meanwhile."""
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def _rename(self, index: Index) -> None:
        conversation = self._conversations.conversation(index)
        if (conversation and self._conversations.place.kind is not PlaceKind.TRASH) or self._folder(index):
            row = self._conversations.index(index.row())
            self.scrollTo(row)
            self.edit(row)

    def _ask_to_rename(self, index: QPersistentModelIndex, title: str) -> None:
        if folder := self._folder(index):
            self.wishes.folder_rename.emit(folder.id, title)
        elif conversation := self._conversations.conversation(index):
            self.wishes.rename.emit(conversation.id, title)

    def _delete(self, index: Index) -> None:
        """Ask for the rows that are chosen to go: to the trash or, from there, for ever."""
        if folder := self._folder(index):
            self.wishes.folder_removal.emit(folder.id)
        elif index.isValid():
            in_trash = self._conversations.place.kind is PlaceKind.TRASH
            self.wishes.many.emit(Wish.REMOVE if in_trash else Wish.TRASH, self._meant(index))

    def _enter(self, index: Index) -> None:
        """Go into a folder, list the other folders, or take what is chosen out of the trash."""
        match self._conversations.at(index):
            case Folder(id=folder):
                self.wishes.place.emit(Place(PlaceKind.FOLDER, folder))
            case More():
                self._conversations.set_folders(self._conversations.known.folders, is_open=True)

    def _meant(self, index: Index) -> Chosen:
        """Return the row or, if it is one of those that are chosen, all of these."""
        number = self._conversations.at(index)
        chosen = self.numbers
        return chosen if number in chosen else (number,) if isinstance(number, int) else ()

    def _consider(self) -> None:
        """If just one row is chosen, and it has the keyboard, its conversation is to be shown."""
        current = self.currentIndex()
        selection = self.selectionModel().selection()
        is_one = selection.count() == 1 and selection.at(0).height() == 1 and selection.contains(current)
        if self._is_quiet or not is_one:
            return
        conversation = self._conversations.conversation(current)
        if conversation and conversation.id != self._announced:
            self._announced = conversation.id
            self._marked = self._conversations.known.number(conversation.id)
            self.chosen.emit(conversation.id)
