"""How much later the first token comes than with the bare SDK: on a warm connection and a warm archive."""

import statistics
import time
from contextlib import aclosing

from app.domain.settings import ApiKind
from tests.bench.archive.measuring import Row
from tests.bench.engine.ground import LANGUAGES, Ground
from tests.bench.engine.service import Asked
from tests.bench.engine.streaming import on_top

ROUNDS = 100
WARM_UP = 5
MOST_LATER_MS = 5.0
_SHORT = Asked(3)


async def first_token_rows(ground: Ground) -> list[Row]:
    return [row for api in LANGUAGES for row in await _rows(ground, api)]


async def _rows(ground: Ground, api: ApiKind) -> list[Row]:
    await ground.engine.ask(api, _SHORT)
    conversation = await ground.engine.reply()
    ours: list[float] = []
    bare: list[float] = []

    async def with_ours() -> float:
        started = time.perf_counter()
        _, sent = ground.engine.send(conversation)
        first = await sent.first
        await sent.ended
        return (first - started) * 1000

    async def with_sdk() -> float:
        started = time.perf_counter()
        async with aclosing(ground.bare.tokens(api, _SHORT)) as tokens:
            await anext(tokens)
            first = time.perf_counter()
            async for _ in tokens:
                pass
        return (first - started) * 1000

    for turn in range(WARM_UP + ground.conditions.count(ROUNDS)):
        for times, work in ((ours, with_ours), (bare, with_sdk))[:: 1 if turn % 2 else -1]:
            spent = await work()
            if turn >= WARM_UP:
                times.append(spent)
    name, of_ours, of_bare = LANGUAGES[api], statistics.median(ours), statistics.median(bare)
    return [
        ground.conditions.row(f"first token, {name}", of_ours, of_bare, "SDK", None),
        ground.conditions.absolute(f"of that later, {name}", on_top(ours, bare), MOST_LATER_MS),
    ]
