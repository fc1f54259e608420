"""How long conversations are kept in which nothing changes any more: in general, and one for itself."""

from app.chat.purging import Purging
from app.chat.turn import TurnParts
from app.domain.events import ConversationRemoved
from app.domain.ids import ConversationId
from app.domain.purged import Purged
from app.domain.retention import Retention
from app.store import retention


class Retaining:
    """Lives on the loop's thread. Without a conversation it is spoken of all that have no own number."""

    def __init__(self, parts: TurnParts) -> None:
        self._archive = parts.archive
        self._events = parts.events
        self._now = parts.now
        self._purging = Purging(parts.archive, parts.events, parts.now)

    async def state(self, conversation: ConversationId | None = None) -> Retention:
        in_general = await self._archive.read(retention.retention_in_general)
        if conversation is None:
            return Retention(in_general)
        return Retention(in_general, await self._archive.read(retention.own, conversation))

    async def going(self, conversation: ConversationId | None, hours: int | None) -> int:
        """Return how many conversations would be deleted at once if this number were kept to."""
        if conversation is None:
            return len(await self._archive.study(retention.due_in_general, hours or 0, self._now()))
        return int(await self._archive.read(retention.is_due, conversation, hours, self._now()))

    async def keep(self, conversation: ConversationId | None, hours: int | None) -> int:
        """Keep to this number from now on. What is due by it goes at once: return how many that were."""
        if conversation is None:
            await self._archive.write(retention.keep_in_general, hours or 0)
        else:
            await self._archive.write(retention.keep, conversation, hours)
        return await self._remove_due()

    async def _remove_due(self) -> int:
        done = Purged()
        for conversation in await self._archive.study(retention.due, self._now()):
            removed = await self._archive.write(retention.remove_due, conversation, self._now())
            if removed:
                self._events.publish(ConversationRemoved(conversation))
            done += removed
        if done:
            await self._purging.purge(done)
        return done.conversations
