"""What of a source stays behind, counted by the reason."""

from collections import Counter
from collections.abc import Iterator

from app.domain.parcel import Skipped

DUPLICATES = "Messages that were there twice"
CYCLES = "Links that led back into themselves"
EMPTY = "Conversations without a single message"
NOT_CONVERSATIONS = "Entries that are no conversations"
TWICE = "Conversations that were there twice"
BROKEN_OFF = "Files of the export that are damaged or break off"
NOT_MESSAGES = "Entries that are no messages"
UNKNOWN_PARTS = "Parts of messages of a kind that Sotto does not know"
FILES_MISSING = "Attachments that are not in the export"
FILES_UNREADABLE = "Attachments that cannot be read"


class Tally:
    """Counts while a conversation is read, and tells at its end. Says why, never what."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def add(self, why: str, count: int = 1) -> None:
        self._counts[why] += count

    def told(self) -> Iterator[Skipped]:
        """Yield each reason with its count, in the order of their first coming."""
        return (Skipped(why, count) for why, count in self._counts.items() if count > 0)
