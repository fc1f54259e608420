"""What `sotto ask` sets for the conversation: who answers in it, and by which instructions."""

from dataclasses import replace

from app.chat.controller import ChatController
from app.domain.conversation_settings import ConversationSettings
from app.domain.ids import ConversationId
from app.domain.text_pieces import storable


async def own_settings(
    controller: ChatController, conversation: ConversationId | None, assistant: str | None, system: str | None
) -> ConversationSettings | None:
    """Return what the conversation is to have from now on, or None where nothing is to change.

    What it has beside that stays. Raises UnknownAssistant.
    """
    if assistant is None and system is None:
        return None
    own = await controller.shaping.of(conversation) if conversation else ConversationSettings()
    if assistant is not None:
        own = replace(own, assistant=(await controller.library.assistant_called(assistant)).id)
    if system is not None:
        own = replace(own, instructions=storable(system))
    return own
