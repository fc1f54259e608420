"""Public ids: UUIDv7 text, so that order of making is order of sorting, and machines can meet later."""

from collections.abc import Callable
from typing import NewType
from uuid import UUID

ConversationId = NewType("ConversationId", str)
BranchId = NewType("BranchId", str)
ItemId = NewType("ItemId", str)
RequestId = NewType("RequestId", str)
UndoId = NewType("UndoId", str)
FolderId = NewType("FolderId", str)
PromptId = NewType("PromptId", str)
AssistantId = NewType("AssistantId", str)
ProviderId = NewType("ProviderId", str)
NoteId = NewType("NoteId", str)
SummaryId = NewType("SummaryId", str)
AttachmentId = NewType("AttachmentId", str)

_COUNTER_BITS = 12
_RANDOM_BYTES = 8


class IdSource:
    """Makes ids that never go backwards, even when the clock does."""

    def __init__(self, now_us: Callable[[], int], random_bytes: Callable[[int], bytes]) -> None:
        self._now_us = now_us
        self._random_bytes = random_bytes
        self._last = 0

    def next(self) -> str:
        """Return a UUIDv7 that sorts after every id this source has made."""
        tick = max(self._now_us() // 1000 << _COUNTER_BITS, self._last + 1)
        self._last = tick
        milliseconds, counter = tick >> _COUNTER_BITS, tick & ((1 << _COUNTER_BITS) - 1)
        tail = int.from_bytes(self._random_bytes(_RANDOM_BYTES)) >> 2
        return str(UUID(int=milliseconds << 80 | 0x7 << 76 | counter << 64 | 0b10 << 62 | tail))
