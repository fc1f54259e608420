"""A search that finds what a test says, as slowly as it says."""

import asyncio
from collections.abc import AsyncGenerator

from app.domain.errors import AppError
from app.domain.ids import BranchId, ConversationId, ItemId
from app.domain.item import Role
from app.domain.search import Hit, ItemHit, Order, SearchNames, SearchPage
from app.domain.snippets import Snippet

PAGE = 20


class ScriptedSearching:
    """Has Searching's face. `found` holds what each text finds; a text that is not there finds nothing."""

    def __init__(self) -> None:
        self.found: dict[str, list[Hit]] = {}
        self.known_names = SearchNames()
        self.asked: list[tuple[str, Order]] = []
        self.slow: asyncio.Event | None = None
        self.trouble: AppError | None = None
        self.pages_given = 0
        self._newest = 0

    def search(self, text: str, order: Order = Order.NEWEST) -> AsyncGenerator[SearchPage, None]:
        self.stop()
        self.asked.append((text, order))
        return self._pages(self._newest, self.found.get(text.strip(), []))

    async def names(self) -> SearchNames:
        await asyncio.sleep(0)
        return self.known_names

    def stop(self) -> None:
        self._newest += 1

    async def _pages(self, number: int, hits: list[Hit]) -> AsyncGenerator[SearchPage, None]:
        for start in range(0, len(hits), PAGE):
            await self._answer()
            if number != self._newest:
                return
            self.pages_given += 1
            yield SearchPage(tuple(hits[start : start + PAGE]), None)
        await self._answer()

    async def _answer(self) -> None:
        if self.slow:
            await self.slow.wait()
        await asyncio.sleep(0)
        if self.trouble:
            raise self.trouble


def hit(conversation: str, text: str, marked: str = "", title: str | None = None, **more: object) -> ItemHit:
    """Make a hit with the first `marked` in its text marked."""
    start = text.find(marked) if marked else -1
    fields: dict = {
        "conversation_id": ConversationId(conversation),
        "title": conversation if title is None else title,
        "branch_id": BranchId("branch"),
        "item_id": ItemId(text),
        "depth": 1,
        "kind": "message",
        "role": Role.PERSON,
        "author": None,
        "model": None,
        "created_at": 0,
        "snippet": Snippet(text, ((start, start + len(marked)),) if start >= 0 else ()),
        "shared_with": 0,
    }
    return ItemHit(**(fields | more))
