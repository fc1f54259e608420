"""What came out of a damaged archive, and what did not."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gap:
    """Rows of a table that could not be read: those numbered from `first` to `last`, where they have numbers.

    Not every number in between was in use, so a gap does not tell how many rows are lost.
    """

    table: str
    first: int | None = None
    last: int | None = None


@dataclass(frozen=True, slots=True)
class SalvageReport:
    """`places` counts items that are gone and whose places are kept, so that all others stay in order.

    `dropped` counts rows that came out but belonged to something that did not. `loose_ends` counts the
    conversations made for items that no branch led to any more. `conversations` and `messages` are what the
    new archive holds, the kept places aside.
    """

    rows: int
    gaps: tuple[Gap, ...]
    places: int
    dropped: int
    loose_ends: int
    conversations: int = 0
    messages: int = 0

    @property
    def is_whole(self) -> bool:
        return not (self.gaps or self.places or self.dropped or self.loose_ends)
