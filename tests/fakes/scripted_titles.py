"""The titles of the conversations that a test keeps."""

import asyncio

from app.chat.titles import TitlesFound
from app.domain.conversation import Conversation
from app.domain.title_match import folded_title, holding, holding_loosely, sought
from tests.fakes.kept_conversations import KeptConversations


class ScriptedTitles:
    """Has the face of Titles, and finds the newest first however well they fit."""

    def __init__(self, kept: KeptConversations) -> None:
        self._kept = kept

    async def prepare(self) -> None:
        await asyncio.sleep(0)

    async def newest(self, most: int) -> list[Conversation]:
        await asyncio.sleep(0)
        return sorted(self._kept._conversations.values(), key=lambda each: -each.changed_at)[:most]

    async def find(self, text: str, most: int, *, loosely: bool = False) -> TitlesFound:
        wanted, listed = sought(text), await self.newest(1_000_000)
        titles = [folded_title(each.title) for each in listed]
        if not wanted.is_empty:
            looking = holding_loosely if loosely and wanted.can_be_loose else holding
            listed = [listed[place] for place in looking(titles, wanted)]
        return TitlesFound(tuple(listed[:most]), len(listed))
