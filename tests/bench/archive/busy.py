"""Row: a page for the screen while a search, an export and a backup are under way, beside the page alone."""

import asyncio
import statistics
import sys
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from pathlib import Path

from app.domain.ids import ConversationId
from app.domain.search import Order
from app.domain.search_query import parse
from app.store import copies, history, items, paths, search
from app.store.driver import Connection
from app.ui.event_loop import TURN_SECONDS
from tests.bench.archive.building import ITEMS
from tests.bench.archive.corpus import COMMON
from tests.bench.archive.ground import Ground
from tests.bench.archive.measuring import Row, milliseconds
from tests.bench.archive.searching import day

ROUNDS = 4
PAGES = 50
PAGE = 50
LIMIT = 3.0
_STRETCH = 1_000


class _Enough(Exception):
    """The pages have been measured, so nobody needs this copy."""


async def busy_rows(ground: Ground) -> list[Row]:
    alone: list[float] = []
    busy: list[float] = []
    with _turns_as_in_the_window():
        for turn in range(ROUNDS):
            alone += await _pages(ground, turn)
            async with _all_at_work(ground):
                busy += await _pages(ground, turn)
    name = f"a page while a search, an export and a backup of {ground.sized(ITEMS)} items run"
    ours, plain = statistics.median(busy), statistics.median(alone)
    return [
        ground.conditions.row(name, ours, plain, "the same page alone", LIMIT),
        ground.conditions.row(f"{name}: slowest of 20", _late(busy), _late(alone), "alone", None),
    ]


@contextmanager
def _turns_as_in_the_window() -> Iterator[None]:
    """Python's threads take turns as often as the program lets them."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(TURN_SECONDS)
    try:
        yield
    finally:
        sys.setswitchinterval(before)


async def _pages(ground: Ground, turn: int) -> list[float]:
    """Pages asked for one after the other, with a breath between them as people take it."""
    chosen, times = ground.built.named.middling, []
    for number in range(PAGES):
        conversation = chosen[(turn * PAGES + number) % len(chosen)]

        async def page(_turn: int, asked: ConversationId = conversation) -> None:
            await ground.archive.read(history.page, asked, None, PAGE)

        times.append(await milliseconds(page))
        await asyncio.sleep(0.01)
    return times


@asynccontextmanager
async def _all_at_work(ground: Ground) -> AsyncIterator[None]:
    """Three kinds of long work, each beginning anew as soon as it is done."""
    enough = threading.Event()
    works = [_search, _export, _back_up]
    tasks = [asyncio.create_task(_again_and_again(work, ground, enough)) for work in works]
    await asyncio.sleep(0.3)
    try:
        yield
    finally:
        enough.set()
        await asyncio.gather(*tasks)


async def _again_and_again(
    work: Callable[[Ground, threading.Event], Awaitable[object]], ground: Ground, enough: threading.Event
) -> None:
    with suppress(_Enough):
        while not enough.is_set():
            await work(ground, enough)


async def _search(ground: Ground, _enough: threading.Event) -> None:
    """The best of a common word: two thousand are ranked."""
    now = ground.built.corpus.now()
    query = parse(f"{COMMON} ", day(now))
    await ground.archive.study(search.find, query, now, order=Order.BEST)


async def _export(ground: Ground, enough: threading.Event) -> None:
    await ground.archive.study_apart(_read_all, ground.built.named.long, enough)


def _read_all(connection: Connection, conversation: ConversationId, enough: threading.Event) -> int:
    """All items of a conversation as values, a stretch at a time, and their texts."""
    path = paths.path_to(connection, paths.shown_tip(connection, conversation))
    letters = 0
    for first in range(1, path.length + 1, _STRETCH):
        if enough.is_set():
            raise _Enough
        found = items.items_between(connection, path, first, min(first + _STRETCH - 1, path.length))
        letters += sum(len(item.text) for item in found)
    return letters


async def _back_up(ground: Ground, enough: threading.Event) -> None:
    target = ground.built.path.with_name("copy.db")

    def progress(_done: int, _of: int) -> None:
        if enough.is_set():
            raise _Enough

    await ground.archive.study_apart(copies.copy_archive, target, ground.built.key, progress=progress)
    await asyncio.to_thread(_remove, target)


def _remove(target: Path) -> None:
    copies.remove_copy(target)


def _late(times: list[float]) -> float:
    return sorted(times)[len(times) * 19 // 20]
