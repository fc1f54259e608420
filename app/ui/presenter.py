"""Joins the window to the core: what the person does becomes calls, what happens becomes something to see."""

from collections.abc import Callable
from typing import TypeVar, assert_never

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from app.chat.controller import ChatController
from app.domain.errors import AppError
from app.domain.events import (
    ArchivePurged,
    BranchesChanged,
    ConversationCreated,
    ConversationRemoved,
    ConversationRenamed,
    ConversationRestored,
    ConversationShaped,
    ConversationsMarked,
    ConversationTrashed,
    Event,
    FoldersChanged,
    MessageStored,
    NextKept,
    NextReturned,
    ProblemArose,
    ProviderChanged,
    ReplyEnded,
    ReplyGrew,
    ReplyNotBegun,
    ReplyStarted,
    ReplyThought,
    ReplyWaits,
    SendFailed,
    SummaryAdvanced,
    SummaryEnded,
    UndoForgotten,
    ViewChanged,
)
from app.domain.ids import ConversationId
from app.ui.arranging_acts import ArrangingActs
from app.ui.conversation_acts import ConversationActs
from app.ui.copying_all import CopyingAll
from app.ui.errands import Errands
from app.ui.event_relay import EventRelay
from app.ui.exchange_acts import ExchangeActs
from app.ui.find_here import FindHere
from app.ui.key_reminder import KeyReminder
from app.ui.message_acts import MessageActs
from app.ui.panels.conversation_pane import ConversationPane
from app.ui.revealing import Revealing
from app.ui.sidebar.list_feed import ListFeed
from app.ui.sidebar.sidebar import Sidebar
from app.ui.theme.theme import Theme
from app.ui.transcript.deeds import Deed
from app.ui.transcript.transcript_feed import TranscriptFeed
from app.ui.trash_acts import TrashActs
from app.ui.undo_offers import UndoOffers
from app.ui.unread_line import UnreadLine
from app.ui.writing.writing import Writing

D = TypeVar("D", bound=QDialog)


