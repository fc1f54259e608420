"""Lets what nothing holds any more leave the file, and notes that for the sake of the backups."""

from collections.abc import Callable

from app.chat.event_stream import EventStream
from app.domain.events import ArchivePurged
from app.domain.purged import Purged
from app.store import purge, purge_marks
from app.store.archive import Archive


class Purging:
    """Lives on the loop. It works in short transactions."""

    def __init__(self, archive: Archive, events: EventStream, now: Callable[[], int]) -> None:
        self._archive = archive
        self._events = events
        self._now = now

    async def purge(self, removed: Purged, goes_on: Callable[[], bool] = lambda: True) -> Purged:
        """Purge for as long as it `goes_on`, and tell of that and of what was `removed` before it.

        Whatever removed something since the last time, its words leave the log too, and its mark has an end.
        """
        done, left = removed, await self._archive.study(purge.unneeded)
        while left and goes_on():
            batch, left = await self._archive.write(purge.purge, left)
            done += batch
        mark = await self._archive.read(purge_marks.last_purge)
        if mark and mark.at is None:
            await self._archive.write(purge_marks.note_purge, mark.oldest, self._now())
            await self._archive.fold()
            self._events.publish(ArchivePurged(done))
        return done
