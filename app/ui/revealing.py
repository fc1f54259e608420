"""Landing on one message, wherever it is: in any conversation and on any of its branches."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.chat.controller import ChatController
from app.domain.ids import ConversationId, ItemId
from app.ui.errands import Errands
from app.ui.transcript.transcript_feed import TranscriptFeed


class Revealing(QObject):
    """Opens the conversation, shows a branch that holds the message, and brings the message into sight."""

    def __init__(
        self,
        controller: ChatController,
        feed: TranscriptFeed,
        errands: Errands,
        open_conversation: Callable[[ConversationId], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._feed = feed
        self._errands = errands
        self._open = open_conversation
        self._wanted: ItemId | None = None

    def reveal(self, conversation: ConversationId, item: ItemId) -> None:
        """Show a message that the conversation holds. The latest that is asked for is shown."""
        self._open(conversation)
        self._wanted = item
        self._errands.send(self._reveal(conversation, item))

    async def _reveal(self, conversation: ConversationId, item: ItemId) -> None:
        found = await self._controller.branches.page_around(conversation, item)
        if not found.is_shown:
            await self._controller.branches.show(conversation, found.branch)
        if item == self._wanted and found.page.items:
            self._feed.open_at(found.page, item)
