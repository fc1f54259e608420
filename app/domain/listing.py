"""The list of conversations: the places that a person can look into, and what is shown of each row."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from app.domain.conversation import Conversation
from app.domain.ids import FolderId
from app.domain.naming import name_key


@dataclass(frozen=True, slots=True)
class ListedConversation:
    """A conversation with the marks that it bears in the list.

    `number` is what its archive knows it by; a list keeps thousands of these and reads the rest when it is
    seen. The number of a temporary conversation is below zero.
    """

    conversation: Conversation
    folder: FolderId | None = None
    tags: tuple[str, ...] = field(default=(), repr=False)
    is_pinned: bool = False
    is_archived: bool = False
    is_unread: bool = False
    number: int = 0
    branches: int = 1
    trashed_at: int | None = None


class PlaceKind(StrEnum):
    LIST = "list"
    FOLDER = "folder"
    TAG = "tag"
    ARCHIVED = "archived"
    TRASH = "trash"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row can stand. `which` names the folder by its id, and the tag by its name."""

    kind: PlaceKind
    which: str = field(default="", repr=False)

    def holds(self, listed: ListedConversation) -> bool:
        """Whether the conversation is to be found here. In a folder it is out of the list, unless pinned."""
        if listed.trashed_at is not None or self.kind is PlaceKind.TRASH:
            return self.kind is PlaceKind.TRASH and listed.trashed_at is not None
        if listed.is_archived or self.kind is PlaceKind.ARCHIVED:
            return self.kind is PlaceKind.ARCHIVED and listed.is_archived
        match self.kind:
            case PlaceKind.FOLDER:
                return listed.folder == self.which
            case PlaceKind.TAG:
                return name_key(self.which) in map(name_key, listed.tags)
        return listed.is_pinned or listed.folder is None

    def moment(self, listed: ListedConversation) -> int:
        """Return the moment by which the rows of this place are in order, the newest first."""
        thrown_away = listed.trashed_at if self.kind is PlaceKind.TRASH else None
        return listed.conversation.changed_at if thrown_away is None else thrown_away


EVERYDAY = Place(PlaceKind.LIST)
ARCHIVED = Place(PlaceKind.ARCHIVED)
TRASH = Place(PlaceKind.TRASH)


@dataclass(frozen=True, slots=True)
class Keys:
    """Rows by their numbers and moments, side by side, the newest first."""

    numbers: Sequence[int] = ()
    moments: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Opened:
    """A place as it is first seen: which rows it has, and what is in the first of them.

    Only the list itself has pinned rows apart. `is_whole` says whether there are no more than these.
    """

    pinned: Keys
    others: Keys
    first: tuple[ListedConversation, ...] = field(repr=False)
    is_whole: bool = True
