"""What is asked next: written while a reply comes, sent when it has ended, and taken back until then."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from app.chat.controller import ChatController
from app.domain.errors import AppError
from app.domain.events import Event, MessageStored, NextKept, NextReturned, SendFailed
from app.domain.ids import ConversationId
from app.ui.composer.composer import Composer
from app.ui.composer.drafts import Drafts, Place, joined
from app.ui.composer.file_taking import FileTaking, TakenFile
from app.ui.composer.quiet_offer import Deed
from app.ui.errands import Errands
from app.ui.translation import tr


@dataclass(frozen=True, slots=True)
class _Next:
    text: str = field(repr=False)
    files: tuple[TakenFile, ...] = ()


class Queueing(QObject):
    """Signals:
    failed: the fault that kept the next message from being kept.
    """

    failed = Signal(object)

    def __init__(
        self,
        controller: ChatController,
        composer: Composer,
        drafts: Drafts,
        files: FileTaking,
        errands: Errands,
        place: Callable[[], Place],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._composer = composer
        self._drafts = drafts
        self._files = files
        self._errands = errands
        self._place = place
        self._waiting: dict[ConversationId, _Next] = {}
        self._under_way: dict[ConversationId, tuple[TakenFile, ...]] = {}
        composer.queued.edit_wanted.connect(self._edit)
        composer.queued.remove_wanted.connect(self._remove)

    def keep(self, conversation: ConversationId, text: str) -> None:
        """Ask `text`, with the files beside it, after the reply; behind what already waits to be asked."""
        ready = set(self._files.ready(conversation))
        files = tuple(each for each in self._files.of(conversation) if each.prepared in ready)
        self._drafts.sent(conversation, text, conversation)
        self._under_way[conversation] = files
        self._errands.send(self._keep(conversation, text, files))

    def show(self) -> None:
        """Show what waits in the conversation that has come to be shown."""
        waiting = self._shown_next()
        if waiting is None:
            self._composer.queued.hide()
        else:
            self._composer.queued.show_text(waiting.text, len(waiting.files))

    def apply(self, event: Event) -> None:
        match event:
            case NextKept(conversation, text):
                self._kept(conversation, text)
            case NextReturned(conversation, _):
                if self._give_back(conversation) and conversation == self._place():
                    self._composer.offer.say(
                        tr("The reply did not come to its end, so your next message is back here.")
                    )
            case MessageStored(conversation, _) if not self._drafts.is_on_its_way(conversation):
                if self._waiting.pop(conversation, None):
                    self._drafts.keep_next(conversation, "")
            case SendFailed(conversation, _) if not self._drafts.is_on_its_way(conversation):
                self._give_back(conversation)
            case _:
                return
        self.show()

    async def _keep(self, conversation: ConversationId, text: str, files: tuple[TakenFile, ...]) -> None:
        before = self._waiting.get(conversation, _Next(""))
        prepared = tuple(each.prepared for each in before.files + files if each.prepared)
        try:
            await self._controller.replies.keep_next(conversation, joined(before.text, text), prepared)
        except AppError as error:
            self._drafts.not_stored(conversation)
            self.failed.emit(error.fault)

    def _kept(self, conversation: ConversationId, text: str) -> None:
        """It is stored as the conversation's draft, so it may leave the field."""
        files = self._under_way.pop(conversation, ())
        self._files.release(conversation, [each.prepared for each in files if each.prepared])
        before = self._waiting.get(conversation, _Next(""))
        self._waiting[conversation] = _Next(text, before.files + files)
        is_shown = conversation == self._place()
        written = self._composer.text if is_shown else self._drafts.text(conversation)
        left = self._drafts.stored(conversation, written)
        self._drafts.keep(conversation, left)
        self._drafts.keep_next(conversation, text)
        if is_shown:
            self._composer.set_text(left)

    def _edit(self) -> None:
        conversation = self._place()
        if conversation is not None:
            self._controller.replies.take_back_next(conversation)
            self._give_back(conversation)
            self.show()
            self._composer.field.setFocus()

    def _remove(self) -> None:
        conversation, waiting = self._place(), self._shown_next()
        if conversation is None or waiting is None:
            return
        self._controller.replies.take_back_next(conversation)
        del self._waiting[conversation]
        self._drafts.keep_next(conversation, "")
        self.show()
        undo = Deed(tr("Undo"), lambda: self._put_back(conversation, waiting))
        self._composer.offer.say(tr("The next message was removed."), [undo])
        self._composer.field.setFocus()

    def _put_back(self, conversation: ConversationId, waiting: _Next) -> None:
        """Let it wait again; where nothing is left to wait for, it goes back into the field."""
        self._waiting[conversation] = waiting
        if self._controller.is_streaming(conversation):
            self._errands.send(self._keep(conversation, "", ()))
        else:
            self._give_back(conversation)
            self.show()

    def _give_back(self, conversation: ConversationId) -> bool:
        """Let what waited be the draft's beginning, with its files. False if nothing waited."""
        waiting = self._waiting.pop(conversation, None)
        if waiting is None:
            return False
        self._drafts.keep_next(conversation, "")
        self._files.give_back(conversation, waiting.files)
        if conversation == self._place():
            self._composer.set_text(joined(waiting.text, self._composer.text))
        else:
            self._drafts.keep(conversation, joined(waiting.text, self._drafts.text(conversation)))
        return True

    def _shown_next(self) -> _Next | None:
        place = self._place()
        return None if place is None else self._waiting.get(place)
