"""The line before what a person has not seen yet, from when they come until they leave."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.domain.events import Event, MessageStored, ReplyEnded, ReplyStarted
from app.domain.ids import ConversationId
from app.domain.item import Role
from app.ui.transcript.transcript_feed import TranscriptFeed
from app.ui.transcript.transcript_view import TranscriptView


class UnreadLine(QObject):
    """Remembers where in each conversation began what nobody looked at.

    The archive knows which conversations are unread, but not from where on: after a restart it is the answer
    to the last question.
    """

    def __init__(
        self, view: TranscriptView, feed: TranscriptFeed, shown: Callable[[], ConversationId | None]
    ) -> None:
        super().__init__(view)
        self._view = view
        self._feed = feed
        self._shown = shown
        self._begun: dict[ConversationId, int] = {}
        self._unseen: dict[ConversationId, int] = {}
        self._awaited: ConversationId | None = None
        feed.filled.connect(self._arrived)

    def apply(self, event: Event) -> None:
        match event:
            case ReplyStarted(conversation, item):
                self._begun[conversation] = item.depth
            case ReplyEnded(conversation, item):
                self._note(conversation, self._begun.pop(conversation, item.depth))
            case MessageStored(conversation) if self._is_watched(conversation):
                self._unseen.pop(conversation, None)  # who writes has read
            case _:
                pass

    def draw(self, conversation: ConversationId) -> None:
        """Let the line be drawn in an unread conversation that is being opened."""
        if conversation != self._shown():
            return
        if self._feed.is_opening:
            self._awaited = conversation
        else:
            self._draw(self._unseen.pop(conversation, 0) or self._newest_answer())

    def _note(self, conversation: ConversationId, depth: int) -> None:
        """A reply has ended. Where it is shown, but not to anybody who looks, the line is drawn at once."""
        if self._is_watched(conversation):
            self._unseen.pop(conversation, None)
            return
        first = self._unseen.setdefault(conversation, depth)
        if conversation == self._shown():
            self._draw(first)

    def _is_watched(self, conversation: ConversationId) -> bool:
        return conversation == self._shown() and self._view.isActiveWindow()

    def _arrived(self) -> None:
        awaited, self._awaited = self._awaited, None
        if awaited and awaited == self._shown():
            self._draw(self._unseen.pop(awaited, 0) or self._newest_answer())

    def _newest_answer(self) -> int:
        """The depth of what follows the last question, or 0 where that is not known or nothing does."""
        items = self._view.history.items
        questions = [item.depth for item in items if item.role is Role.PERSON]
        if not questions:
            return 0
        return next((item.depth for item in items if item.depth > questions[-1]), 0)

    def _draw(self, depth: int) -> None:
        self._view.circumstances.set_unread(depth)
        self._view.rows.look_again()
        self._view.arrange()
