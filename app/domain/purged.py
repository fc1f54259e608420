"""What has left the archive for good."""

from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Purged:
    """How much was removed, and the oldest moment of any of it: backups made since then still hold some.

    `texts` are those that stood beside the history, such as notes, and that an undo kept until it was let go.
    """

    items: int = 0
    emptied: int = 0
    conversations: int = 0
    oldest: int | None = None
    texts: int = 0

    def __add__(self, other: Self) -> "Purged":
        moments = [moment for moment in (self.oldest, other.oldest) if moment is not None]
        return Purged(
            self.items + other.items,
            self.emptied + other.emptied,
            self.conversations + other.conversations,
            min(moments, default=None),
            self.texts + other.texts,
        )

    def __bool__(self) -> bool:
        return bool(self.items or self.emptied or self.conversations or self.texts)
