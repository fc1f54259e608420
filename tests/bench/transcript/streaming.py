"""What a growing reply costs: the share of a core that the window's thread uses, and how long it is held."""

import asyncio
import re
import time

from app.domain.ids import ItemId
from app.domain.item import Item, ItemState, Role, reply_body
from tests.bench.archive.measuring import Row
from tests.bench.transcript.stage import Stage

TOKENS_A_SECOND = 200
_TICK = 0.005
SECONDS = 20.0
_SIZE = 20_000


async def streaming_rows(stage: Stage) -> list[Row]:
    mixed = "\n\n".join(stage.corpus.block() for _ in range(400))
    table = stage.corpus.table(20_000)[:_SIZE]
    paragraph = " ".join(stage.corpus.sentence() for _ in range(400))[:_SIZE]
    rows = []
    for name, text, limit in (
        ("mixed text", mixed, 10),
        ("a 20 kB table", table, 15),
        ("a 20 kB paragraph", paragraph, 15),
    ):
        share, stall = await _stream(stage, text)
        rows.append(stage.conditions.absolute(f"streaming {name}", share, limit, "% of a core"))
        rows.append(stage.conditions.absolute(f"longest stalls of {name}, 99 of 100", stall, 8))
    return rows


async def _stream(stage: Stage, text: str) -> tuple[float, float]:
    await stage.open(stage.short)
    view = stage.view
    item = _reply(view.history.length + 1)
    view.add(item)
    tokens = re.findall(r"\s*\S{1,5}", text)
    seconds = SECONDS * stage.conditions.scale if stage.conditions.scale < 1 else SECONDS
    sent, stalls = 0, []
    before, began = time.thread_time(), time.perf_counter()
    idle = 0.0
    while (elapsed := time.perf_counter() - began) < seconds and sent < len(tokens):
        due = int(elapsed * TOKENS_A_SECOND)
        for token in tokens[sent:due]:
            view.grow(item.id, token)
        sent = max(sent, due)
        asked = time.perf_counter()
        await asyncio.sleep(_TICK)
        stalls.append(max(0.0, time.perf_counter() - asked - _TICK) * 1000)
    used = time.thread_time() - before
    took = time.perf_counter() - began
    idle = await _harness(took)
    view.check()
    view.replace(
        item._replace(state=ItemState.COMPLETE, body=reply_body("".join(tokens[:sent]), whole=True)), None
    )
    await stage.rest()
    view.check()
    return 100 * max(0.0, used - idle) / took, sorted(stalls)[int(len(stalls) * 0.99)]


async def _harness(seconds: float) -> float:
    """What the ticking itself costs in so many seconds."""
    before, began = time.thread_time(), time.perf_counter()
    for _ in range(round(1 / _TICK)):
        await asyncio.sleep(_TICK)
    seconds /= time.perf_counter() - began
    return (time.thread_time() - before) * seconds


def _reply(depth: int) -> Item:
    return Item(
        ItemId(f"growing-{depth}"), 1, depth, Role.MODEL, ItemState.STREAMING, reply_body("", whole=False),
        int(time.time() * 1_000_000), model="gpt-5",
    )  # fmt: skip
