"""Joins the composer to the core: what is written becomes questions, and stays until they are stored."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from app.chat.controller import ChatController
from app.chat.looking_ahead import Draft
from app.domain.attachment import PreparedFile
from app.domain.errors import ContextOverBudget, Fault, InputError, ProviderMissing
from app.domain.events import (
    ConversationRenamed,
    Event,
    MessageStored,
    ProviderChanged,
    ReplyGrew,
    ReplyNotBegun,
    ReplyStarted,
    ReplyThought,
    SendFailed,
)
from app.domain.ids import ConversationId
from app.domain.item import Role
from app.ui.composer.drafts import Drafts, Place
from app.ui.composer.file_taking import FileTaking
from app.ui.errands import Errands
from app.ui.panels.conversation_pane import ConversationPane
from app.ui.theme.theme import Theme
from app.ui.wording import words_for
from app.ui.writing.attachments import Attachments
from app.ui.writing.choosing_model import ChoosingModel
from app.ui.writing.completing import Completing
from app.ui.writing.estimating import Estimating
from app.ui.writing.over_budget import OverBudget
from app.ui.writing.queueing import Queueing
from app.ui.writing.sending_key import SendingKey
from app.ui.writing.spelling import Spelling

_PAUSE_MS = 300  # until a long text is looked at again


class Writing(QObject):
    """Made when there is a core to talk to.

    Signals:
        begun: the id under which a conversation begins whose first question is on its way.
        edit_wanted: the id of the person's last message, which is to be edited.
    """

    begun = Signal(object)
    edit_wanted = Signal(object)

    def __init__(
        self,
        theme: Theme,
        controller: ChatController,
        pane: ConversationPane,
        errands: Errands,
        place: Callable[[], Place],
        is_begun: Callable[[ConversationId], bool],
        parent: QObject,
    ) -> None:
        """`place` tells what is shown, and `is_begun` whether there is such a conversation yet."""
        super().__init__(parent)
        self._controller = controller
        self._composer = composer = pane.composer
        self._place = place
        self._is_begun = is_begun
        self._sent_files: dict[ConversationId, tuple[PreparedFile, ...]] = {}
        self._troubles: dict[ConversationId, Fault] = {}
        self.drafts = Drafts(controller.drafts.keep)
        self.files = FileTaking(controller, errands, self)
        self.choosing = ChoosingModel(theme, controller, pane.header, errands, self._begun_place, self)
        self._estimating = Estimating(controller, pane, errands, self._draft, self)
        self._queueing = Queueing(controller, composer, self.drafts, self.files, errands, place, self)
        self._over_budget = OverBudget(controller, composer.offer, errands, self)
        self._attachments = Attachments(theme, pane, self.files, place, self)
        self._completing = Completing(theme, controller, pane, errands, self)
        self._sending_key = SendingKey(controller, composer.field, errands, self)
        self._spelling = Spelling(theme, composer.field, errands, self)
        self._long_pause = QTimer(self)
        self._long_pause.setSingleShot(True)
        self._long_pause.timeout.connect(self._keep_draft)
        self._queueing.failed.connect(self.refuse)
        self.choosing.settings_wanted.connect(pane.header.settings_wanted)
        composer.submitted.connect(self._submit)
        composer.field.textChanged.connect(self._text_changed)
        composer.field.edit_last_wanted.connect(lambda: errands.send(self._edit_last()))
        for news in (composer.changed, self.choosing.changed):
            news.connect(self._estimating.look_soon)

    def start(self) -> None:
        self._composer.wake()
        self._sending_key.start()
        self._spelling.start()
        self._estimating.look_soon()

    async def load(self) -> None:
        """Take up the drafts that an earlier run has kept, beside what was typed before there was a core."""
        self.drafts.load(await self._controller.drafts.load())
        if typed_early := self._composer.text:
            self.drafts.keep(self._place(), typed_early)
        else:
            self._composer.set_text(self.drafts.text(self._place()))

    def end(self) -> None:
        """Nothing is kept or looked up from now on."""
        self._long_pause.stop()
        self._estimating.end()
        self._spelling.end()

    def leave(self) -> None:
        """Another place is about to be shown: keep what is written here."""
        self._long_pause.stop()
        self._keep_draft()
        self._composer.offer.withdraw()
        self.choosing.forget()

    def arrive(self) -> None:
        """Show what was being written in the place that has come to be shown."""
        place = self._place()
        self._composer.set_text(self.drafts.text(place))
        self._attachments.show()
        self._queueing.show()
        self._estimating.look_soon()
        if place is not None and (fault := self._troubles.get(place)):
            self._tell(place, fault)

    def apply(self, event: Event) -> None:
        """Hear what has become of what was written. A question that began nothing is told of elsewhere."""
        if not isinstance(event, ReplyGrew | ReplyThought | ConversationRenamed):
            self._estimating.look_soon()
        self._queueing.apply(event)
        match event:
            case MessageStored(conversation, _) if self.drafts.is_on_its_way(conversation):
                self._stored(conversation)
            case SendFailed(conversation, fault):
                self._not_stored(conversation, fault)
            case ReplyNotBegun(conversation, fault):
                self._troubles[conversation] = fault
                if conversation == self._place():
                    self._tell(conversation, fault)
            case ReplyStarted(conversation, _, _):
                if self._troubles.pop(conversation, None) and conversation == self._place():
                    self._composer.refusal.withdraw()
                    self._composer.offer.withdraw()
            case ProviderChanged():
                self._composer.refusal.withdraw()
            case _:
                pass

    def refuse(self, fault: Fault) -> None:
        missing = fault.kind == ProviderMissing.__name__
        self._composer.refuse(words_for(fault), offers_setup=missing)

    def _submit(self, text: str) -> None:
        place = self._place()
        self._completing.close()
        if place is not None and self._controller.is_streaming(place):
            self._queueing.keep(place, text)
            return
        files, own = self.files.ready(place), None
        if self._begun_place() is None:
            own = self.choosing.own
        try:
            conversation = self._controller.send(place, text, files, own)
        except InputError as error:
            self.refuse(error.fault)
            return
        self.drafts.sent(conversation, text, place)
        self._sent_files[conversation] = files
        if place is None:
            self.files.move(None, conversation)
            self.begun.emit(conversation)

    def _stored(self, conversation: ConversationId) -> None:
        """The question is on disk, so its text may go; what was typed after it stays."""
        self.files.release(conversation, self._sent_files.pop(conversation, ()))
        if conversation == self._place():
            self.choosing.forget()
            self._composer.set_text(self.drafts.stored(conversation, self._composer.text))
        else:
            left = self.drafts.stored(conversation, self.drafts.text(conversation))
            self.drafts.keep(conversation, left)

    def _not_stored(self, conversation: ConversationId, fault: Fault) -> None:
        self.drafts.not_stored(conversation)
        self._sent_files.pop(conversation, None)
        if conversation == self._place():
            self.refuse(fault)

    def stay_unbegun(self, conversation: ConversationId) -> None:
        """Nothing has begun under that id: what was sent along waits where it was."""
        self.files.move(conversation, None)
        self.drafts.keep(conversation, "")
        self._keep_draft()

    def _tell(self, conversation: ConversationId, fault: Fault) -> None:
        """Say why there is no reply. What is too long is for the person to decide."""
        if fault.kind == ContextOverBudget.__name__:
            self._over_budget.ask(conversation)
        else:
            self.refuse(fault)

    async def _edit_last(self) -> None:
        place = self._begun_place()
        if place is None:
            return
        page = await self._controller.history(place)
        last = next((each for each in reversed(page.items) if each.role is Role.PERSON), None)
        if last and place == self._place():
            self.edit_wanted.emit(last.id)

    def _text_changed(self) -> None:
        if self._composer.field.is_long:
            self._long_pause.start(_PAUSE_MS)
        else:
            self._keep_draft()

    def _keep_draft(self) -> None:
        self.drafts.keep(self._place(), self._composer.text)

    def _draft(self) -> tuple[Place, Draft]:
        """Return what is being written, and where: nowhere yet, in what has not begun."""
        place = self._place()
        return self._begun_place(), Draft(
            self._composer.text, self.files.ready(place), self.choosing.at_the_beginning
        )

    def _begun_place(self) -> ConversationId | None:
        place = self._place()
        return place if place is not None and self._is_begun(place) else None
