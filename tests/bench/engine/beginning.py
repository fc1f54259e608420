"""How much later the first token comes than with the bare SDK: on a warm connection and a warm archive.

Both send the same conversation along. The SDK is handed it; the program has to find it first, and to store
the question and the beginning of the reply.
"""

import statistics
import time
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from functools import partial

from app.domain.ids import ConversationId
from app.domain.settings import ApiKind
from tests.bench.archive.measuring import Row
from tests.bench.engine.ground import LANGUAGES, QUESTION, Ground, Message
from tests.bench.engine.service import TOKEN, Asked
from tests.bench.engine.streaming import on_top

ROUNDS = 100
SIZES = (10, 200)  # items in the beginning of a conversation: it is used until it is twice as long
MOST_LATER_MS = 5.0
_SHORT = Asked(3)
_TURN: tuple[Message, ...] = (
    {"role": "user", "content": QUESTION},
    {"role": "assistant", "content": TOKEN * _SHORT.tokens},
)


async def first_token_rows(ground: Ground) -> list[Row]:
    rows: list[Row] = []
    for api, language in LANGUAGES.items():
        await ground.engine.ask(api, _SHORT)
        for size in SIZES:
            name = f"first token, {size} to {2 * size} items, {language}"
            rows += _rows(ground, name, await _times(ground, api, size))
    return rows


def _rows(ground: Ground, name: str, times: Sequence[Sequence[float]]) -> list[Row]:
    row, absolute = ground.conditions.row, ground.conditions.absolute
    ours, bare, plain = times
    middle = statistics.median(ours)
    return [
        row(name, middle, statistics.median(bare), "SDK", None),
        absolute(f"{name}: later by", on_top(ours, bare), MOST_LATER_MS),
        row(f"{name}: beside plain values", middle, statistics.median(plain), "plain", None),
    ]


async def _times(ground: Ground, api: ApiKind, size: int) -> list[list[float]]:
    times: list[list[float]] = [[], [], []]
    while len(times[0]) < ground.conditions.count(ROUNDS):
        conversation = await _grown(ground, size)
        for turn in range(size // 2):
            earlier = _TURN * (size // 2 + turn)
            works = (
                partial(_with_ours, ground, conversation),
                partial(_with_sdk, partial(ground.bare.tokens, api, _SHORT, earlier)),
                partial(_with_sdk, partial(ground.bare.plain, api, _SHORT, earlier)),
            )
            for place in range(len(works)):
                which = (turn + place) % len(works)
                times[which].append(await works[which]())
    return times


async def _grown(ground: Ground, size: int) -> ConversationId:
    conversation = await ground.engine.reply()
    for _ in range(size // 2 - 1):
        await ground.engine.reply(conversation)
    return conversation


async def _with_ours(ground: Ground, conversation: ConversationId) -> float:
    started = time.perf_counter()
    _, sent = ground.engine.send(conversation)
    first = await sent.first
    await sent.ended
    return (first - started) * 1000


async def _with_sdk(ask: Callable[[], AsyncGenerator[str, None]]) -> float:
    started = time.perf_counter()
    async with aclosing(ask()) as tokens:
        await anext(tokens)
        first = time.perf_counter()
        async for _ in tokens:
            pass
    return (first - started) * 1000
