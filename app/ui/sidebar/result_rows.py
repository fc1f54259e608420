"""What a search has found as rows: titles first, then messages under the conversation they are in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from app.domain.conversation import Conversation
from app.domain.ids import ConversationId
from app.domain.search import Hit, ItemHit, NoteHit, TitleHit
from app.domain.title_match import Sought, title_marks
from app.ui.translation import tr

_TITLES_AT_FIRST, _HITS_AT_FIRST = 5, 3

Marks = tuple[tuple[int, int], ...]
Found = ItemHit | NoteHit


@dataclass(frozen=True, slots=True)
class Heading:
    words: str


@dataclass(frozen=True, slots=True)
class Owner:
    """The conversation that the messages below are in."""

    title: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class TitleRow:
    conversation_id: ConversationId
    title: str = field(repr=False)
    marks: Marks
    changed_at: int


@dataclass(frozen=True, slots=True)
class HitRow:
    hit: Found


@dataclass(frozen=True, slots=True)
class MoreRow:
    """Stands for what is not listed: of a conversation or, without one, of the titles."""

    conversation_id: ConversationId | None
    count: int


Row = Heading | Owner | TitleRow | HitRow | MoreRow


@dataclass(slots=True)
class _Group:
    title: str
    hits: list[Found] = field(default_factory=list)


class Results:
    """Takes in what is found, as it is found. What is not listed at first is listed when opened."""

    def __init__(self) -> None:
        self._titles: list[TitleRow] = []
        self._title_count = 0
        self._groups: dict[ConversationId, _Group] = {}
        self._opened: set[ConversationId | None] = set()

    @property
    def messages(self) -> int:
        return sum(len(group.hits) for group in self._groups.values())

    @property
    def conversations(self) -> int:
        """How many conversations the messages are in."""
        return len(self._groups)

    def set_titles(self, found: Sequence[Conversation], count: int, wanted: Sought) -> None:
        """List these titles, the best of `count`."""
        self._titles = [
            TitleRow(each.id, each.title, title_marks(each.title, wanted), each.changed_at) for each in found
        ]
        self._title_count = count
        self._opened.discard(None)

    def clear_messages(self) -> None:
        self._groups = {}
        self._opened = {each for each in self._opened if each is None}

    def add(self, hits: Sequence[Hit]) -> None:
        """Take in a page of hits."""
        for hit in hits:
            if isinstance(hit, TitleHit):
                self._add_title(hit)
            else:
                group = self._groups.setdefault(hit.conversation_id, _Group(hit.title))
                group.hits.append(hit)

    def open(self, conversation_id: ConversationId | None) -> None:
        """List all of a conversation's hits or, without one, of the titles."""
        self._opened.add(conversation_id)

    def rows(self) -> list[Row]:
        return [*self._title_rows(), *self._message_rows()]

    def _add_title(self, hit: TitleHit) -> None:
        """A title that is known is listed already; others lie elsewhere, such as in the trash."""
        if all(row.conversation_id != hit.conversation_id for row in self._titles):
            found = hit.snippet
            self._titles.append(TitleRow(hit.conversation_id, found.text, found.marks, hit.changed_at))
            self._title_count = max(self._title_count, len(self._titles))

    def _title_rows(self) -> Iterator[Row]:
        if not self._titles:
            return
        yield Heading(tr("Titles"))
        listed = self._titles if None in self._opened else self._titles[:_TITLES_AT_FIRST]
        yield from listed
        if left := self._title_count - len(listed):
            yield MoreRow(None, left)

    def _message_rows(self) -> Iterator[Row]:
        for conversation_id, group in self._groups.items():
            yield Owner(group.title)
            is_open = conversation_id in self._opened
            listed = group.hits if is_open else group.hits[:_HITS_AT_FIRST]
            yield from map(HitRow, listed)
            if left := len(group.hits) - len(listed):
                yield MoreRow(conversation_id, left)
