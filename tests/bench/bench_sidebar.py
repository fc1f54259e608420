"""The sidebar's list with a hundred thousand conversations, beside Qt's own list of the same titles.

Prints rows as JSON. The archive is a real one, and every timed picture is looked at: rows must be known and
painted, or the run fails. `python3 packaging/dev.py bench sidebar`
"""

import argparse
import asyncio
import gc
import json
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QApplication, QListView

from app.chat.event_stream import EventStream
from app.chat.keeping import Keeping
from app.chat.listing import Listing
from app.domain.errors import AppError
from app.domain.ids import IdSource
from app.store.archive import Archive
from app.store.driver import open_connection, transaction
from app.store.migrate import migrate
from app.system.clock import now_us
from app.system.private_file import create_privately
from app.ui.application import Application
from app.ui.errands import Errands
from app.ui.event_loop import run_on
from app.ui.sidebar.list_feed import ListFeed
from app.ui.sidebar.sidebar import Sidebar
from app.ui.sidebar.uniform_list import UniformList
from tests.bench.archive.measuring import Conditions, Row, tell

KEY = "5a" * 48
MANY = 100_000
ROUNDS, PAGES = 9, 120
SIZE = (272, 800)
HOUR = 3_600_000_000
FEW_COLOURS = 20
PATIENCE = 10.0
_LAID_OUT = 100  # pixels for each page: by then Qt has laid out enough

_TITLE = "Conversation number {} about glazes and boats"
_ADD = """
    INSERT INTO conversation (public_id, title, title_source, created_at, changed_at)
    VALUES (?, ?, 'question', ?, ?)
"""
_BRANCH = "INSERT INTO branch (public_id, conversation, is_main, depth, created_at) VALUES (?, ?, 1, 0, 1)"
_SHOW = "UPDATE conversation SET shown_branch = id"


def build(path: Path, count: int) -> None:
    """Make an archive of so many conversations, one for each hour that has passed."""
    create_privately(path)
    now = now_us()
    with closing(open_connection(path, KEY)) as connection:
        migrate(connection)
        with transaction(connection):
            for number in range(1, count + 1):
                at = now - (count - number) * HOUR
                connection.execute(_ADD, (str(UUID(int=number)), _TITLE.format(number), at, at))
                connection.execute(_BRANCH, (str(UUID(int=MANY * 10 + number)), number))
            connection.execute(_SHOW)


class Ground:
    """A sidebar on a real archive, with as much of a core as its lists ask for."""

    def __init__(self, application: Application, path: Path) -> None:
        self.archive, self._path = Archive(), path
        parts: Any = SimpleNamespace(archive=self.archive, events=EventStream(), ids=IdSource(now_us, bytes))
        core: Any = SimpleNamespace(listing=Listing(Keeping(parts)), is_streaming=lambda _which: False)
        self.sidebar = Sidebar(application.theme)
        self.sidebar.resize(*SIZE)
        self.sidebar.show()
        QApplication.processEvents()
        self.errands = Errands(_fail)
        models = self.sidebar.places.models
        self.feed = ListFeed(core, self.sidebar.known, models, self.errands, now_us, self.sidebar)

    async def first_rows(self) -> float:
        """Open the archive with its key, and return the milliseconds until the first rows are painted."""
        gc.collect()
        started = time.perf_counter()
        await self.archive.open(self._path, KEY, is_new=False, now=now_us())
        await self.feed.open_first()
        look_at(self.sidebar.list)
        return (time.perf_counter() - started) * 1000

    async def whole(self) -> float:
        """Return the milliseconds until all rows can be reached."""
        started = time.perf_counter()
        await until(lambda: not self.sidebar.model.is_partial)
        return (time.perf_counter() - started) * 1000

    async def end(self) -> None:
        self.errands.cancel()
        await asyncio.sleep(0)
        await self.archive.close()
        self.sidebar.deleteLater()


def look_at(rows: QListView) -> None:
    """Paint the rows, and make sure that there is something to be seen."""
    picture = rows.viewport().grab().toImage()
    seen = {picture.pixel(x, y) for x in range(0, picture.width(), 3) for y in range(0, picture.height(), 3)}
    if len(seen) < FEW_COLOURS:
        sys.exit(f"a blank picture of {type(rows).__name__}")


async def until(reached: Callable[[], bool]) -> None:
    """Let the loop run until it is so."""
    end = time.monotonic() + PATIENCE
    while not reached():
        await asyncio.sleep(0)
        if time.monotonic() > end:
            sys.exit("waited in vain")


