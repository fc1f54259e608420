"""Joins the search in the sidebar to the core: what is typed is looked for, and what is chosen is shown."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing

from PySide6.QtCore import QObject

from app.chat.controller import ChatController
from app.chat.titles import TitlesFound
from app.domain.errors import AppError
from app.domain.ids import ConversationId, ItemId
from app.domain.local_time import day_and_hour
from app.domain.search import SearchPage
from app.domain.search_query import Mark, Query, parse
from app.domain.title_match import sought
from app.ui.dialogs.palette import Palette
from app.ui.errands import Errands
from app.ui.palette_titles import PaletteTitles
from app.ui.presenter import Presenter
from app.ui.sidebar.search_place import SearchPlace
from app.ui.translation import tr

_TITLES = 100
_HITS_AT_ONCE = 40  # more are asked for when the person comes near to their end
_HITS_AT_MOST = 1_000


class Searcher(QObject):
    """A newer search takes the place of the one before, wherever that stands.

    `show` shows a conversation, `reveal` a message in it.
    """

    def __init__(
        self,
        controller: ChatController,
        place: SearchPlace,
        errands: Errands,
        show: Callable[[ConversationId], object],
        reveal: Callable[[ConversationId, ItemId], object],
        clock: Callable[[], int],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._place = place
        self._page = place.page
        self._errands = errands
        self._show = show
        self._reveal = reveal
        self._clock = clock
        self._query = Query()
        self._under_way: asyncio.Task[None] | None = None
        self._trashed: tuple[ConversationId, ItemId | None] | None = None
        self._more_wanted = asyncio.Event()
        place.wanted.connect(self._look_for)
        place.field.focused.connect(lambda: errands.send(self._prepare()))
        place.target_chosen.connect(self._go)
        place.page.restore_wanted.connect(lambda: errands.send(self._restore()))
        place.page.list.more_wanted.connect(self._more_wanted.set)

    def _go(self, conversation_id: ConversationId, item_id: ItemId | None) -> None:
        """Show what was chosen. What is in the trash was asked for as such, and is restored first."""
        if Mark.TRASHED in self._query.marks:
            self._trashed = (conversation_id, item_id)
            self._page.tell(tr("This conversation is in the trash."), offers_restoring=True)
        elif item_id is None:
            self._show(conversation_id)
        else:
            self._reveal(conversation_id, item_id)

    async def _restore(self) -> None:
        """Take what was chosen last out of the trash, and go there."""
        if self._trashed:
            (conversation, item), self._trashed = self._trashed, None
            await self._controller.arranging.restore([conversation])
            if item is None:
                self._show(conversation)
            else:
                self._reveal(conversation, item)
            self._page.begin(self._place.field.text)
            self._look_for(self._place.field.text)

    async def _prepare(self) -> None:
        """Have titles and names at hand by the time that something is typed."""
        self._page.names = await self._controller.searching.names()
        await self._controller.titles.prepare()

    def _look_for(self, text: str) -> None:
        self._controller.searching.stop()
        if self._under_way:
            self._under_way.cancel()
        self._under_way = self._errands.send(self._look(text)) if text else None

    async def _look(self, text: str) -> None:
        now = self._clock()
        self._page.model.now = now
        self._query = query = parse(text, day_and_hour(now, None)[0])
        try:
            await self._show_titles(text, query)
            async with aclosing(self._controller.searching.search(text, self._page.order)) as pages:
                await self._show_messages(pages)
        except AppError:
            self._page.stop()
            raise
        self._page.end(text, has_filters=query.has_filters)

    async def _show_titles(self, text: str, query: Query) -> None:
        """List titles at once. Where filters are to hold, those come with the messages."""
        is_plain = bool(query.wanted) and not (query.has_filters or query.unwanted or '"' in text)
        found = await self._controller.titles.find(text, _TITLES) if is_plain else TitlesFound((), 0)
        self._page.model.set_titles(found.best, found.count, sought(text))

    async def _show_messages(self, pages: AsyncGenerator[SearchPage, None]) -> None:
        """List messages page by page, as far as the person goes."""
        model = self._page.model
        is_first, room = True, _HITS_AT_ONCE
        async for page in pages:
            model.add(page.hits, is_first=is_first)
            is_first = False
            room -= len(page.hits)
            if model.results.messages >= _HITS_AT_MOST:
                return
            if room <= 0:
                await self._rest()
                room = _HITS_AT_ONCE
        if is_first:
            model.add((), is_first=True)

    async def _rest(self) -> None:
        """Wait until more is wanted than is listed."""
        self._more_wanted.clear()
        self._page.rest()
        await self._more_wanted.wait()
        self._page.go_on()


def join_finding(
    controller: ChatController,
    presenter: Presenter,
    place: SearchPlace,
    palette: Palette,
    clock: Callable[[], int],
) -> None:
    """Join the search and the palette to a core for as long as its presenter lives."""
    reveal = presenter.revealing.reveal
    Searcher(controller, place, presenter.errands, presenter.open, reveal, clock, presenter)
    PaletteTitles(controller.titles, palette, presenter.errands, presenter)
    palette.conversation_chosen.connect(presenter.open)