class Presenter(QObject):
    """Knows which conversation is shown. Made when there is a core to talk to.

    Signals:
        streaming_changed: whether the shown conversation is being answered.
        opened: a conversation, or the beginning of one, has come to be shown.
        shown_changed: the id of what is shown now, or None for what has not begun.
    """

    streaming_changed = Signal(bool)
    opened = Signal()
    shown_changed = Signal(object)

    def __init__(
        self,
        theme: Theme,
        controller: ChatController,
        sidebar: Sidebar,
        pane: ConversationPane,
        clock: Callable[[], int],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._controller = controller
        self._sidebar = sidebar
        self._pane = pane
        self._clock = clock
        self._shown: ConversationId | None = None
        self.errands = Errands(self._told_of_failure)
        self.writing = Writing(
            theme, controller, pane, self.errands, lambda: self._shown, self._is_begun, self
        )
        self.undos = UndoOffers(self)
        self.acts = ConversationActs(controller, sidebar, self.errands, lambda: self._shown, self.undos)
        self._arranging = ArrangingActs(
            theme, controller, sidebar, self.errands, self.acts, lambda: self._shown
        )
        self._trash_acts = TrashActs(theme, controller, sidebar, self.errands, self)
        self._reminder = KeyReminder(controller.key_care, sidebar.reminder, self.errands, clock, self)
        self._relay = EventRelay(controller.events, self)
        self._feed = TranscriptFeed(pane.transcript, controller, self.errands)
        self._unread = UnreadLine(pane.transcript, self._feed, lambda: self._shown)
        self._arranging.unread_shown.connect(self._unread.draw)
        self._lists = ListFeed(controller, sidebar.known, sidebar.places.models, self.errands, clock, self)
        for hears in (sidebar.told, self._arranging.told, self._after_change):
            self._lists.told.connect(hears)
        sidebar.places.wanted.connect(self._lists.open)
        self.opened.connect(self._arranging.see)
        self.find_here = FindHere(controller, pane, self.errands, lambda: self._shown)
        self.copying = CopyingAll(controller, pane, self.errands, lambda: self._shown, self)
        self.revealing = Revealing(controller, self._feed, self.errands, self.open, self)
        self.message_acts = MessageActs(
            theme, controller, pane, self.errands, lambda: self._shown, self.undos
        )
        self.exchange = ExchangeActs(
            theme, controller, sidebar, pane.header, self.errands, lambda: self._shown, self
        )
        self._relay.happened.connect(self._apply)
        self._feed.filled.connect(pane.show_messages)
        sidebar.chosen.connect(self.open)
        sidebar.new_wanted.connect(self.begin)
        self.acts.branched.connect(self._go_on_with)
        self.acts.temporary_begun.connect(self.begin)
        self.acts.brought_back.connect(self.open)
        self.message_acts.went_elsewhere.connect(self._go_on_with)
        self.message_acts.went_on.connect(pane.composer.field.setFocus)
        pane.composer.stop_wanted.connect(self.stop)
        self.writing.begun.connect(self._begin_writing)
        self.writing.edit_wanted.connect(lambda item: self.message_acts.do(Deed.EDIT, item))

    def start(self) -> None:
        """Load the list, wake the composer, show the newest conversation."""
        self._pane.header.set_provider(self._controller.provider)
        self.writing.start()
        self.errands.send(self._load())

    def end(self) -> None:
        """Nothing is heard or asked for from now on."""
        self._relay.end()
        self.writing.end()
        self.errands.cancel()

    def open(self, conversation_id: ConversationId) -> None:
        if conversation_id != self._shown:
            self._show(conversation_id)
            self.opened.emit()

    def begin(self, temporary: ConversationId | None = None) -> None:
        """Show an empty place for a new conversation, or for a temporary one that is to bear this id."""
        self._show(temporary, is_new=True)
        self.opened.emit()
        self._pane.composer.field.setFocus()

    def stop(self) -> None:
        if self._shown:
            self._controller.stop(self._shown)

    def open_dialog(self, kind: Callable[[Theme, ChatController, QWidget], D], window: QWidget) -> D:
        """Open a dialog, and go back to writing when it closes."""
        dialog = kind(self._theme, self._controller, window)
        dialog.finished.connect(lambda _result: self._pane.composer.field.setFocus())
        dialog.finished.connect(lambda _result: self._reminder.look())
        dialog.open()
        return dialog

    def look_at_clock(self) -> None:
        for model in self._sidebar.places.models:
            model.look_at_clock(self._clock())

    async def _load(self) -> None:
        typed_early = self._pane.composer.text
        await self.writing.load()
        await self._lists.open_first()
        newest = self._sidebar.model.newest()
        if newest and self._shown is None and not typed_early:
            self.open(newest.id)
        else:
            self._after_change()
        if newest:
            self._reminder.look()

    def _show(self, conversation_id: ConversationId | None, *, is_new: bool = False) -> None:
        self.writing.leave()
        self.message_acts.leave()
        self.find_here.leave()
        self._shown = conversation_id
        self.writing.arrive()
        if conversation_id and not is_new:
            self._lists.look_up(conversation_id)
        self._after_change()
        if conversation_id and not is_new:
            self._feed.open(conversation_id)
        else:
            self._feed.begin(conversation_id)
        self.shown_changed.emit(None if is_new else conversation_id)

    def _go_on_with(self, branch: ConversationId) -> None:
        self.open(branch)
        self._pane.composer.field.setFocus()

    def _show_neighbour(self, conversation_id: ConversationId) -> None:
        """What is shown is about to leave the list: show what stands next to it."""
        neighbour = self._sidebar.model.neighbour(conversation_id)
        self._show(neighbour.id if neighbour else None)
        if neighbour is None:
            self._pane.composer.field.setFocus()

    def _begin_writing(self, conversation_id: ConversationId) -> None:
        """The first question of what was a new conversation is on its way."""
        self._shown = conversation_id
        self._feed.begin(conversation_id)
        self._show_streaming()

    def _apply(self, event: Event) -> None:
        self.acts.apply(event)
        if isinstance(event, ConversationTrashed | ConversationRemoved) and (
            event.conversation_id == self._shown
        ):
            self._show_neighbour(event.conversation_id)
        self._lists.apply(event)
        self._arranging.apply(event)
        self._feed.apply(event)
        self._unread.apply(event)
        self.writing.apply(event)
        self.message_acts.apply(event)
        self.find_here.apply(event)
        match event:
            case SendFailed(conversation_id):
                self._stay_unbegun(conversation_id)
            case ConversationCreated() | ConversationRenamed() | ConversationRestored():
                self._after_change()
            case ProviderChanged(provider):
                self._pane.header.set_provider(provider)
            case ProblemArose(fault):
                self.writing.refuse(fault)
            case MessageStored(conversation_id):
                if conversation_id == self._shown:
                    self.shown_changed.emit(conversation_id)  # it may just have begun
            case ReplyNotBegun():
                pass
            case ConversationTrashed() | ReplyStarted() | ReplyEnded() | ReplyGrew() | ReplyThought():
                pass
            case ReplyWaits() | NextKept() | NextReturned():
                pass
            case ConversationRemoved() | ViewChanged() | BranchesChanged() | ArchivePurged():
                pass
            case SummaryAdvanced() | SummaryEnded() | UndoForgotten():
                pass
            case ConversationShaped() | ConversationsMarked() | FoldersChanged():
                pass
            case _:
                assert_never(event)
        if not isinstance(event, ReplyGrew | ReplyThought):
            self._show_streaming()

    def _stay_unbegun(self, conversation_id: ConversationId) -> None:
        """What could not be stored has not begun a conversation."""
        is_temporary = self._controller.temporary.holds(conversation_id)
        if conversation_id == self._shown and not self._is_begun(conversation_id) and not is_temporary:
            self._shown = None
            self.writing.stay_unbegun(conversation_id)

    def _is_begun(self, conversation_id: ConversationId) -> bool:
        return self._sidebar.known.of(conversation_id) is not None

    def _told_of_failure(self, error: AppError) -> None:
        self.writing.refuse(error.fault)

    def _after_change(self) -> None:
        """Let the list and the header show what is shown."""
        row = self._sidebar.known.of(self._shown)
        is_temporary = self._controller.temporary.holds(self._shown)
        self._pane.show_title(row.conversation.title if row else "", is_temporary=is_temporary)
        self._sidebar.select(self._shown)
        self._show_streaming()

    def _show_streaming(self) -> None:
        streaming = self._shown is not None and self._controller.is_streaming(self._shown)
        self._pane.composer.set_streaming(streaming=streaming)
        self.streaming_changed.emit(streaming)