def is_known(rows: UniformList) -> bool:
    """Whether all rows that can be seen have their words."""
    return all(rows.model().index(row).data() for row in rows.visible_rows())


async def pages_down(ground: Ground, count: int) -> list[float]:
    """Scroll by whole pages of rows that were never seen, each until its titles are painted."""
    rows, spent = ground.sidebar.list, []
    bar = rows.verticalScrollBar()
    for page in range(1, count + 1):
        started = time.perf_counter()
        bar.setValue(page * bar.maximum() // (count + 1))
        look_at(rows)
        await until(lambda: is_known(rows))
        look_at(rows)
        spent.append((time.perf_counter() - started) * 1000)
    return spent


def plain_list(count: int) -> tuple[QListView, list[str]]:
    """Qt's own list as it is best for many rows: uniform, laid out in batches."""
    view = QListView()
    view.setUniformItemSizes(True)
    view.setLayoutMode(QListView.LayoutMode.Batched)
    view.setBatchSize(200)
    view.resize(*SIZE)
    view.show()
    QApplication.processEvents()
    return view, [_TITLE.format(number) for number in range(count)]


def milliseconds(work: Callable[[], object]) -> float:
    gc.collect()
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


def resident_mb() -> float:
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / (1 << 20)


async def measure(application: Application, path: Path, conditions: Conditions) -> list[Row]:
    count = conditions.count(MANY)
    build(path, count)
    view, titles = plain_list(count)
    model = QStringListModel(view)
    view.setModel(model)

    def show_plain() -> None:
        model.setStringList(titles)
        while not view.visualRect(model.index(20)).isValid():
            QApplication.processEvents()
        look_at(view)

    shown, reached, resets, plain = [], [], [], []
    for _ in range(conditions.count(ROUNDS)):
        ground = Ground(application, path)
        shown.append(await ground.first_rows())
        reached.append(await ground.whole())
        opened = await ground.feed._listing.whole(ground.sidebar.model.place)
        resets.append(milliseconds(partial(_reset, ground, opened)))
        plain.append(milliseconds(show_plain))
        await ground.end()
    ground = Ground(application, path)
    before = resident_mb()
    await ground.first_rows()
    await ground.whole()
    tell("scrolling")
    scrolled = await pages_down(ground, conditions.count(PAGES))
    grown = resident_mb() - before
    await ground.end()
    QApplication.processEvents()
    plainly = _scroll_plainly(view, conditions.count(PAGES))
    median = statistics.median
    what = "QListView of the same titles, all in memory:"
    return [
        conditions.absolute(f"{count} conversations: key to first rows painted", median(shown), 50.0),
        conditions.row("the same, beside", median(shown), median(plain), what, 1.5),
        conditions.row("then: all rows can be reached", median(reached), median(plain), what, None),
        conditions.row("reset and painted", median(resets), median(plain), what, 1.0),
        conditions.row("page of rows never seen, p95", p95(scrolled), p95(plainly), what, 6.0),
        conditions.absolute("memory of the list, scrolled through", grown, 12.0, "MB"),
    ]


def _reset(ground: Ground, opened: Any) -> None:  # noqa: ANN401
    ground.sidebar.model.open(opened, now_us())
    look_at(ground.sidebar.list)


def _scroll_plainly(view: QListView, count: int) -> list[float]:
    bar = view.verticalScrollBar()
    while view.indexAt(view.rect().topLeft()).isValid() and bar.maximum() < _LAID_OUT * count:
        QApplication.processEvents()

    def go_to(page: int) -> None:
        bar.setValue(page * bar.maximum() // (count + 1))
        look_at(view)

    return [milliseconds(partial(go_to, page)) for page in range(1, count + 1)]


def _fail(error: AppError) -> None:
    sys.exit(f"the list could not be read: {type(error).__name__}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scale", type=float, default=1.0, help="a part of the sizes named, for trying out")
    parser.add_argument("--idle", action="store_true", help="nothing else runs here, so times bind as well")
    chosen = parser.parse_args()
    application = Application(offscreen=True)
    found: list[Row] = []

    async def measured() -> int:
        with tempfile.TemporaryDirectory(prefix="sotto-bench-") as folder:
            conditions = Conditions(chosen.scale, chosen.idle)
            found.extend(await measure(application, Path(folder, "archive.db"), conditions))
        return 0

    run_on(application.qt, measured())
    print(json.dumps([row.as_json() for row in found], indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
