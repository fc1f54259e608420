"""What memory is kept: after all of the work, and over many changes from one long conversation to another."""

import gc
import os
from pathlib import Path

from tests.bench.archive.measuring import Row
from tests.bench.transcript.stage import Stage

_MIB = 1024 * 1024
SWITCHES = 200
WARM = 40


async def keeping_rows(stage: Stage) -> list[Row]:
    for number in range(WARM):
        await _switch(stage, number)
    before = resident()
    for number in range(max(2, round(SWITCHES * stage.conditions.scale))):
        await _switch(stage, number)
    growth = resident() - before
    most = stage.conditions.absolute
    return [
        most("growth over 200 changes of conversation", max(0.1, growth), 10, "MB"),
        most("resident memory after all of this", resident(), 220, "MB"),
    ]


async def _switch(stage: Stage, number: int) -> None:
    await stage.open_quickly(stage.long[number % 2])
    stage.view.move_by(700)
    stage.view.frame_now()


def resident() -> float:
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / _MIB
