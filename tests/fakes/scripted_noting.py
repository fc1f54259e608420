"""Has Noting's face, in memory."""

from app.domain.ids import ConversationId


class ScriptedNoting:
    def __init__(self) -> None:
        self.kept: dict[ConversationId, str] = {}

    async def text(self, conversation: ConversationId) -> str:
        return self.kept.get(conversation, "")

    async def keep(self, conversation: ConversationId, text: str) -> None:
        self.kept[conversation] = text
