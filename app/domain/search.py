"""What a search finds, in pages."""

from dataclasses import dataclass, field
from enum import StrEnum

from app.domain.ids import BranchId, ConversationId, ItemId
from app.domain.item import Role
from app.domain.snippets import Snippet


class Order(StrEnum):
    """The newest first, or the best of the newest."""

    NEWEST = "newest"
    BEST = "best"


@dataclass(frozen=True, slots=True)
class ItemHit:
    """An item, and where to go to see it: the place `depth` of a branch of a conversation.

    `branch` is that branch's name, if it has one; `is_shown` whether it is the one that is shown.
    `shared_with` is how many more conversations have the item; this is the one that changed last.
    """

    conversation_id: ConversationId
    title: str = field(repr=False)
    branch_id: BranchId
    item_id: ItemId
    depth: int
    kind: str
    role: Role
    author: str | None
    model: str | None
    created_at: int
    snippet: Snippet
    shared_with: int
    branch: str | None = field(default=None, repr=False)
    is_shown: bool = True


@dataclass(frozen=True, slots=True)
class TitleHit:
    conversation_id: ConversationId
    changed_at: int
    snippet: Snippet


@dataclass(frozen=True, slots=True)
class NoteHit:
    """A note. `item_id` is the item it was written at, if it was written at one."""

    conversation_id: ConversationId
    title: str = field(repr=False)
    note_id: str
    item_id: ItemId | None
    changed_at: int
    snippet: Snippet


Hit = ItemHit | TitleHit | NoteHit


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where the next page begins: below an item's number, or behind so many of the best.

    Titles and notes have numbers of their own. Below 0 there is nothing more.
    """

    below: int | None = None
    behind: int = 0
    titles: int | None = None
    notes: int | None = None


@dataclass(frozen=True, slots=True)
class SearchNames:
    """What `tag:` and `folder:` may be followed by."""

    tags: tuple[str, ...] = field(default=(), repr=False)
    folders: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class SearchPage:
    """Hits in their order. A page may hold few or none and still not be the last: `next` tells."""

    hits: tuple[Hit, ...]
    next: Cursor | None
