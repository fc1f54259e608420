"""Brings the palette the conversations that fit what is typed there."""

import asyncio

from PySide6.QtCore import QObject

from app.chat.titles import Titles
from app.ui.dialogs.palette import Palette
from app.ui.errands import Errands

_MOST = 50


class PaletteTitles(QObject):
    """What is typed meanwhile ends the looking for what was typed before."""

    def __init__(self, titles: Titles, palette: Palette, errands: Errands, parent: QObject) -> None:
        super().__init__(parent)
        self._titles = titles
        self._palette = palette
        self._errands = errands
        self._under_way: asyncio.Task[None] | None = None
        palette.typed.connect(self._look_for)

    def _look_for(self, text: str) -> None:
        if self._under_way:
            self._under_way.cancel()
        self._under_way = self._errands.send(self._look(text))

    async def _look(self, text: str) -> None:
        found = await self._titles.find(text, _MOST, loosely=True)
        self._palette.show_conversations(found.best)
        await self._titles.prepare()
