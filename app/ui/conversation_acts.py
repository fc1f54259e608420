"""What the person does to whole conversations: rename, branch, delete, undo."""

from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.chat.controller import ChatController
from app.domain.events import ConversationRemoved, ConversationRestored, ConversationTrashed, Event
from app.domain.ids import ConversationId
from app.ui.errands import Errands
from app.ui.sharing_words import staying
from app.ui.sidebar.sidebar import Sidebar
from app.ui.sidebar.wishes import Chosen
from app.ui.taking_back import TakingBack
from app.ui.translation import tr
from app.ui.undo_offers import UndoOffers

TakeBack = Callable[[], Coroutine[Any, Any, None]]

_PLACE = "conversation"


class ConversationActs(QObject):
    """Asks the core for what the sidebar wants, and remembers the last act while its undo is offered.

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
        self._take_back: TakeBack | None = None
        self._held: TakingBack | None = None
        self._deleted: list[ConversationId] = []
        self._is_deleting = False
        self._was_shown: ConversationId | None = None
        self._note = ""
        sidebar.temporary_wanted.connect(lambda: errands.send(self._begin_temporary()))
        sidebar.wishes.rename.connect(self._rename)
        sidebar.wishes.branch.connect(self._branch)
        sidebar.undo_line.taken.connect(self.undo)
        sidebar.undo_line.dismissed.connect(self._forget)

    def undo(self) -> None:
        """Take the last act back, if that is still offered."""
        if self._take_back:
            self._errands.send(self._undo(self._take_back))

    def offer(self, words: str, take_back: TakeBack, note: str = "", held: TakingBack | None = None) -> None:
        """Say what was done, and offer to take it back, in place of what was offered before.

        What is `held` for that is let go of when it is offered no more.
        """
        self._let_go()
        self._take_back, self._held = take_back, held
        self._sidebar.undo_line.say(words, note)
        self._sidebar.set_undo_offered(offered=True)
        self._undos.offer(_PLACE, self.undo)

    async def delete(self, those: list[ConversationId], rows: Chosen) -> None:
        """Move conversations to the trash: one undo brings all of them back."""
        self._begin_deleting()
        self._is_deleting = True
        self._sidebar.known.leaving.update(rows)
        try:
            await self._controller.arranging.trash(those)
        finally:
            self._errands.send(self._note_end(rows))
        shared = await self._controller.removing.sharing(those[0]) if len(those) == 1 else []
        self._note = staying(shared)
        if self._note and self._deleted == those:
            self._offer_deleted()

    def apply(self, event: Event) -> None:
        """Hear of deletions, while the deleted conversation is still shown."""
        match event:
            case ConversationTrashed(conversation_id):
                if not self._is_deleting:
                    self._begin_deleting()
                self._deleted.append(conversation_id)
                if conversation_id == self._shown():
                    self._was_shown = conversation_id
                self._offer_deleted()
            case ConversationRestored(conversation):
                self._leave_out(conversation.id)
            case ConversationRemoved(conversation_id):
                self._leave_out(conversation_id)
            case _:
                pass

    def _leave_out(self, conversation_id: ConversationId) -> None:
        """What was deleted is not in the trash any more: back in the list, or gone for ever."""
        if conversation_id not in self._deleted:
            return
        self._deleted.remove(conversation_id)
        if conversation_id == self._was_shown:
            self._was_shown = None
        if self._take_back != self._bring_back:
            return  # something else is offered by now
        if self._deleted:
            self._offer_deleted()
        else:
            self._forget()

    async def _note_end(self, rows: Chosen) -> None:
        """The news of the deletions were on their way before this."""
        self._is_deleting = False
        self._sidebar.known.leaving.difference_update(rows)

    def _begin_deleting(self) -> None:
        self._deleted, self._was_shown, self._note = [], None, ""

    def _offer_deleted(self) -> None:
        count = len(self._deleted)
        many = tr("{count} moved to the trash").format(count=count)
        self.offer(tr("Moved to the trash") if count == 1 else many, self._bring_back, self._note)

    def _rename(self, conversation_id: ConversationId, title: str) -> None:
        self._errands.send(self._controller.rename(conversation_id, title))

    def _branch(self, conversation_id: ConversationId) -> None:
        self._errands.send(self._go_on_elsewhere(conversation_id))

    async def _go_on_elsewhere(self, conversation_id: ConversationId) -> None:
        self.branched.emit(await self._controller.branch(conversation_id))

    async def _bring_back(self) -> None:
        show = self._was_shown
        await self._controller.arranging.restore(list(self._deleted))
        if show:
            self.brought_back.emit(show)

    async def _undo(self, take_back: TakeBack) -> None:
        await take_back()
        if take_back == self._take_back:
            self._forget()

    async def _begin_temporary(self) -> None:
        self.temporary_begun.emit(await self._controller.temporary.begin())

    def _let_go(self) -> None:
        held, self._held = self._held, None
        if held:
            held.let_go()

    def _forget(self) -> None:
        self._let_go()
        self._take_back = None
        self._deleted = []
        self._sidebar.set_undo_offered(offered=False)
        self._undos.withdraw(_PLACE)
