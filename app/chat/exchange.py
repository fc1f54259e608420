"""The way out and the way in. What reads and writes every format is loaded when one of them is first gone."""

from functools import cached_property
from typing import TYPE_CHECKING

from app.chat.keeping import Keeping
from app.chat.turn import TurnParts

if TYPE_CHECKING:
    from app.chat.exporting import Exporting
    from app.chat.importing import Importing


class Exchange:
    def __init__(self, parts: TurnParts, keeping: Keeping) -> None:
        self._parts = parts
        self._keeping = keeping

    @cached_property
    def exporting(self) -> "Exporting":
        from app.chat.exporting import Exporting

        return Exporting(self._parts.archive, lambda each: self._keeping.of(each).archive)

    @cached_property
    def importing(self) -> "Importing":
        from app.chat.importing import Importing

        parts = self._parts
        return Importing(parts.archive, parts.attaching, parts.events, parts.ids, parts.now)
