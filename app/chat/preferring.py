"""What a person prefers, one value under each name, kept with the history."""

from app.domain.preference import Preference, V
from app.store.archive import Archive
from app.store.preferences import read_preference, write_preference


class Preferring:
    """Lives on the loop's thread."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    async def of(self, preference: Preference[V]) -> V:
        """Return what was set, or what holds until then."""
        return await self._archive.read(read_preference, preference)

    async def keep(self, preference: Preference[V], value: V) -> None:
        await self._archive.write(write_preference, preference, value)
