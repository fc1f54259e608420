"""What has been asked and what it took, and the adding up of days that are over."""

from collections.abc import Callable, Iterable
from datetime import date, tzinfo

from app.domain.ids import ConversationId
from app.domain.local_time import day_and_hour
from app.domain.statistics import Statistics
from app.store import statistics
from app.store.archive import Archive
from app.store.statistics import Span


class Spending:
    """Lives on the loop's thread."""

    def __init__(self, archive: Archive, now: Callable[[], int], zone: tzinfo | None = None) -> None:
        self._archive = archive
        self._now = now
        self._zone = zone

    async def spent(self, span: Span) -> Statistics:
        """Return the requests, tokens and cost of a span of days: by model, day, hour and conversation."""
        return await self._archive.study(statistics.spent, span)

    @property
    def today(self) -> date:
        """The day that the clock on the wall shows."""
        return day_and_hour(self._now(), self._zone)[0]

    async def between(self, first: date, last: date) -> Statistics:
        """Return the same for all that lies between two days, both included."""
        return await self.spent(Span(first, last, self._zone))

    async def messages(self, first: date, last: date) -> int:
        """Return how many messages and steps of tools came between two days."""
        return await self._archive.study(statistics.items_between, Span(first, last, self._zone))

    async def titles(self, conversations: Iterable[ConversationId]) -> dict[ConversationId, str]:
        """Return the titles of conversations, of those that are still there."""
        return await self._archive.read(statistics.titles_of, tuple(conversations))

    async def close_days(self) -> None:
        """Add up every day before today, in short transactions."""
        today, _ = day_and_hour(self._now(), self._zone)
        while await self._archive.write(statistics.roll_up, today, self._zone):
            pass
