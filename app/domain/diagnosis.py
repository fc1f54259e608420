"""What can be told of how Sotto runs, without a word of what is in the history."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_SLOW = re.compile(
    r"^(\S+ \S+?),\d+ INFO app\.system\.worker_thread: ([\w .'-]+) took (\d+) ms on the ([\w -]+) thread$"
)
_STALL = re.compile(
    r"^(\S+ \S+?),\d+ WARNING app\.ui\.stall_watch: the window stood still for (\d+) ms in ([\w.:<> ]+)$"
)
_MOST = 20


@dataclass(frozen=True, slots=True)
class SlowMoment:
    """Something that took long: `what` names a place in the program, never what was worked on."""

    at: str
    milliseconds: int
    what: str


@dataclass(frozen=True, slots=True)
class Diagnosis:
    versions: Mapping[str, str]
    slow_calls: tuple[SlowMoment, ...]
    stalls: tuple[SlowMoment, ...]
    archive_bytes: int


def moments(lines: Iterable[str]) -> tuple[tuple[SlowMoment, ...], tuple[SlowMoment, ...]]:
    """Return the newest slow calls and stalls of a log, the newest first. No other line is looked at."""
    slow: list[SlowMoment] = []
    stalls: list[SlowMoment] = []
    for line in lines:
        if found := _SLOW.match(line):
            at, what, took, thread = found.groups()
            slow.append(SlowMoment(at, int(took), f"{what} ({thread})"))
        elif found := _STALL.match(line):
            at, took, what = found.groups()
            stalls.append(SlowMoment(at, int(took), what))
    return tuple(slow[: -_MOST - 1 : -1]), tuple(stalls[: -_MOST - 1 : -1])


def report(diagnosis: Diagnosis) -> str:
    """Return all of it as text that may be shown to anyone."""
    lines = [f"{name} {number}" for name, number in diagnosis.versions.items()]
    lines.append(f"Archive: {diagnosis.archive_bytes} bytes")
    for title, found in (("Slow calls", diagnosis.slow_calls), ("Stalls", diagnosis.stalls)):
        lines += ["", f"{title}: {len(found)}"]
        lines += [f"{each.at}  {each.milliseconds} ms  {each.what}" for each in found]
    return "\n".join(lines)
