"""The processor's time for each streamed token: from its bytes to its event, and on into the journal."""

import gc
import statistics
import time
from collections.abc import Awaitable, Callable, Sequence

from app.domain.settings import ApiKind
from tests.bench.archive.measuring import Row
from tests.bench.engine.ground import LANGUAGES, Ground
from tests.bench.engine.service import Asked

TOKENS = 20_000
APART = 2_000  # tokens that come one by one, each in a read of its own
PAUSE_US = 200
ROUNDS = 5
MOST_ON_TOP_US = 60.0

Reply = Callable[[], Awaitable[object]]


async def token_rows(ground: Ground) -> list[Row]:
    count = ground.conditions.count
    rows: list[Row] = []
    for api, language in LANGUAGES.items():
        rows += await _rows(ground, api, f"{language}, at full speed", Asked(count(TOKENS)))
        rows += await _rows(ground, api, f"{language}, one by one", Asked(count(APART), PAUSE_US))
    return rows


async def _rows(ground: Ground, api: ApiKind, name: str, asked: Asked) -> list[Row]:
    await ground.engine.ask(api, asked)
    ours, bare, plain = await cpu_by_turns(
        (
            ground.engine.reply,
            lambda: ground.bare.reply(api, asked),
            lambda: ground.bare.reply_in_plain_values(api, asked),
        ),
        asked.tokens,
        ROUNDS,
    )
    of_ours, of_bare, of_plain = map(statistics.median, (ours, bare, plain))
    row, absolute = ground.conditions.row, ground.conditions.absolute
    return [
        row(f"{name}: CPU for a token", of_ours, of_bare, "SDK's loop", None, "µs"),
        absolute(f"{name}: on top of the SDK's loop", on_top(ours, bare), MOST_ON_TOP_US, "µs"),
        row(f"{name}: CPU beside plain values", of_ours, of_plain, "plain loop", None, "µs"),
        absolute(f"{name}: on top of plain values", on_top(ours, plain), MOST_ON_TOP_US, "µs"),
    ]


def on_top(ours: Sequence[float], bare: Sequence[float]) -> float:
    """Return the median of what ours took beyond the other in the same round: what both bore cancels out."""
    return statistics.median(one - other for one, other in zip(ours, bare, strict=True))


async def cpu_by_turns(replies: Sequence[Reply], tokens: int, rounds: int) -> list[list[float]]:
    """Return the microseconds of this process for each token, of all its threads, in every round."""
    times: list[list[float]] = [[] for _ in replies]
    for turn in range(rounds + 1):
        for place in range(len(replies)):
            which = (turn + place) % len(replies)
            spent = await _cpu_seconds(replies[which])
            if turn:  # the first round is unmeasured
                times[which].append(spent / tokens * 1_000_000)
    return times


async def _cpu_seconds(reply: Reply) -> float:
    gc.collect(0)
    before = time.process_time()
    await reply()
    return time.process_time() - before
