"""What the person does with single messages, by button, by menu and by key; and taking it back."""

from collections.abc import Awaitable, Callable
from typing import assert_never

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from app.chat.controller import ChatController
from app.domain.errors import ReplyUnderWay
from app.domain.events import Event, MessageStored, ReplyEnded, ReplyStarted
from app.domain.ids import ConversationId, ItemId
from app.domain.item import Item
from app.domain.undo import Undo
from app.ui.another_model import AnotherModel
from app.ui.editing import Editing
from app.ui.errands import Errands
from app.ui.panels.conversation_pane import ConversationPane
from app.ui.taking_back import TakingBack
from app.ui.theme.theme import Theme
from app.ui.transcript.deeds import Deed
from app.ui.transcript.message_bar import MessageBar
from app.ui.translation import tr
from app.ui.undo_offers import UndoOffers
from app.ui.unfinished import Unfinished

_PLACE = "message"


class MessageActs(QObject):
    """Asks the core for what a message's buttons want. What comes of it is told by events.

    Signals:
        went_elsewhere: the id of a new conversation that is to be gone on with.
        went_on: a branch was begun here, and the next question is to be written.
        settings_wanted: a failed reply has led to Settings.
        given_wanted: the id of a reply of which is to be shown what it was given.
    """

    went_elsewhere = Signal(object)
    went_on = Signal()
    settings_wanted = Signal()
    given_wanted = Signal(object)

    def __init__(
        self,
        theme: Theme,
        controller: ChatController,
        pane: ConversationPane,
        errands: Errands,
        shown: Callable[[], ConversationId | None],
        undos: UndoOffers,
    ) -> None:
        super().__init__(undos)
        self._controller = controller
        self._errands = errands
        self._shown = shown
        self._undos = undos
        self._held: TakingBack | None = None
        self._line = pane.act_line
        self.given_wanted.connect(pane.beside.given_wanted)
        self._view = pane.transcript
        self.bar = MessageBar(theme, self._view, self._is_resting)
        self.editing = Editing(theme, controller, self._view, errands, shown)
        self.unfinished = Unfinished(theme, self._view, shown, self._is_resting)
        self.models = AnotherModel(theme, controller, errands, self._view.viewport())
        self.bar.wanted.connect(self.do)
        self.bar.version_wanted.connect(self.show_version)
        self.unfinished.wanted.connect(self.do)
        self.models.chosen.connect(self._answer_with)
        self.editing.edited.connect(lambda undo: self._offer_undo(tr("Message edited"), undo))
        self.editing.given_up.connect(self._offer_words_back)
        self._line.taken.connect(lambda: self._undos.take_from(_PLACE))
        self._line.dismissed.connect(self._forget)

    def do(self, deed: Deed, item_id: ItemId) -> None:
        """Do what was chosen for a message of the shown conversation."""
        item, conversation = self._view.item_of(item_id), self._shown()
        if item is None or conversation is None:
            return
        match deed:
            case Deed.COPY:
                QGuiApplication.clipboard().setText(self._view.text_of(item_id))
            case Deed.EDIT:
                self.edit(item_id)
            case Deed.AGAIN_WITH:
                self.models.open(item_id, self.bar.menu.pos())
            case Deed.SETTINGS:
                self.settings_wanted.emit()
            case Deed.GIVEN:
                self.given_wanted.emit(item_id)
            case _:
                self._errands.send(self._do(deed, conversation, item))

    def show_version(self, item_id: ItemId, by: int) -> None:
        """Show the version of a message that is so many steps further; nothing beyond the first and last."""
        versions, conversation = self._view.versions_of(item_id), self._shown()
        other = versions.beside(by) if versions else None
        if other and conversation:
            self._view.hold_foot(item_id)
            self._errands.send(self._show_version(conversation, other))

    def edit(self, item_id: ItemId) -> None:
        """Bring a message into sight and edit it in its place."""
        item = self._view.item_of(item_id)
        if item and self.bar.offers(Deed.EDIT, item):
            self._view.focus_message(item_id)
            self.editing.begin(item)

    def act_on_target(self, deed: Deed) -> None:
        """Do something with the message that has the focus or the pointer, or else with the last."""
        target = self.bar.target
        if target and self.bar.offers(deed, target):
            self.do(deed, target.id)

    def step_target(self, by: int) -> None:
        if target := self.bar.target:
            self.show_version(target.id, by)

    def apply(self, event: Event) -> None:
        self.editing.apply(event)
        self.unfinished.apply(event)
        match event:
            case MessageStored(conversation, item) | ReplyStarted(conversation, item):
                self._tell_versions(conversation, item)
            case ReplyEnded(conversation, item):
                self._tell_versions(conversation, item)
            case _:
                pass

    def leave(self) -> None:
        """Another conversation is about to be shown."""
        self.editing.leave()
        self._forget()

    def _is_resting(self) -> bool:
        shown = self._shown()
        return shown is None or not self._controller.is_streaming(shown)

    async def _do(self, deed: Deed, conversation: ConversationId, item: Item) -> None:
        replies, marks = self._controller.replies, self._controller.marks
        match deed:
            case Deed.CONTINUE:
                await replies.go_on(conversation)
            case Deed.RETRY | Deed.ANSWER:
                await replies.retry(conversation)
            case Deed.AGAIN:
                replies.regenerate(conversation, item.id)
            case Deed.PIN | Deed.UNPIN:
                await marks.pin(conversation, item.id, pinned=deed is Deed.PIN)
            case Deed.LEAVE_OUT | Deed.TAKE_IN:
                await marks.exclude(conversation, item.id, excluded=deed is Deed.LEAVE_OUT)
            case Deed.BRANCH:
                await self._branch(conversation, item.id)
            case Deed.BRANCH_OUT:
                self.went_elsewhere.emit(await self._controller.branch(conversation, item.id))
            case Deed.DELETE:
                undo = await marks.delete(conversation, item.id)
                self._offer_undo(tr("Message deleted"), undo)
            case Deed.COPY | Deed.EDIT | Deed.AGAIN_WITH | Deed.SETTINGS | Deed.GIVEN:
                pass  # done at once
            case _:
                assert_never(deed)

    async def _branch(self, conversation: ConversationId, item: ItemId) -> None:
        branches = self._controller.branches
        before = next(each.id for each in await branches.all(conversation) if each.is_shown)
        made = await branches.fork_at(conversation, item)

        async def go_back() -> None:
            await branches.show(conversation, before)
            await branches.delete(conversation, made)

        self._offer(tr("What followed stays on its own branch"), go_back)
        self.went_on.emit()

    async def _show_version(self, conversation: ConversationId, item: ItemId) -> None:
        await self._controller.branches.show_version(conversation, item)

    def _answer_with(self, item: ItemId, model: str) -> None:
        async def answer() -> None:
            if conversation := self._shown():
                self._controller.replies.regenerate(conversation, item, model)

        self._errands.send(answer())

    def _tell_versions(self, conversation: ConversationId, item: Item) -> None:
        """Something new stands here: it may be another version of what stood here before."""
        if conversation == self._shown():
            self._errands.send(self._read_versions(conversation, item.depth))

    async def _read_versions(self, conversation: ConversationId, depth: int) -> None:
        versions = await self._controller.branches.versions_at(conversation, depth)
        if versions and conversation == self._shown():
            self._view.set_versions(versions)

    def _offer_undo(self, words: str, undo: Undo) -> None:
        held = TakingBack(self._controller.removing, [undo], self._errands.send)
        self._offer(words, held.play)
        self._held = held

    def _offer(self, words: str, take_back: Callable[[], Awaitable[None]]) -> None:
        async def take() -> None:
            if not self._is_resting():
                raise ReplyUnderWay("This conversation is still being answered.")  # it stays offered
            self._held = None
            self._forget()
            await take_back()

        self._let_go()
        self._line.say(words)
        self._undos.offer(_PLACE, lambda: self._errands.send(take()))

    def _offer_words_back(self, item: Item) -> None:
        async def open_again() -> None:
            self.editing.begin(item)

        self._offer(tr("The edit was given up"), open_again)

    def _let_go(self) -> None:
        held, self._held = self._held, None
        if held:
            held.let_go()

    def _forget(self) -> None:
        self._let_go()
        self._line.hide()
        self._undos.withdraw(_PLACE)
