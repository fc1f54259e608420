"""What is set for one conversation alone: model, assistant, instructions, and how it is trimmed."""

from app.chat.keeping import Keeping
from app.domain.context_policy import ContextPolicy
from app.domain.conversation_settings import ConversationSettings
from app.domain.events import ConversationShaped
from app.domain.ids import ConversationId
from app.store import conversation_settings
from app.store.general_policy import read_general_policy, write_general_policy


class Shaping:
    """Lives on the loop's thread. What is set holds from the next request on."""

    def __init__(self, keeping: Keeping) -> None:
        self._keeping = keeping

    async def of(self, conversation: ConversationId) -> ConversationSettings:
        archive = self._keeping.of(conversation).archive
        return await archive.read(conversation_settings.read_settings, conversation)

    async def keep(self, conversation: ConversationId, settings: ConversationSettings) -> None:
        parts = self._keeping.of(conversation)
        await parts.archive.write(conversation_settings.write_settings, conversation, settings, parts.now())
        self._keeping.lasting.events.publish(ConversationShaped(conversation))

    async def general_policy(self) -> ContextPolicy:
        """Return how every conversation is trimmed that has no policy of its own."""
        return await self._keeping.lasting.archive.read(read_general_policy)

    async def keep_general_policy(self, policy: ContextPolicy) -> None:
        await self._keeping.lasting.archive.write(write_general_policy, policy)
