"""Copies what is selected of more messages than are at hand: their text is read from the archive."""

import asyncio
from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject

from app.chat.controller import ChatController
from app.domain.ids import ConversationId
from app.domain.item import Item
from app.ui.errands import Errands
from app.ui.panels.conversation_pane import ConversationPane
from app.ui.transcript.copying import BETWEEN, selected_text, to_clipboard
from app.ui.transcript.folding import is_folded
from app.ui.transcript.selection import END, Place, Selection
from app.ui.translation import tr

_PATIENCE_SECONDS = 0.5  # what is over sooner needs no words


class CopyingAll(QObject):
    """One copy at a time. The clipboard stays as it is until all has been read."""

    def __init__(
        self,
        controller: ChatController,
        pane: ConversationPane,
        errands: Errands,
        shown: Callable[[], ConversationId | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._view = pane.transcript
        self._line = pane.copy_line
        self._errands = errands
        self._shown = shown
        self._under_way: asyncio.Task[None] | None = None
        self._view.long_copy_wanted.connect(self.copy)
        for stopped in (self._line.taken, self._line.dismissed):
            stopped.connect(self.stop)

    def copy(self, selection: Selection) -> None:
        self.stop()
        if conversation := self._shown():
            self._under_way = self._errands.send(self._copy(conversation, selection))

    def stop(self) -> None:
        if self._under_way:
            self._under_way.cancel()
        self._under_way = None
        self._line.hide()

    async def _copy(self, conversation: ConversationId, selection: Selection) -> None:
        first, last = selection.first.row + 1, selection.last.row + 1
        ends = {row + 1: self._part_of(row, selection) for row in (first - 1, last - 1)}
        texts: list[str] = []
        before, began = last + 1, monotonic()
        while before > first:
            page = await self._controller.history(conversation, before)
            if not page.items:
                break
            inside = [item for item in page.items if first <= item.depth < before]
            texts += [text for item in reversed(inside) if (text := _text(item, ends))]
            before = page.items[0].depth
            if monotonic() - began > _PATIENCE_SECONDS:
                self._tell(last + 1 - max(before, first), last + 1 - first)
        to_clipboard(BETWEEN.join(reversed(texts)))
        self._line.hide()

    def _part_of(self, row: int, selection: Selection) -> str | None:
        """What is selected of a message at the end; None where that is all of it, or not at hand."""
        whole = Selection(Place(row, 0, 0), Place(row, END, END))
        part = Selection(max(whole.first, selection.first), min(whole.last, selection.last))
        return None if part == whole else selected_text(self._view.rows, part) or None

    def _tell(self, done: int, of: int) -> None:
        self._line.say(tr("Copying: {done} of {of} messages").format(done=_thin(done), of=_thin(of)))


def _text(item: Item, ends: dict[int, str | None]) -> str:
    if is_folded(item):
        return ""
    return ends.get(item.depth) or item.text.strip("\n")


def _thin(number: int) -> str:
    return f"{number:,}".replace(",", "\u202f")
