"""The conversations in the trash, and the way back for each."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.ui.sidebar.conversation_list import ConversationList
from app.ui.sidebar.conversation_model import ConversationModel
from app.ui.sidebar.wishes import Wish, Wishes
from app.ui.theme.theme import Theme
from app.ui.translation import tr
from app.ui.widgets.button import SMALL_PLAIN, Button

_ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TrashList(ConversationList):
    """Its button lies in the row that is chosen, if that is only one."""

    def __init__(
        self, theme: Theme, name: str, model: ConversationModel, wishes: Wishes, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, name, model, wishes, parent)
        self.restore_button = Button(theme, tr("Restore"), SMALL_PLAIN, parent=self.viewport())
        self.restore_button.hide()
        self.restore_button.clicked.connect(lambda: self.wish_for_chosen(Wish.RESTORE))
        for changed in (self.selectionModel().selectionChanged, model.rowsInserted, model.rowsRemoved):
            changed.connect(self._place_button)
        for changed in (model.modelReset, model.rowsRemoved):
            changed.connect(self.choose_first)
        model.dataChanged.connect(self._place_button)

    def choose_first(self) -> None:
        """Unless a row is chosen, choose the one that has the keyboard, or the one at the top."""
        if not self.selectionModel().hasSelection() and self._conversations.rowCount():
            self._go_to(self._conversations.index(max(0, self.currentIndex().row())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER_KEYS and not event.isAutoRepeat():
            self.wish_for_chosen(Wish.RESTORE)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_button()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._place_button()

    def _place_button(self) -> None:
        selection = self.selectionModel().selection()
        is_one = selection.count() == 1 and selection.at(0).height() == 1
        self.restore_button.setVisible(is_one)
        if not is_one:
            return
        index = selection.at(0).topLeft()
        row = self.visualRect(index)
        self.restore_button.setAccessibleDescription(index.data())
        size = self.restore_button.sizeHint()
        self.delegate.reserve = size.width()
        margin = (self.row_height - size.height()) // 2
        left = margin if self.isRightToLeft() else row.right() + 1 - margin - size.width()
        self.restore_button.setGeometry(left, row.top() + margin, size.width(), size.height())
