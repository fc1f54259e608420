"""Which key sends: Enter, or Ctrl+Enter where lines are broken often. Chosen in the field's menu."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from app.chat.controller import ChatController
from app.domain.preference import Preference
from app.ui.composer.message_field import MessageField
from app.ui.errands import Errands
from app.ui.translation import tr

ENTER_SENDS = Preference("Enter sends", True)


class SendingKey(QObject):
    def __init__(
        self, controller: ChatController, field: MessageField, errands: Errands, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._field = field
        self._errands = errands
        field.menu_opening.connect(self._offer)

    def start(self) -> None:
        """Take up what was chosen before."""
        self._errands.send(self._load())

    def choose(self, *, enter_sends: bool) -> None:
        self._field.enter_sends = enter_sends
        self._errands.send(self._controller.preferring.keep(ENTER_SENDS, enter_sends))

    async def _load(self) -> None:
        self._field.enter_sends = await self._controller.preferring.of(ENTER_SENDS)

    def _offer(self, menu: QMenu, _place: int) -> None:
        menu.addSeparator()
        group = QActionGroup(menu)
        for words, sends in ((tr("Enter sends"), True), (tr("Ctrl+Enter sends"), False)):
            action = QAction(words, menu, checkable=True, checked=self._field.enter_sends is sends)
            action.triggered.connect(lambda _checked=False, sends=sends: self.choose(enter_sends=sends))
            group.addAction(action)
            menu.addAction(action)
