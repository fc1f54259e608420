"""The titles of all conversations, to be found as they are typed. A hundred thousand hold nobody up."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from app.chat.keeping import Keeping
from app.chat.temporary import Temporary
from app.domain.conversation import Conversation
from app.domain.events import (
    ConversationCreated,
    ConversationRenamed,
    ConversationRestored,
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
from app.store import conversations, title_list
from app.store.title_list import TitleList

_AT_ONCE = 5_000  # titles looked at before others may go on
_COMPARED, _COMPARED_LOOSELY = 5_000, 500  # of more that fit, the newest are compared
_MOST_CHANGED = 200  # from then on, all titles are read anew
_RANKS = range(3)


@dataclass(frozen=True, slots=True)
class TitlesFound:
    """The conversations whose titles fit best, and how many fit at all."""

    best: tuple[Conversation, ...] = field(repr=False)
    count: int


class Titles:
    """Lives on the loop's thread. Titles are read once, when they are first needed.

    What has changed since is known by its id alone, and looked up. What is found is always read from the
    archive, so that it is as it is now.
    """

    def __init__(self, keeping: Keeping, temporary: Temporary) -> None:
        self._archive = keeping.lasting.archive
        self._temporary = temporary
        self._known: TitleList | None = None
        self._changed: set[ConversationId] = set()
        self._reading: asyncio.Task[TitleList] | None = None
        keeping.lasting.events.subscribe(self._apply)

    async def prepare(self) -> TitleList:
        """Read all titles, unless that has been done already."""
        if self._known is not None and len(self._changed) <= _MOST_CHANGED:
            return self._known
        if self._reading is None:
            self._reading = asyncio.create_task(self._read())
            self._reading.add_done_callback(_looked_at)
        return await asyncio.shield(self._reading)  # who asked may have typed on; the titles are needed still

    async def newest(self, most: int) -> list[Conversation]:
        """Return the conversations that changed last."""
        lasting = await self._archive.read(conversations.list_conversations, most)
        return _newest_of([*await self._temporary.all(), *lasting])[:most]

    async def find(self, text: str, most: int, *, loosely: bool = False) -> TitlesFound:
        """Return what fits best, and of that the newest first.

        With `loosely`, titles that hold only the letters follow, where few hold the words.
        """
        wanted = sought(text)
        if wanted.is_empty:
            newest = await self.newest(most)
            return TitlesFound(tuple(newest), len(newest))
        known = await self.prepare()
        changed = await self._changed_now()
        ranks, count = await _holding(known.titles, wanted, most)
        best = await self._best(known, ranks, changed, wanted, most)
        count = max(len(best), count)  # what has changed since may make it a little wrong
        if loosely and count < most and wanted.can_be_loose:
            loose = await self._loose(known, changed, wanted, {each.id for each in best})
            best += loose[: most - len(best)]
            count = len(best)
        return TitlesFound(tuple(best), count)

    async def close(self) -> None:
        """End the reading of titles, if it is under way."""
        if self._reading:
            self._reading.cancel()
            await asyncio.wait({self._reading})

    async def _read(self) -> TitleList:
        try:
            covered = set(self._changed)
            self._known = await self._archive.study(title_list.all_titles)
            self._changed -= covered
            return self._known
        finally:
            self._reading = None

    async def _changed_now(self) -> list[Conversation]:
        """Return what has changed since the titles were read, and what is temporary, the newest first."""
        numbers = await self._archive.read(conversations.numbers_of, self._changed) if self._changed else []
        lasting = (await self._archive.read(conversations.numbered, numbers)).values() if numbers else ()
        return _newest_of([*await self._temporary.all(), *lasting])

    async def _best(
        self,
        known: TitleList,
        ranks: Sequence[Sequence[int]],
        changed: Sequence[Conversation],
        wanted: Sought,
        most: int,
    ) -> list[Conversation]:
        """Return the best of what was known, and of what has changed since."""
        best: list[Conversation] = []
        fitting = [each for each in changed if holding([folded_title(each.title)], wanted)]
        for rank in _RANKS:
            best += (each for each in fitting if closeness(folded_title(each.title), wanted) == rank)
            best += await self._at(known, ranks[rank][: max(0, most - len(best))])
        return best[:most]

    async def _loose(
        self, known: TitleList, changed: Sequence[Conversation], wanted: Sought, listed: set[ConversationId]
    ) -> list[Conversation]:
        places = await _holding_loosely(known.titles, wanted)
        fitting = [each for each in changed if holding_loosely([folded_title(each.title)], wanted)]
        loose = [*fitting, *await self._at(known, places)]
        return [each for each in loose if each.id not in listed]

    async def _at(self, known: TitleList, places: Sequence[int]) -> list[Conversation]:
        """Return the conversations at these places, without those that have changed since, or are gone."""
        if not places:
            return []
        numbers = [known.numbers[place] for place in places]
        found = await self._archive.read(conversations.numbered, numbers)
        rows = (found[number] for number in numbers if number in found)
        return [row for row in rows if row.id not in self._changed]

    def _apply(self, event: Event) -> None:
        match event:
            case ConversationCreated(conversation) | ConversationRestored(conversation):
                self._changed.add(conversation.id)
            case ConversationRenamed(conversation_id) | MessageStored(conversation_id):
                self._changed.add(conversation_id)
            case _:
                pass  # no title comes, or moves; what has gone is not found in the archive


def _looked_at(reading: asyncio.Task[TitleList]) -> None:
    """Who waited for the titles is told of a failure; where nobody waits any more, nobody need be."""
    if not reading.cancelled():
        reading.exception()


def _newest_of(found: list[Conversation]) -> list[Conversation]:
    return sorted(found, key=lambda each: each.changed_at, reverse=True)


async def _holding(titles: list[str], wanted: Sought, most: int) -> tuple[tuple[list[int], ...], int]:
    """Return the places that hold the words, by how close they are and the newest first, and their number."""
    ranks: tuple[list[int], ...] = ([], [], [])
    count = 0
    for first, some in _newest_first(titles):
        found = holding(some, wanted)
        if count < max(_COMPARED, most):
            for number in reversed(found):
                ranks[closeness(some[number], wanted)].append(first + number)
        count += len(found)
        await asyncio.sleep(0)
    return ranks, count


async def _holding_loosely(titles: list[str], wanted: Sought) -> list[int]:
    """Return the places that hold the letters, those with the letters closest together first."""
    found: list[tuple[int, int]] = []
    for first, some in _newest_first(titles):
        if len(found) >= _COMPARED_LOOSELY:
            break
        places = holding_loosely(some, wanted)[-_COMPARED_LOOSELY:]
        found += ((looseness(some[number], wanted), -(first + number)) for number in places)
        await asyncio.sleep(0)
    return [-place for _, place in sorted(found)]


def _newest_first(titles: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield the titles a slice at a time from the end, each slice with the place of its first."""
    for last in range(len(titles), 0, -_AT_ONCE):
        first = max(0, last - _AT_ONCE)
        yield first, titles[first:last]
