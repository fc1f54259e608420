"""How soon the service sees that nobody listens any more, once a person has pressed Stop."""

import statistics
import time
from contextlib import aclosing

from app.domain.settings import ApiKind
from tests.bench.archive.measuring import Row
from tests.bench.engine.ground import Ground
from tests.bench.engine.service import Asked

STOPS = 20
MOST_MS = 200.0
_HELD = Asked(5, is_held=True)


async def stop_rows(ground: Ground) -> list[Row]:
    await ground.engine.ask(ApiKind.CHAT, _HELD)
    ours: list[float] = []
    bare: list[float] = []
    for _ in range(ground.conditions.count(STOPS)):
        ours.append(await _ours(ground))
        bare.append(await _bare(ground))
    row, absolute = ground.conditions.row, ground.conditions.absolute
    middle = statistics.median(ours)
    return [
        row("the service sees a stop", middle, statistics.median(bare), "SDK's close", None),
        absolute("the service sees a stop, median", middle, MOST_MS),
        absolute(f"the service sees a stop, worst of {len(ours)}", max(ours), MOST_MS),
    ]


async def _ours(ground: Ground) -> float:
    conversation, sent = ground.engine.send()
    await sent.first
    pressed = time.monotonic()
    ground.engine.chat.controller.stop(conversation)
    seen = await ground.service.told()
    await sent.ended
    return (seen - pressed) * 1000


async def _bare(ground: Ground) -> float:
    async with aclosing(ground.bare.tokens(ApiKind.CHAT, _HELD)) as tokens:
        await anext(tokens)
        pressed = time.monotonic()
    return (await ground.service.told() - pressed) * 1000
