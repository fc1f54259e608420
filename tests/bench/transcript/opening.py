"""How soon a conversation is seen, and any place of it."""

import statistics
import time

from PySide6.QtWidgets import QTextBrowser

from app.domain.ids import ConversationId
from tests.bench.archive.measuring import Row
from tests.bench.transcript.frames import spin
from tests.bench.transcript.stage import Stage

ROUNDS = 15


async def opening_rows(stage: Stage) -> list[Row]:
    """The first page of 100 000 items and of 100, by turns; the whole of 100 in Qt's own text view."""
    await stage.open(stage.short)  # warms fonts and parsers, as the program's first conversation does
    long, short, plain = [], [], []
    for turn in range(ROUNDS):
        long.append(await _open(stage, stage.long[turn % 2]))
        short.append(await _open(stage, stage.short))
        plain.append(_in_text_browser(stage))
    of_long, of_short = statistics.median(long), statistics.median(short)
    row, most = stage.conditions.row, stage.conditions.absolute
    return [
        most("open 100 000 items", of_long, 40),
        row("open 100 000 items beside 100", of_long, of_short, "100 items", 1.5),
        row("open 100 items", of_short, statistics.median(plain), "QTextBrowser, the same texts", None),
    ]


async def _open(stage: Stage, conversation: ConversationId) -> float:
    view = stage.view
    pages, began = view.pages, time.perf_counter()
    stage.feed.open(conversation)
    await spin(lambda: view.pages > pages)
    taken = await view.painted_after(view.page_at) - began
    view.check()
    await stage.rest()
    return taken * 1000


def _in_text_browser(stage: Stage) -> float:
    browser = QTextBrowser()
    browser.resize(stage.view.size())
    text = "\n\n".join(stage.view.history.text(item) for item in stage.view.history.items)
    began = time.perf_counter()
    browser.setMarkdown(text)
    browser.show()
    browser.verticalScrollBar().setValue(browser.verticalScrollBar().maximum())
    browser.viewport().repaint()
    taken = time.perf_counter() - began
    browser.close()
    browser.deleteLater()
    return taken * 1000


async def jump_rows(stage: Stage) -> list[Row]:
    """To the beginning, to the middle, to a place like a search's hit: until it is painted."""
    await stage.open(stage.long[0])
    length = stage.view.history.length
    times: dict[str, list[float]] = {"top": [], "middle": [], "a hit": []}
    for turn in range(ROUNDS):
        hits = {"top": 0, "middle": length // 2 + turn, "a hit": length * (turn + 3) // (ROUNDS + 7)}
        for name, row in hits.items():
            times[name].append(await _jump(stage, row))
    return [
        stage.conditions.absolute(f"jump to {name}", statistics.median(taken), 30)
        for name, taken in times.items()
    ]


async def _jump(stage: Stage, row: int) -> float:
    view = stage.view
    began = time.perf_counter()
    view.jump_to(row, 16)
    await spin(lambda: view.top_of(row) == 16)
    taken = view.frame_now() - began
    view.check()
    await stage.rest()
    view.jump_to_end()
    await stage.rest()
    return taken * 1000
