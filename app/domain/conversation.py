"""A conversation as the sidebar lists it, and a page of what it holds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from app.domain.attachment import Attachment
from app.domain.errors import EmptyTitle
from app.domain.ids import BranchId, ConversationId, ItemId
from app.domain.item import Item
from app.domain.ledger import Ledger
from app.domain.naming import one_line
from app.domain.usage import Usage

_TITLE_LENGTH = 60


class TitleSource(StrEnum):
    QUESTION = "question"
    MODEL = "model"
    PERSON = "person"
    IMPORT = "import"


@dataclass(frozen=True, slots=True)
class Conversation:
    """A temporary one is in memory only: no archive on the disk holds any of it."""

    id: ConversationId
    shown_branch: BranchId
    title: str = field(repr=False)
    title_source: TitleSource
    created_at: int
    changed_at: int
    is_temporary: bool = False


@dataclass(frozen=True, slots=True)
class Versions:
    """All that was ever said at one place, in order of making; `items[place]` is what is shown of it."""

    items: tuple[ItemId, ...]
    place: int

    def beside(self, step: int) -> ItemId | None:
        """Return the version so many steps further, or None beyond the first and the last."""
        place = self.place + step
        return self.items[place] if 0 <= place < len(self.items) else None


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """A stretch of one branch's history, oldest first.

    `ledger` is the newest request's, if any was made; `usages` tells what each reply has cost, where known.
    `versions` are those of the items that have more than one, `files` what is attached to them.
    """

    conversation_id: ConversationId
    items: tuple[Item, ...]
    length: int
    ledger: Ledger | None
    usages: Mapping[ItemId, Usage]
    versions: Mapping[ItemId, Versions] = field(default_factory=dict)
    files: Mapping[ItemId, tuple[Attachment, ...]] = field(default_factory=dict)

    @property
    def has_earlier(self) -> bool:
        return bool(self.items) and self.items[0].depth > 1

    @property
    def has_later(self) -> bool:
        return bool(self.items) and self.items[-1].depth < self.length


@dataclass(frozen=True, slots=True)
class Sharing:
    """Another conversation that holds some of the same items, and how many."""

    id: ConversationId
    title: str = field(repr=False)
    items: int


@dataclass(frozen=True, slots=True)
class Found:
    """A page around one item, and the branch that it is a page of; whether that is shown already."""

    branch: BranchId
    page: HistoryPage
    is_shown: bool


def title_from_person(text: str) -> str:
    """Return the title that a person typed, as one line. Raises EmptyTitle."""
    title = one_line(text)
    if not title:
        raise EmptyTitle("A conversation needs a title.")
    return title


def title_from_question(text: str) -> str:
    """Return a title for a conversation that begins with `text`: its first line, cut at a word."""
    line = next(filter(None, map(one_line, text.splitlines())), "")
    line = " ".join(line.lstrip("#>*- ").split()) or line
    if len(line) <= _TITLE_LENGTH:
        return line
    at_word, _, _ = line[:_TITLE_LENGTH].rpartition(" ")
    head = at_word if len(at_word) > _TITLE_LENGTH // 2 else line[: _TITLE_LENGTH - 1]
    return head.rstrip(" ,;:.") + "…"
