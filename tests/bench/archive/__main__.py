"""python -m tests.bench.archive [--rows NAME,...] [--scale PART] [--idle] [--folder FOLDER]"""

from collections.abc import Awaitable, Callable
from pathlib import Path
from types import MappingProxyType

from tests.bench.archive.appending import append_rows, fork_rows
from tests.bench.archive.bringing_in import bring_in_rows
from tests.bench.archive.building import build
from tests.bench.archive.busy import busy_rows
from tests.bench.archive.ground import Ground, standing_on
from tests.bench.archive.measuring import Conditions, Row, tell
from tests.bench.archive.reading import list_rows, newest_rows, open_rows, position_rows
from tests.bench.archive.sdk_rows import sdk_rows
from tests.bench.archive.searching import search_rows
from tests.bench.running import run

ROWS: MappingProxyType[str, Callable[[Ground], Awaitable[list[Row]]]] = MappingProxyType(
    {
        "append": append_rows,
        "newest": newest_rows,
        "position": position_rows,
        "search": search_rows,
        "busy": busy_rows,
        "list": list_rows,
        "open": open_rows,
        "bring-in": bring_in_rows,
        "fork": fork_rows,  # late: its hundreds of branches are in nobody's history but this bench's
        "sdk": sdk_rows,
    }
)


async def measure(folder: Path, conditions: Conditions, names: list[str]) -> list[Row]:
    rows: list[Row] = []
    built = build(folder, conditions)
    async with standing_on(built, conditions) as ground:
        for name in names:
            tell(name)
            rows += await ROWS[name](ground)
    return rows


if __name__ == "__main__":
    run("tests.bench.archive", __doc__, ROWS, measure)
