"""Feeds the transcript: pages of history when a conversation is opened or scrolled up, events ever after."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, assert_never

from PySide6.QtCore import QObject, Signal

from app.chat.controller import ChatController
from app.domain.conversation import HistoryPage
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
from app.domain.ids import ConversationId, ItemId
from app.domain.item import Item
from app.ui.errands import Errands
from app.ui.transcript.history_window import newest_stretch, stretch_before
from app.ui.transcript.transcript_view import TranscriptView

_PAGE = 100  # items that the core tells of at once
_AHEAD = 30  # of them, so many lie behind the one that is wanted


class TranscriptFeed(QObject):
    """Keeps the view true to one conversation.

    While a page is being read, events are held back and then applied to it. A growing reply's text is in the
    page as far as it had arrived when the page was read, so its held pieces would be there twice.

    Signals:
        filled: whether there is anything to show.
    """

    filled = Signal(bool)

    def __init__(self, view: TranscriptView, controller: ChatController, errands: Errands) -> None:
        super().__init__(view)
        self._view = view
        self._controller = controller
        self._errands = errands
        self._shown: ConversationId | None = None
        self._held: list[Event] | None = None
        self._reading: asyncio.Task[None] | None = None
        view.wanted.connect(self._read_more)

    def open(self, conversation_id: ConversationId) -> None:
        """Show a stored conversation from its end."""
        self._begin_reading(conversation_id, self._read_newest)

    def open_at(self, found: HistoryPage, item: ItemId) -> None:
        """Show a stored conversation from a page that holds this item, and the item in it."""

        async def show(_conversation_id: ConversationId) -> HistoryPage:
            self._view.clear()
            self._view.put_page(found, *_stretch_of(found))
            self._view.show_item(item)
            self._view.focus_message(item)
            return found

        self._begin_reading(found.conversation_id, show)

    def begin(self, conversation_id: ConversationId | None) -> None:
        """Show nothing, and what becomes of a new conversation if one has begun."""
        self._leave()
        self._shown = conversation_id
        self._view.clear()
        self.filled.emit(False)

    def apply(self, event: Event) -> None:
        if self._held is not None:
            self._held.append(event)
        else:
            self._apply(event)

    def _apply(self, event: Event) -> None:
        match event:
            case MessageStored(conversation_id, item, has_files) if conversation_id == self._shown:
                self._add(item)
                self._view.jump_to_end()
                if has_files:
                    self._errands.send(self._read_newest_again(conversation_id))
            case ReplyStarted(conversation_id, item, ledger) if conversation_id == self._shown:
                self._add(item)
                self._view.replace(item, None)  # an unfinished reply grows on
                self._view.set_cut(ledger.cut)
            case ReplyGrew(conversation_id, item_id, text) if conversation_id == self._shown:
                self._view.grow(item_id, text)
            case ReplyThought(conversation_id, item_id) if conversation_id == self._shown:
                self._tell_progress(item_id, None)
            case ReplyWaits(conversation_id, item_id, seconds) if conversation_id == self._shown:
                self._tell_progress(item_id, seconds)
            case ReplyEnded(conversation_id, item, usage) if conversation_id == self._shown:
                self._view.replace(item, usage)
                self._errands.send(self._read_newest_again(conversation_id))
            case ViewChanged(conversation_id) if conversation_id == self._shown:
                self._begin_reading(conversation_id, self._read_again)
            case MessageStored() | ReplyStarted() | ReplyGrew() | ReplyEnded() | ViewChanged():
                pass  # of another conversation
            case (
                ConversationCreated() | ConversationRenamed() | ConversationTrashed() | ConversationRestored()
            ):
                pass  # told in the sidebar
            case ConversationRemoved() | BranchesChanged() | ConversationShaped() | ArchivePurged():
                pass  # nothing that is shown here
            case ConversationsMarked() | FoldersChanged():
                pass  # told in the sidebar
            case SummaryAdvanced() | SummaryEnded() | UndoForgotten():
                pass  # what is shown stays as it is
            case ReplyThought() | ReplyWaits():
                pass  # of another conversation
            case NextKept() | NextReturned():
                pass  # nothing of it is drawn yet
            case SendFailed() | ReplyNotBegun() | ProviderChanged() | ProblemArose():
                pass  # told elsewhere in the window
            case _:
                assert_never(event)

    def _add(self, item: Item) -> None:
        if not self._view.shows(item.id):
            self._view.add(item)
            self.filled.emit(True)

    def _tell_progress(self, item_id: ItemId, wait: float | None) -> None:
        """Say that a reply is thought about before its first word or, given seconds, waited for."""
        if self._view.shows(item_id):
            self._view.tell_progress(item_id, wait)

    def _leave(self) -> None:
        if self._reading:
            self._reading.cancel()
        self._reading = None
        self._held = None

    def _begin_reading(
        self,
        conversation_id: ConversationId,
        read: Callable[[ConversationId], Coroutine[Any, Any, HistoryPage]],
    ) -> None:
        """Hold events back until a page is shown."""
        self._leave()
        self._shown = conversation_id
        self._held = []
        self._reading = self._errands.send(self._read(conversation_id, read))

    async def _read_newest(self, conversation_id: ConversationId) -> HistoryPage:
        page = await self._controller.history(conversation_id)
        self._view.show_page(page)
        return page

    async def _read_again(self, conversation_id: ConversationId) -> HistoryPage:
        """Read anew what lies around what is seen: it has become otherwise."""
        before = None if self._view.anchor.sticks else self._view.anchor.top + _PAGE - _AHEAD
        page = await self._controller.history(conversation_id, before)
        stretch = newest_stretch(page) if before is None else stretch_before(page, before)
        self._view.show_again(page, *stretch)
        return page

    async def _read(
        self,
        conversation_id: ConversationId,
        read: Callable[[ConversationId], Coroutine[Any, Any, HistoryPage]],
    ) -> None:
        page = await read(conversation_id)
        self.filled.emit(bool(page.items))
        await asyncio.sleep(0)  # events of before the reading arrive in this turn of the loop
        held, self._held = self._held or [], None
        in_page = {item.id for item in page.items}
        for event in held:
            if not _is_in(in_page, event):
                self._apply(event)

    def _read_more(self, depth: int) -> None:
        if self._shown and not self._is_reading:
            self._reading = self._errands.send(self._read_around(self._shown, depth))

    async def _read_around(self, conversation_id: ConversationId, depth: int) -> None:
        """Read pages for as long as the view misses one: the person may be far away from the last by now."""
        wanted: int | None = depth
        while wanted is not None:
            before = wanted + _AHEAD if self._view.is_heading_up else wanted + _PAGE - _AHEAD
            page = await self._controller.history(conversation_id, min(before, self._view.history.length + 1))
            self._view.put_page(page, *stretch_before(page, min(before, self._view.history.length + 1)))
            read, wanted = wanted, self._view.missing()
            if wanted == read:
                return  # reading it again would bring the same

    async def _read_newest_again(self, conversation_id: ConversationId) -> None:
        """A question may have come with files, a reply with reasoning before it and calls of tools behind."""
        page = await self._controller.history(conversation_id)
        if conversation_id == self._shown:
            self._view.put_page(page, *newest_stretch(page))

    @property
    def is_opening(self) -> bool:
        """Whether what is to be shown has yet to be read."""
        return self._held is not None

    @property
    def _is_reading(self) -> bool:
        return self._reading is not None and not self._reading.done()


def _stretch_of(page: HistoryPage) -> tuple[int, int]:
    """Return from where to where a page from the middle tells of everything."""
    return page.items[0].depth, page.items[-1].depth


def _is_in(page: set[ItemId], event: Event) -> bool:
    """Whether a page that was read since tells of it already."""
    match event:
        case ReplyStarted(_, item):
            return item.id in page
        case ReplyGrew(_, item_id):
            return item_id in page
        case _:
            return False
