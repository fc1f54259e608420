"""What is in the rows that were seen last. All other rows of a list are known by their numbers alone."""

from collections import OrderedDict
from collections.abc import Iterable

from app.domain.ids import ConversationId, FolderId
from app.domain.library import Folder, Tag
from app.domain.listing import ListedConversation

_MOST = 2048


class KnownRows:
    """`leaving` are rows that are about to go, and are no place to go to.

    Shared by all lists of the sidebar. What was not looked at for longest is let go first.
    """

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._rows: OrderedDict[int, ListedConversation] = OrderedDict()
        self._numbers: dict[ConversationId, int] = {}
        self.streaming: set[ConversationId] = set()
        self.leaving: set[int] = set()
        self.folders: list[Folder] = []
        self.tags: list[Tag] = []

    def keep(self, rows: Iterable[ListedConversation]) -> None:
        for row in rows:
            self._rows[row.number] = row
            self._rows.move_to_end(row.number)
            self._numbers[row.conversation.id] = row.number
        while len(self._rows) > self._most:
            _, oldest = self._rows.popitem(last=False)
            del self._numbers[oldest.conversation.id]

    def at(self, number: int) -> ListedConversation | None:
        """Return the row of this number, if it is known."""
        row = self._rows.get(number)
        if row:
            self._rows.move_to_end(number)
        return row

    def of(self, conversation: ConversationId | None) -> ListedConversation | None:
        """Return the row of this conversation, if it is known."""
        number = self._numbers.get(conversation) if conversation else None
        return None if number is None else self.at(number)

    def number(self, conversation: ConversationId) -> int | None:
        return self._numbers.get(conversation)

    def forget(self, conversation: ConversationId) -> None:
        self.streaming.discard(conversation)
        if (number := self._numbers.pop(conversation, None)) is not None:
            del self._rows[number]

    def is_streaming(self, row: ListedConversation) -> bool:
        return row.conversation.id in self.streaming

    def is_answered_in(self, folder: FolderId) -> bool:
        """Whether a conversation that lies in this folder is being answered."""
        rows = map(self.of, self.streaming)
        return any(row is not None and row.folder == folder for row in rows)
