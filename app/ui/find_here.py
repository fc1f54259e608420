"""Joins the bar that finds within a conversation to the core and to the transcript."""

import asyncio
from bisect import bisect_left
from collections.abc import Callable, Sequence
from contextlib import aclosing

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.chat.controller import ChatController
from app.domain.events import Event, MessageStored, ReplyEnded, ViewChanged
from app.domain.ids import ConversationId
from app.domain.passages import Needle, Passage
from app.ui.errands import Errands
from app.ui.panels.conversation_pane import ConversationPane
from app.ui.transcript.passage_marks import PassageMarks
from app.ui.translation import tr


class FindHere(QObject):
    """Looks through all that the shown branch holds, also what was never painted."""

    def __init__(
        self,
        controller: ChatController,
        pane: ConversationPane,
        errands: Errands,
        shown: Callable[[], ConversationId | None],
    ) -> None:
        super().__init__(pane)
        self._controller = controller
        self._view = pane.transcript
        self._bar = pane.find_bar
        self._errands = errands
        self._shown = shown
        self._marks = PassageMarks(pane.transcript)
        self._came_from: QWidget | None = None
        self._under_way: asyncio.Task[None] | None = None
        self._found: list[Passage] = []
        self._current: tuple[int, int] | None = None  # one of the found, and a place in it
        self._total = 0
        self._behind = 0  # so many places stand behind the current one
        self._is_whole = False
        self._bar.typed.connect(lambda _text: self._look(anew=True))
        self._bar.step_wanted.connect(self.step)
        self._bar.closed.connect(self.close)

    def open(self) -> None:
        """Show the bar, ready to be typed into; what was looked for last is still there."""
        if self._shown() is None:
            return
        if self._bar.isHidden():
            self._came_from = QApplication.focusWidget()
            self._bar.show()
            self._look(anew=True)
        self._bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._bar.field.selectAll()

    def close(self) -> None:
        """Look for nothing any more, and give the focus back."""
        if self._bar.isHidden():
            return
        self.leave()
        if self._came_from and self._came_from.isVisible():
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Another conversation is about to be shown."""
        self._bar.hide()
        self._stop()
        self._marks.look_for(None)

    def step(self, by: int) -> None:
        """Go to the next place, or the one before; behind the last comes the first."""
        if self._bar.isHidden():
            self.open()
        elif self._found and self._current:
            at, number = self._current
            if not 0 <= number + by < self._found[at].count:
                at = (at + by) % len(self._found)
                number = self._found[at].count - 1 if by < 0 else 0
            else:
                number += by
            self._behind = (self._behind - by) % self._total
            self._stand_at(at, number)

    def apply(self, event: Event) -> None:
        """What is shown has become otherwise: look once more, and stay where it stands."""
        match event:
            case MessageStored(conversation) | ViewChanged(conversation) | ReplyEnded(conversation):
                if conversation == self._shown() and not self._bar.isHidden():
                    self._look(anew=False)
            case _:
                pass

    def _look(self, *, anew: bool) -> None:
        self._stop()
        conversation, needle = self._shown(), Needle.of(self._bar.field.text())
        stood_at = self._found[self._current[0]].depth if self._current and not anew else None
        self._found, self._current, self._total, self._is_whole = [], None, 0, False
        if anew:
            self._marks.look_for(needle)
        if conversation and needle:
            self._under_way = self._errands.send(self._find(conversation, needle, stood_at))
        else:
            self._bar.say("", found=False)

    async def _find(self, conversation: ConversationId, needle: Needle, stood_at: int | None) -> None:
        top = stood_at or self._view.anchor.top + 1
        async with aclosing(self._controller.passages.find(conversation, needle)) as stretches:
            async for down_to, passages in stretches:
                self._take(passages)
                if self._current is None and down_to <= top:
                    self._begin(top)
                self._tell()
        self._is_whole = True
        if self._current is None and self._found:
            self._begin(self._found[-1].depth)
        self._tell()

    def _take(self, passages: Sequence[Passage]) -> None:
        """Take in what was found further up."""
        self._found[:0] = passages
        self._total += sum(passage.count for passage in passages)
        if self._current:
            at, number = self._current
            self._current = (at + len(passages), number)

    def _begin(self, top: int) -> None:
        """Stand at the first place from what is read on, if there is one."""
        at = bisect_left(self._found, top, key=lambda passage: passage.depth)
        if at < len(self._found):
            self._behind = sum(passage.count for passage in self._found[at:]) - 1
            self._stand_at(at, 0)

    def _stand_at(self, at: int, number: int) -> None:
        self._current = (at, number)
        self._marks.go_to(self._found[at], number)
        self._tell()

    def _tell(self) -> None:
        if not self._total:
            self._bar.say(tr("Not found") if self._is_whole else "", found=False)
            return
        words = tr("{place} of {count}") if self._is_whole else tr("{place} of {count} so far")
        place = self._total - self._behind if self._current else 0
        self._bar.say(words.format(place=place, count=self._total), found=True)

    def _stop(self) -> None:
        if self._under_way:
            self._under_way.cancel()
            self._under_way = None
