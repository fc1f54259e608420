"""What goes on beside the conversations while a history is open: notices, rest, a newcomer's welcome."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from app.chat.controller import ChatController
from app.domain.errors import AppError
from app.domain.ids import ConversationId
from app.ui.errands import Errands
from app.ui.idle_lock import IdleLock
from app.ui.panels import later
from app.ui.plain_keeper import PlainKeeper
from app.ui.reply_notices import ReplyNotices
from app.ui.sidebar.conversation_model import ConversationModel
from app.ui.theme.theme import Theme

if TYPE_CHECKING:
    from app.ui.panels.first_run_page import FirstRunPage


class Beside(QObject):
    """Signals:
    lock_due: nobody has touched the window for as long as the person has said.
    welcomed: the newcomer goes to the conversations.
    settings_wanted: the newcomer wants to set up a service in detail.
    """

    lock_due = Signal()
    welcomed = Signal()
    settings_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        controller: ChatController,
        plain: PlainKeeper,
        model: ConversationModel,
        pages: QStackedLayout,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._controller = controller
        self._plain = plain
        self._model = model
        self._pages = pages
        self._errands = Errands(_pass_over)
        self.first_run: FirstRunPage | None = None
        self._notices = ReplyNotices(controller.events, plain, self._title_of, window)
        self._idle = IdleLock(plain, self)
        self._idle.due.connect(self.lock_due)
        self._errands.send(self._welcome())

    def end(self) -> None:
        self._notices.end()
        self._idle.end()
        self._errands.cancel()
        self._put_away()

    async def _welcome(self) -> None:
        """Greet who comes for the first time: nothing is set up, and nothing was said before."""
        if not self._plain.is_lasting or self._plain.settings.first_run_done:
            return
        if self._controller.provider is not None or await self._controller.conversations():
            return
        if await self._controller.trashed():
            return
        page = later.first_run(self._theme, self._controller, self._plain)
        self.first_run = page
        page.left.connect(self._leave)
        page.settings_wanted.connect(self._set_up)
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        page.begin()

    def _leave(self, is_done: bool) -> None:
        if is_done:
            self._plain.change(first_run_done=True)
        self._put_away()
        self.welcomed.emit()

    def _set_up(self) -> None:
        self._leave(is_done=False)
        self.settings_wanted.emit()

    def _put_away(self) -> None:
        if self.first_run:
            self.first_run.end()
            self._pages.removeWidget(self.first_run)
            self.first_run.deleteLater()
            self.first_run = None

    def _title_of(self, conversation: ConversationId) -> str:
        found = self._model.conversation(self._model.find(conversation))
        return found.title if found else ""


def _pass_over(_error: AppError) -> None:
    """Whoever cannot be welcomed is not kept waiting; the trouble is told where it is met."""
