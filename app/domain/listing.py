"""The list of conversations, and what it shows of each."""

from dataclasses import dataclass, field

from app.domain.conversation import Conversation
from app.domain.ids import FolderId


@dataclass(frozen=True, slots=True)
class ListedConversation:
    """A conversation with the marks that it bears in the list."""

    conversation: Conversation
    folder: FolderId | None = None
    tags: tuple[str, ...] = field(default=(), repr=False)
    is_pinned: bool = False
    is_archived: bool = False
    is_unread: bool = False
