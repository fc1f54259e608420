"""Editing a message in its own place: what is typed is kept until it is stored, or knowingly given up."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from app.chat.controller import ChatController
from app.domain.errors import AppError, Fault
from app.domain.events import Event, MessageStored, SendFailed
from app.domain.ids import ConversationId, ItemId
from app.domain.item import Item, Role
from app.domain.undo import Undo
from app.ui.errands import Errands
from app.ui.theme.theme import Theme
from app.ui.transcript.edit_field import EditField
from app.ui.transcript.laid_over import LaidOver
from app.ui.transcript.transcript_view import TranscriptView
from app.ui.wording import words_for


class Editing(QObject):
    """One message is edited at a time. What was typed for another is still there when it is edited again.

    Signals:
        edited: the undo of an edit that is stored.
        given_up: an item whose edit was given up with words in it that are nowhere else.
    """

    edited = Signal(object)
    given_up = Signal(object)

    def __init__(
        self,
        theme: Theme,
        controller: ChatController,
        view: TranscriptView,
        errands: Errands,
        shown: Callable[[], ConversationId | None],
    ) -> None:
        super().__init__(view)
        self._controller = controller
        self._view = view
        self._errands = errands
        self._shown = shown
        self._item: Item | None = None
        self._sent = False
        self._kept: dict[ItemId, str] = {}
        self.field = EditField(theme, view.viewport())
        self._laid = LaidOver(view, self.field, instead=True)
        self.field.changed.connect(self._changed)
        self.field.save_wanted.connect(lambda text: errands.send(self._save(text)))
        self.field.send_wanted.connect(self._send)
        self.field.given_up.connect(self._give_up)

    @property
    def item(self) -> Item | None:
        """The item that is being edited."""
        return self._item

    def begin(self, item: Item) -> None:
        """Open the field in the place of a message, with what was typed for it before, if it was."""
        self._item, self._sent = item, False
        self.field.begin(self._kept.get(item.id, item.text), can_send=item.role is Role.PERSON)
        self._laid.lay_on(item.id)
        self.field.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Close the field; what was typed in it waits until the message is edited again."""
        self._item = None
        self._laid.take_away()

    def apply(self, event: Event) -> None:
        """Hear whether what was sent again is stored."""
        match event:
            case MessageStored(conversation) if self._sent and conversation == self._shown():
                self._done()
            case SendFailed(conversation, fault) if self._sent and conversation == self._shown():
                self._refuse(fault)
            case _:
                pass

    async def _save(self, text: str) -> None:
        item, conversation = self._item, self._shown()
        if item is None or conversation is None:
            return
        if text == item.text:
            self._done()
            return
        try:
            undo: Undo = await self._controller.marks.edit(conversation, item, text)
        except AppError as error:
            self._refuse(error.fault)
            return
        self._done()
        self.edited.emit(undo)

    def _send(self, text: str) -> None:
        item, conversation = self._item, self._shown()
        if item is None or conversation is None:
            return
        try:
            self._controller.replies.resend(conversation, item.id, text)
        except AppError as error:
            self._refuse(error.fault)
            return
        self._sent = True

    def _give_up(self) -> None:
        item = self._item
        if item is None:
            return
        typed = self.field.text
        if typed == item.text:
            self._kept.pop(item.id, None)
        self.leave()
        self._view.focus_message(item.id)
        if typed != item.text:
            self.given_up.emit(item)

    def _done(self) -> None:
        item = self._item
        if item:
            self._kept.pop(item.id, None)
            self.leave()
            self._view.focus_message(item.id)

    def _refuse(self, fault: Fault) -> None:
        self._sent = False
        self.field.refuse(words_for(fault).sentence)

    def _changed(self) -> None:
        if self._item:
            self._kept[self._item.id] = self.field.text
            self._laid.measure()
