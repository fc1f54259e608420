"""Retention in memory, with the face of Retaining. A test says how many would go."""

from app.domain.errors import AppError
from app.domain.ids import ConversationId
from app.domain.retention import Retention


class ScriptedRetaining:
    def __init__(self) -> None:
        self.in_general = 0
        self.own: dict[ConversationId, int | None] = {}
        self.due: dict[int | None, int] = {}
        self.trouble: AppError | None = None

    async def state(self, conversation: ConversationId | None = None) -> Retention:
        own = self.own.get(conversation) if conversation else None
        return Retention(self.in_general, own)

    async def going(self, _conversation: ConversationId | None, hours: int | None) -> int:
        return self.due.get(hours, 0)

    async def keep(self, conversation: ConversationId | None, hours: int | None) -> int:
        if self.trouble:
            raise self.trouble
        if conversation is None:
            self.in_general = hours or 0
        else:
            self.own[conversation] = hours
        return self.due.pop(hours, 0)
