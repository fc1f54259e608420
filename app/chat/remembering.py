"""What the window asks to be remembered of how it was left."""

from app.domain.preference import Preference, V
from app.store.archive import Archive
from app.store.preferences import read_preference, write_preference


class Remembering:
    """Lives on the loop's thread."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    async def of(self, preference: Preference[V]) -> V:
        """Return what was kept, or what holds until then."""
        return await self._archive.read(read_preference, preference)

    async def keep(self, preference: Preference[V], value: V) -> None:
        await self._archive.write(write_preference, preference, value)
