"""Work done by turns with its yardstick, medians, and the rows they end in."""

import gc
import inspect
import random
import statistics
import sys
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import asdict, dataclass

LONGEST_SECONDS = 8.0
FEWEST_ROUNDS = 3
_TIMES = frozenset({"ms", "µs"})

Work = Callable[[int], Awaitable[object] | object]
"""A piece of work, told the number of its round."""


@dataclass(frozen=True, slots=True)
class Row:
    """One measured value beside its yardstick. A limit binds its ratio."""

    name: str
    value: float
    unit: str
    yardstick: str
    ratio: float | None
    limit: float | None
    ok: bool

    def as_json(self) -> dict[str, object]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Conditions:
    """How this run is made. Less than the whole size proves nothing, so its rows are never ok."""

    scale: float
    is_idle: bool

    def count(self, whole: int) -> int:
        return max(1, round(whole * self.scale))

    def row(
        self, name: str, value: float, yardstick: float, what: str, limit: float | None, unit: str = "ms"
    ) -> Row:
        """`value` beside `yardstick`, both in the unit. Without a limit the row tells, and binds nothing."""
        ratio = value / yardstick if yardstick else float("inf")
        ok = self.scale == 1 and (limit is None or ratio <= limit)
        return self._row(name, value, unit, f"{what} {shown(yardstick)} {unit}", ratio, limit, ok)

    def absolute(self, name: str, value: float, most: float, unit: str = "ms") -> Row:
        """A limit in the unit itself. Where it is a time, it binds only on an idle machine."""
        ratio = value / most
        binds = self.is_idle or unit not in _TIMES
        what = f"at most {shown(most)} {unit}" if binds else f"{shown(most)} {unit}, were it idle"
        return self._row(name, value, unit, what, ratio, 1.0, self.scale == 1 and (ratio <= 1 or not binds))

    def missing(self, name: str, why: str) -> Row:
        """A row that could not be measured: loud, and never ok."""
        return self._row(f"NOT MEASURED: {name}", 0.0, "-", why, None, None, ok=False)

    def _row(
        self,
        name: str,
        value: float,
        unit: str,
        what: str,
        ratio: float | None,
        limit: float | None,
        ok: bool,
    ) -> Row:
        label = name if self.scale == 1 else f"{name} [scale {self.scale:g}]"
        rounded = None if ratio is None else float(shown(ratio))
        return Row(label, float(shown(value)), unit, what, rounded, limit, ok)


async def by_turns(
    works: Sequence[Work],
    rounds: int,
    *,
    unmeasured: int = 2,
    afterwards: Callable[[], Awaitable[object]] | None = None,
) -> list[float]:
    """Do all works in every round, each time in another order, and return their medians in ms.

    So none always follows the same other, whose leavings in the processor's memory would be its burden.
    Where that takes long, fewer rounds must do. What is done `afterwards`, behind each work, is not measured.
    """
    times: list[list[float]] = [[] for _ in works]
    enough = time.monotonic() + LONGEST_SECONDS
    for turn in range(unmeasured + rounds):
        if turn >= unmeasured + FEWEST_ROUNDS and time.monotonic() > enough:
            break
        order = random.Random(turn).sample(range(len(works)), len(works))  # noqa: S311  # no secret
        for which in order:
            spent = await milliseconds(works[which], turn)
            if afterwards:
                await afterwards()
            if turn >= unmeasured:
                times[which].append(spent)
    return [statistics.median(each) for each in times]


async def milliseconds(work: Work, turn: int = 0) -> float:
    """Do the work once. What an earlier one left to be collected is none of its business."""
    gc.collect(0)
    gc.disable()
    try:
        started = time.perf_counter()
        result = work(turn)
        if inspect.isawaitable(result):
            await result
        return (time.perf_counter() - started) * 1000
    finally:
        gc.enable()


def shown(number: float) -> str:
    return f"{number:.4g}" if abs(number) < 10_000 else f"{number:.0f}"


def tell(text: str) -> None:
    """Progress goes to the terminal; standard output is for the rows."""
    sys.stderr.write(f"  {time.strftime('%H:%M:%S')} {text}\n")
    sys.stderr.flush()
