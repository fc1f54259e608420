"""What the sidebar lists: which rows a place has, and what is in those that are seen."""

from collections.abc import Iterable
from dataclasses import replace

from app.chat.keeping import Keeping
from app.domain.ids import ConversationId
from app.domain.library import Folder, Tag
from app.domain.listing import Keys, ListedConversation, Opened, Place, PlaceKind
from app.store import folders, listing, tags


class Listing:
    """Lives on the loop's thread. Temporary conversations stand in the list itself, and nowhere else."""

    def __init__(self, keeping: Keeping) -> None:
        self._keeping = keeping
        self._archive = keeping.lasting.archive

    async def open(self, place: Place) -> Opened:
        """Return the first rows of a place, at once however many follow."""
        opened = await self._archive.read(listing.open_place, place)
        return await self._with_passing(opened, place)

    async def whole(self, place: Place) -> Opened:
        """Return all rows of a place, and what is in none of them."""
        opened = await self._archive.study(listing.whole_place, place)
        return await self._with_passing(opened, place)

    async def rows(self, numbers: Iterable[int]) -> list[ListedConversation]:
        """Return what is in the rows of these numbers, without those that there are no more."""
        wanted = list(numbers)
        found = await self._archive.read(listing.rows, [each for each in wanted if each > 0])
        passing = [-each for each in wanted if each < 0]
        if passing and (archive := self._keeping.passing):
            found += map(_passing, await archive.read(listing.rows, passing))
        return found

    async def rows_of(self, conversations: Iterable[ConversationId]) -> list[ListedConversation]:
        """Return the rows of these conversations, wherever they stand, without those there are no more."""
        wanted = list(conversations)
        found = await self._archive.read(listing.rows_of, wanted)
        if archive := self._keeping.passing:
            found += map(_passing, await archive.read(listing.rows_of, wanted))
        return found

    async def ids(self, numbers: Iterable[int]) -> list[ConversationId]:
        """Return which conversations have these numbers. One of the temporary ones is not among them."""
        return await self._archive.study(listing.ids, [each for each in numbers if each > 0])

    async def beginning_with(self, text: str) -> set[int]:
        """Return the numbers of the conversations whose titles begin with these words."""
        return set(await self._archive.study(listing.beginning_with, text))

    async def folders(self) -> list[Folder]:
        """Return all folders by name."""
        return await self._archive.study(folders.list_folders)

    async def tags(self) -> list[Tag]:
        """Return all tags by name."""
        return await self._archive.study(tags.list_tags)

    async def _with_passing(self, opened: Opened, place: Place) -> Opened:
        archive = self._keeping.passing
        if archive is None or place.kind is not PlaceKind.LIST:
            return opened
        theirs = await archive.read(listing.open_place, place)
        rows = [*zip(opened.others.moments, opened.others.numbers, strict=True)]
        rows += [(at, -each) for at, each in zip(theirs.others.moments, theirs.others.numbers, strict=True)]
        rows.sort(key=lambda row: (row[0], abs(row[1])), reverse=True)
        moments, numbers = zip(*rows, strict=True) if rows else ((), ())
        first = (*opened.first, *map(_passing, theirs.first))
        return replace(opened, others=Keys(numbers, moments), first=first)


def _passing(listed: ListedConversation) -> ListedConversation:
    return replace(
        listed, number=-listed.number, conversation=replace(listed.conversation, is_temporary=True)
    )
