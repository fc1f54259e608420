"""What the end of a conversation asks for: to go on, to try again, to look into Settings."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.domain.errors import Fault
from app.domain.events import Event, ReplyNotBegun, ReplyStarted, ViewChanged
from app.domain.ids import ConversationId
from app.ui.theme.theme import Theme
from app.ui.transcript.deeds import Deed, next_steps
from app.ui.transcript.laid_over import LaidOver
from app.ui.transcript.step_row import StepRow
from app.ui.transcript.transcript_view import TranscriptView


class Unfinished(QObject):
    """Lays the next steps into the last message while it is one that did not come to its end.

    Signals:
        wanted: a deed, and the item that it is about.
    """

    wanted = Signal(object, object)

    def __init__(
        self,
        theme: Theme,
        view: TranscriptView,
        shown: Callable[[], ConversationId | None],
        is_resting: Callable[[], bool],
    ) -> None:
        super().__init__(view)
        self._view = view
        self._shown = shown
        self._is_resting = is_resting
        self._not_begun: dict[ConversationId, Fault] = {}
        self.row = StepRow(theme, view.viewport())
        self._laid = LaidOver(view, self.row, instead=False)
        self.row.wanted.connect(lambda deed: self.wanted.emit(deed, self._laid.item))
        view.moved.connect(self.look)

    def apply(self, event: Event) -> None:
        """Hear why a question has no answer."""
        match event:
            case ReplyNotBegun(conversation, fault):
                self._not_begun[conversation] = fault
            case ReplyStarted(conversation) | ViewChanged(conversation):
                self._not_begun.pop(conversation, None)
            case _:
                return
        self.look()

    def look(self) -> None:
        """Offer what the last message asks for now."""
        deeds = self._deeds()
        newest = self._view.newest
        if newest is None or not deeds:
            if self._laid.item:
                self._laid.take_away()
        elif newest.id != self._laid.item:
            self.row.offer(deeds)
            self._laid.lay_on(newest.id)

    def _deeds(self) -> tuple[Deed, ...]:
        newest, conversation = self._view.newest, self._shown()
        if newest is None or conversation is None or not self._is_resting():
            return ()
        return next_steps(newest, self._not_begun.get(conversation))
