"""What is set for one conversation alone: model, assistant, instructions, and how it is trimmed."""

from app.chat.keeping import Keeping
from app.domain.conversation_settings import ConversationSettings
from app.domain.events import ConversationShaped
from app.domain.ids import ConversationId
from app.store import conversation_settings


class Shaping:
    """Lives on the loop's thread. What is set holds from the next request on."""

    def __init__(self, keeping: Keeping) -> None:
        self._keeping = keeping

    async def of(self, conversation: ConversationId) -> ConversationSettings:
        archive = self._keeping.of(conversation).archive
        return await archive.read(conversation_settings.read_settings, conversation)

    async def keep(self, conversation: ConversationId, settings: ConversationSettings) -> None:
        archive = self._keeping.of(conversation).archive
        await archive.write(conversation_settings.write_settings, conversation, settings)
        self._keeping.lasting.events.publish(ConversationShaped(conversation))
