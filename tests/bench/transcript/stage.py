"""An archive with long conversations, and a view on it that is fed as the program feeds it."""

import asyncio
import multiprocessing
import secrets
import time
from collections.abc import AsyncIterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from pathlib import Path

from app.chat.event_stream import EventStream
from app.domain.conversation import HistoryPage
from app.domain.errors import AppError
from app.domain.ids import ConversationId
from app.store import history
from app.store.archive import Archive
from app.store.bringing_in import bring_in
from app.store.driver import open_connection, transaction
from app.system.clock import now_us
from app.ui.errands import Errands
from app.ui.theme.theme import Scheme, Theme
from app.ui.transcript.transcript_feed import TranscriptFeed
from tests.bench.archive.measuring import Conditions
from tests.bench.transcript.corpus import Corpus
from tests.bench.transcript.frames import TimedView, spin

LONG, SHORT = 100_000, 100
_PAGE = 100
SIZE = (1008, 632)  # the place of the transcript in the window of the look


class Reader:
    """Has the part of the controller's face that the transcript looks at."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self.events = EventStream()

    async def history(self, conversation: ConversationId, before: int | None = None) -> HistoryPage:
        return await self._archive.read(history.page, conversation, before, _PAGE)


@dataclass(frozen=True, slots=True)
class Stage:
    """`long` are two conversations of 100 000 items, `short` has 100."""

    conditions: Conditions
    corpus: Corpus
    theme: Theme
    view: TimedView
    feed: TranscriptFeed
    archive: Archive
    long: tuple[ConversationId, ConversationId]
    short: ConversationId

    async def open(self, conversation: ConversationId) -> None:
        """Open a conversation and wait until it is painted and nothing is left to do."""
        await self.open_quickly(conversation)
        await self.rest()

    async def open_quickly(self, conversation: ConversationId) -> None:
        """Open a conversation and wait until it is painted."""
        pages = self.view.pages
        self.feed.open(conversation)
        await spin(lambda: self.view.pages > pages)
        self.view.frame_now()

    async def rest(self) -> None:
        """Wait until the view has nothing left to do."""
        still = 0
        while still < 3:
            await asyncio.sleep(0.01)
            still = still + 1 if self.view.is_at_rest else 0

    async def breathe(self, seconds: float) -> None:
        """Give the loop so much time."""
        end = time.monotonic() + seconds
        await spin(lambda: time.monotonic() > end)

    async def pages_read(self) -> None:
        """Wait only until nothing near is unread."""
        await spin(lambda: self.view.missing() is None)


@asynccontextmanager
async def staged(folder: Path, conditions: Conditions, theme: Theme) -> AsyncIterator[Stage]:
    key, path = secrets.token_hex(48), folder / "archive.db"
    archive = Archive()
    await archive.open(path, key, is_new=True, now=now_us())
    lengths = (conditions.count(LONG), conditions.count(LONG), SHORT)
    # The memory that this takes is not the program's: another process gives it back when it ends.
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as other:
        names = other.submit(_filled, path, key, lengths).result()
    theme.choose(Scheme.LIGHT)
    view = TimedView(theme)
    view.resize(*SIZE)
    view.show()
    errands = Errands(_raise)
    stage = Stage(
        conditions,
        Corpus(),
        theme,
        view,
        TranscriptFeed(view, Reader(archive), errands),
        archive,
        (names[0], names[1]),
        names[2],
    )
    try:
        yield stage
    finally:
        errands.cancel()
        view.close()
        await asyncio.sleep(0.1)  # what was called back ends now
        await archive.close()


def _filled(path: Path, key: str, lengths: Sequence[int]) -> list[ConversationId]:
    """Fill the archive with conversations of these lengths, and return what they are called."""
    corpus, names = Corpus(), []
    with closing(open_connection(path, key)) as connection:
        for length in lengths:
            conversation, arrivals, tips = corpus.conversation(length)
            with transaction(connection):
                bring_in(connection, conversation, arrivals, tips)
            names.append(conversation.id)
    return names


def _raise(error: AppError) -> None:
    raise error
