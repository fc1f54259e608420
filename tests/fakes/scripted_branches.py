"""Branching's face as far as the window looks while nothing is branched, on conversations in memory."""

from app.domain.conversation import Versions
from app.domain.ids import ConversationId, ItemId


class ScriptedBranches:
    """`versions` are what a test says that there are."""

    def __init__(self) -> None:
        self.versions: dict[ItemId, Versions] = {}
        self.shown: list[ItemId] = []

    async def versions_at(self, _conversation: ConversationId, _depth: int) -> dict[ItemId, Versions]:
        return self.versions

    async def show_version(self, _conversation: ConversationId, item: ItemId) -> None:
        self.shown.append(item)
