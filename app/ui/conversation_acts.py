"""What the person does to whole conversations: rename, branch, delete, undo, restore."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.chat.controller import ChatController
from app.domain.events import ConversationRestored, ConversationTrashed, Event
from app.domain.ids import ConversationId
from app.ui.errands import Errands
from app.ui.sidebar.sidebar import Sidebar
from app.ui.undo_offers import UndoOffers

_PLACE = "conversation"


class ConversationActs(QObject):
    """Asks the core for what the sidebar wants, and remembers the last deletion for as long as it is offered.

    Signals:
        branched: the id of a new branch, which is to be gone on with.
        temporary_begun: the id under which a temporary conversation may begin.
        brought_back: the id of a conversation that was shown when it was deleted, and is to be shown again.
    """

    branched = Signal(object)
    temporary_begun = Signal(object)
    brought_back = Signal(object)

    def __init__(
        self,
        controller: ChatController,
        sidebar: Sidebar,
        errands: Errands,
        shown: Callable[[], ConversationId | None],
        undos: UndoOffers,
    ) -> None:
        super().__init__(undos)
        self._undos = undos
        self._controller = controller
        self._sidebar = sidebar
        self._errands = errands
        self._shown = shown
        self._deleted: ConversationId | None = None
        self._was_shown = False
        sidebar.temporary_wanted.connect(lambda: errands.send(self._begin_temporary()))
        sidebar.list.rename_wanted.connect(self._rename)
        sidebar.list.branch_wanted.connect(self._branch)
        sidebar.list.delete_wanted.connect(self._delete)
        sidebar.trash.restore_wanted.connect(self._restore)
        sidebar.undo_line.taken.connect(self.undo)
        sidebar.undo_line.dismissed.connect(self._forget)

    def undo(self) -> None:
        """Take the last deletion back, if it is still offered."""
        if self._deleted:
            self._errands.send(self._take_back(self._deleted, show=self._was_shown))

    def apply(self, event: Event) -> None:
        """Hear of deletions, while the deleted conversation is still shown."""
        match event:
            case ConversationTrashed(conversation_id):
                self._was_shown = conversation_id == self._shown()
                self._remember(conversation_id)
            case ConversationRestored(conversation) if conversation.id == self._deleted:
                self._forget()
            case _:
                pass

    def _rename(self, conversation_id: ConversationId, title: str) -> None:
        self._errands.send(self._controller.rename(conversation_id, title))

    def _branch(self, conversation_id: ConversationId) -> None:
        self._errands.send(self._go_on_elsewhere(conversation_id))

    def _delete(self, conversation_id: ConversationId) -> None:
        self._errands.send(self._controller.trash(conversation_id))

    def _restore(self, conversation_id: ConversationId) -> None:
        self._errands.send(self._controller.restore(conversation_id))

    async def _go_on_elsewhere(self, conversation_id: ConversationId) -> None:
        self.branched.emit(await self._controller.branch(conversation_id))

    async def _take_back(self, conversation_id: ConversationId, *, show: bool) -> None:
        await self._controller.restore(conversation_id)
        if show:
            self.brought_back.emit(conversation_id)

    async def _begin_temporary(self) -> None:
        self.temporary_begun.emit(await self._controller.temporary.begin())

    def _forget(self) -> None:
        self._remember(None)

    def _remember(self, deleted: ConversationId | None) -> None:
        self._deleted = deleted
        self._sidebar.set_undo_offered(offered=deleted is not None)
        if deleted:
            self._undos.offer(_PLACE, self.undo)
        else:
            self._undos.withdraw(_PLACE)
