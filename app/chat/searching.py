"""The search as a person uses it: page by page, and each keystroke takes the place of the one before."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from datetime import tzinfo

from app.domain.local_time import day_and_hour
from app.domain.search import Cursor, Order, SearchNames, SearchPage
from app.domain.search_query import parse
from app.store import folders, search, tags
from app.store.archive import Archive


class Searching:
    """Lives on the loop. At most one search is under way; a new one ends it."""

    def __init__(self, archive: Archive, now: Callable[[], int], zone: tzinfo | None = None) -> None:
        self._archive = archive
        self._now = now
        self._zone = zone
        self._newest = 0
        self._under_way: asyncio.Task[SearchPage] | None = None

    def search(self, text: str, order: Order = Order.NEWEST) -> AsyncGenerator[SearchPage, None]:
        """Begin a search, and end the one before. Its pages are worked out as they are asked for.

        Every page has hits. The pages of a search that was ended just end.
        """
        self.stop()
        return self._pages(self._newest, text, order)

    async def names(self) -> SearchNames:
        """Return the names that filters can ask for, in the order of the alphabet."""
        every_tag = await self._archive.study(tags.list_tags)
        every_folder = await self._archive.study(folders.list_folders)
        return SearchNames(tuple(tag.name for tag in every_tag), tuple(each.name for each in every_folder))

    def stop(self) -> None:
        """End the search that is under way, if one is, wherever it stands."""
        self._newest += 1
        if self._under_way is not None:
            self._under_way.cancel()

    async def _pages(self, number: int, text: str, order: Order) -> AsyncGenerator[SearchPage, None]:
        now = self._now()
        query = parse(text, day_and_hour(now, self._zone)[0], self._zone)
        cursor: Cursor | None = Cursor()
        while cursor is not None and number == self._newest:
            page = await self._page(
                asyncio.create_task(self._archive.study(search.find, query, now, cursor, order))
            )
            if page is None or number != self._newest:
                return
            if page.hits:
                yield page
            cursor = page.next

    async def _page(self, asked: asyncio.Task[SearchPage]) -> SearchPage | None:
        """Wait for a page. None if a newer search has ended this one."""
        self._under_way = asked
        try:
            await asyncio.wait({asked})
        except asyncio.CancelledError:
            asked.cancel()
            raise
        return None if asked.cancelled() else asked.result()
