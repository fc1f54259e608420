"""The titles of all conversations, to be found as they are typed. A hundred thousand hold nobody up."""

import asyncio
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from app.chat.event_stream import EventStream
from app.domain.conversation import Conversation
from app.domain.events import (
    ConversationCreated,
    ConversationRemoved,
    ConversationRenamed,
    ConversationRestored,
    ConversationTrashed,
    Event,
    MessageStored,
)
from app.domain.ids import ConversationId
from app.domain.title_match import (
    Sought,
    closeness,
    folded_title,
    holding,
    holding_loosely,
    looseness,
    sought,
)

_AT_ONCE = 5_000  # titles looked at before others may go on
_FOLDED_AT_ONCE = 1_000
_COMPARED, _COMPARED_LOOSELY = 5_000, 500  # of more that fit, the newest are compared


@dataclass(frozen=True, slots=True)
class TitlesFound:
    """The conversations whose titles fit best, and how many fit at all."""

    best: tuple[Conversation, ...] = field(repr=False)
    count: int


class Titles:
    """Lives on the loop's thread. Knows what was listed last, and lives on events from then on.

    Rows only come to the end, where the newest are; one that has moved or gone leaves an empty place.
    """

    def __init__(self, events: EventStream) -> None:
        self._rows: list[Conversation | None] = []
        self._folded: list[str] = []  # as far as they have been needed
        self._places: dict[ConversationId, int] = {}
        events.subscribe(self._apply)

    def load(self, conversations: Iterable[Conversation]) -> None:
        """Know these, the newest first, and no others."""
        self._rows = [*conversations]
        self._rows.reverse()
        self._folded = []
        self._places = {row.id: place for place, row in enumerate(self._rows) if row}

    def newest(self, most: int) -> list[Conversation]:
        """Return the conversations that changed last."""
        found: list[Conversation] = []
        for row in reversed(self._rows):
            if len(found) == most:
                break
            if row:
                found.append(row)
        return found

    async def find(self, text: str, most: int, *, loosely: bool = False) -> TitlesFound:
        """Return what fits best, and of that the newest first.

        With `loosely`, titles that hold only the letters follow, where few hold the words.
        """
        wanted = sought(text)
        if wanted.is_empty:
            return TitlesFound(tuple(self.newest(most)), len(self._places))
        rows, folded = self._rows, self._folded  # what is loaded meanwhile is for the next
        await _fold(rows, folded)
        best, count = await _holding(folded, wanted, most)
        if loosely and count < most and wanted.can_be_loose:
            known = set(best)
            loose = [place for place in await _holding_loosely(folded, wanted) if place not in known]
            best += loose[: most - count]
            count += len(loose)
        found = (rows[place] for place in best)
        return TitlesFound(tuple(row for row in found if row), count)

    def _apply(self, event: Event) -> None:
        match event:
            case ConversationCreated(conversation) | ConversationRestored(conversation):
                self._take_out(conversation.id)
                self._append(conversation)
            case ConversationRenamed(conversation_id, title):
                self._rename(conversation_id, title)
            case ConversationTrashed(conversation_id) | ConversationRemoved(conversation_id):
                self._take_out(conversation_id)
            case MessageStored(conversation_id, item):
                if row := self._take_out(conversation_id):
                    self._append(replace(row, changed_at=max(row.changed_at, item.created_at)))
            case _:
                pass  # no title comes, goes or moves

    def _append(self, conversation: Conversation) -> None:
        self._places[conversation.id] = len(self._rows)
        self._rows.append(conversation)

    def _rename(self, conversation_id: ConversationId, title: str) -> None:
        place = self._places.get(conversation_id, -1)
        row = self._rows[place] if place >= 0 else None
        if row:
            self._rows[place] = replace(row, title=title)
            if place < len(self._folded):
                self._folded[place] = folded_title(title)

    def _take_out(self, conversation_id: ConversationId) -> Conversation | None:
        place = self._places.pop(conversation_id, -1)
        if place < 0:
            return None
        row, self._rows[place] = self._rows[place], None
        if place < len(self._folded):
            self._folded[place] = ""
        return row


async def _fold(rows: list[Conversation | None], folded: list[str]) -> None:
    """Fold what has not been folded yet."""
    while len(folded) < len(rows):
        some = rows[len(folded) : len(folded) + _FOLDED_AT_ONCE]
        folded += [folded_title(row.title) if row else "" for row in some]
        await asyncio.sleep(0)


async def _holding(folded: list[str], wanted: Sought, most: int) -> tuple[list[int], int]:
    """Return the best places that hold the words, and how many do."""
    ranks: tuple[list[int], ...] = ([], [], [])
    count = 0
    for first, titles in _newest_first(folded):
        found = holding(titles, wanted)
        if count < max(_COMPARED, most):
            for number in reversed(found):
                ranks[closeness(titles[number], wanted)].append(first + number)
        count += len(found)
        await asyncio.sleep(0)
    return [place for rank in ranks for place in rank][:most], count


async def _holding_loosely(folded: list[str], wanted: Sought) -> list[int]:
    """Return the places that hold the letters, those with the letters closest together first."""
    found: list[tuple[int, int]] = []
    for first, titles in _newest_first(folded):
        if len(found) >= _COMPARED_LOOSELY:
            break
        places = holding_loosely(titles, wanted)[-_COMPARED_LOOSELY:]
        found += ((looseness(titles[number], wanted), -(first + number)) for number in places)
        await asyncio.sleep(0)
    return [-place for _, place in sorted(found)]


def _newest_first(folded: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield the titles a slice at a time from the end, each slice with the place of its first."""
    for last in range(len(folded), 0, -_AT_ONCE):
        first = max(0, last - _AT_ONCE)
        yield first, folded[first:last]
