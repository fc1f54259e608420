"""Has Remembering's face, in memory."""

from app.domain.preference import Preference, V


class ScriptedRemembering:
    def __init__(self) -> None:
        self.kept: dict[str, object] = {}

    async def of(self, preference: Preference[V]) -> V:
        return self.kept.get(preference.name, preference.default)

    async def keep(self, preference: Preference[V], value: V) -> None:
        self.kept[preference.name] = value
