"""What has been asked and what it took, and the adding up of days that are over."""

from collections.abc import Callable
from datetime import tzinfo

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

    async def close_days(self) -> None:
        """Add up every day before today, in short transactions."""
        today, _ = day_and_hour(self._now(), self._zone)
        while await self._archive.write(statistics.roll_up, today, self._zone):
            pass
