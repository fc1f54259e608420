"""Finding within one conversation, over all of what it shows: from its end, stretch by stretch."""

from collections.abc import AsyncGenerator

from app.chat.keeping import Keeping
from app.domain.ids import ConversationId
from app.domain.passages import Needle, Passage
from app.store.passages import passages_between
from app.store.paths import shown_tip

_STRETCH = 500  # as many as are looked through before somebody who no longer waits is noticed


class Passages:
    """Lives on the loop's thread. Who no longer wants an answer just stops asking for more of it."""

    def __init__(self, keeping: Keeping) -> None:
        self._keeping = keeping

    async def find(
        self, conversation: ConversationId, needle: Needle
    ) -> AsyncGenerator[tuple[int, tuple[Passage, ...]]]:
        """Yield, from the end backwards, down to which depth was looked and what is there, in order."""
        archive = self._keeping.of(conversation).archive
        last = (await archive.read(shown_tip, conversation)).depth
        while last > 0:
            first = max(1, last - _STRETCH + 1)
            yield first, await archive.study(passages_between, conversation, needle, first, last)
            last = first - 1
