"""The conversations to choose from, and what can be done to each: rename, branch, keep or delete."""

from PySide6.QtCore import QPersistentModelIndex, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemDelegate, QWidget

from app.domain.ids import ConversationId
from app.ui.actions import SHORTCUTS, Command
from app.ui.sidebar.conversation_model import ConversationModel, Index
from app.ui.sidebar.row_list import RowList
from app.ui.theme.theme import Theme

_DELETE_KEY = "Del"
_RETENTION = "Delete after…"


class ConversationList(RowList):
    """It only asks: a row changes when the model hears that something has happened.

    Signals:
        rename_wanted: the id of a conversation, and its new title.
        branch_wanted: the id of the conversation that another one is to go on from.
        retention_wanted: the id of the conversation for which another time of keeping may be chosen.
        delete_wanted: the id of the conversation that is to go to the trash.
        forget_wanted: the id of the temporary conversation that is to be gone at once.
    """

    rename_wanted = Signal(object, str)
    branch_wanted = Signal(object)
    retention_wanted = Signal(object)
    delete_wanted = Signal(object)
    forget_wanted = Signal(object)

    def __init__(self, theme: Theme, model: ConversationModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Conversations", parent)
        self._conversations = model
        self.setModel(model)
        self.delegate.renamed.connect(self._ask_to_rename)
        self.menu.offer(
            Command.BRANCH, "git-branch", lambda: self._branch(self.target), key=SHORTCUTS[Command.BRANCH]
        )
        self.menu.offer(
            Command.RENAME, "pencil", lambda: self._rename(self.target), key=SHORTCUTS[Command.RENAME]
        )
        keep = self.menu.offer(_RETENTION, "clock", lambda: self._ask_about_retention(self.target))
        self.menu.aboutToShow.connect(lambda: keep.setVisible(not self._is_temporary(self.target)))
        self.menu.addSeparator()
        self.menu.offer("Delete", "trash-2", lambda: self._delete(self.target), key=_DELETE_KEY, tone="bad")

    def rename_current(self) -> None:
        """Open an editor in the row of the conversation that is shown."""
        self._rename(self.currentIndex())

    def branch_current(self) -> None:
        """Ask for a branch of the conversation that is shown."""
        self._branch(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Delete):
            if not event.isAutoRepeat():  # a key held down must not empty the list
                self._delete(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, _hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Close it and stay: Tab opens no other row's."""
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def _rename(self, index: Index) -> None:
        if conversation_id := self._id(index):
            row = self._conversations.find(conversation_id)
            self.scrollTo(row)
            self.edit(row)

    def _ask_to_rename(self, index: QPersistentModelIndex, title: str) -> None:
        if conversation_id := self._id(index):
            self.rename_wanted.emit(conversation_id, title)

    def _branch(self, index: Index) -> None:
        if conversation_id := self._id(index):
            self.branch_wanted.emit(conversation_id)

    def _ask_about_retention(self, index: Index) -> None:
        if conversation_id := self._id(index):
            self.retention_wanted.emit(conversation_id)

    def _is_temporary(self, index: Index) -> bool:
        conversation = self._conversations.conversation(index)
        return conversation is not None and conversation.is_temporary

    def _delete(self, index: Index) -> None:
        if conversation := self._conversations.conversation(index):
            wanted = self.forget_wanted if conversation.is_temporary else self.delete_wanted
            wanted.emit(conversation.id)

    def _id(self, index: Index) -> ConversationId | None:
        conversation = self._conversations.conversation(index)
        return conversation.id if conversation else None
