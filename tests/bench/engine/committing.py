"""Commits while replies grow, counted where they are made: on the writer's own connection."""

import asyncio
import time
from collections.abc import Callable, Sequence

from app.domain.settings import ApiKind
from app.store.driver import Connection
from tests.bench.archive.measuring import Row
from tests.bench.engine.ground import Ground
from tests.bench.engine.service import Asked

STREAMS = 5
SECONDS = 5.0
FEWEST_SECONDS = 1.5
MOST_A_SECOND = 4.0
_PAUSE_US = 20_000  # fifty tokens a second, from each


async def commit_rows(ground: Ground) -> list[Row]:
    one, five = await _rate(ground, 1), await _rate(ground, STREAMS)
    return [
        ground.conditions.row(f"commits a second, {STREAMS} streams at once", five, one, "one", None, "/s"),
        ground.conditions.absolute(f"the same, {STREAMS} streams at once", five, MOST_A_SECOND, "/s"),
    ]


async def _rate(ground: Ground, streams: int) -> float:
    """Return the commits a second in a stretch in which all replies grow, and none begins or ends."""
    seconds, engine = max(FEWEST_SECONDS, SECONDS * ground.conditions.scale), ground.engine
    ahead = round((seconds + 2) * 1_000_000 / _PAUSE_US)
    await engine.ask(ApiKind.CHAT, Asked(ahead, _PAUSE_US))
    replies = [engine.send() for _ in range(streams)]
    await asyncio.gather(*(sent.first for _, sent in replies))
    moments: list[float] = []
    archive = ground.engine.chat.parts.archive
    await archive.write(_watch, lambda sql: moments.append(time.monotonic()) if sql == "COMMIT" else None)
    moments.clear()
    await asyncio.sleep(seconds)
    counted = tuple(moments)
    await archive.write(_watch, None)
    for conversation, _ in replies:
        engine.chat.controller.stop(conversation)
    await asyncio.gather(*(sent.ended for _, sent in replies))
    return a_second(counted)


def a_second(moments: Sequence[float]) -> float:
    """Return how many there are in a second, from the first to the last."""
    return (len(moments) - 1) / (moments[-1] - moments[0])


def _watch(connection: Connection, listener: Callable[[str], None] | None) -> None:
    connection.set_trace_callback(listener)
