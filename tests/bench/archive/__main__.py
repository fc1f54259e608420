"""python -m tests.bench.archive [--rows NAME,...] [--scale PART] [--idle] [--folder FOLDER]"""

import argparse
import asyncio
import json
import tempfile
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


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tests.bench.archive", description=__doc__)
    parser.add_argument("--rows", default=",".join(ROWS), help=f"some of {', '.join(ROWS)}")
    parser.add_argument("--scale", type=float, default=1.0, help="a part of the sizes named, for trying out")
    parser.add_argument("--idle", action="store_true", help="nothing else runs here, so times bind as well")
    parser.add_argument("--folder", type=Path, help="where the archives are made; they go away at the end")
    return parser.parse_args()


async def measure(folder: Path, conditions: Conditions, names: list[str]) -> list[Row]:
    rows: list[Row] = []
    built = build(folder, conditions)
    async with standing_on(built, conditions) as ground:
        for name in names:
            tell(name)
            rows += await ROWS[name](ground)
    return rows


def main() -> None:
    chosen = options()
    conditions = Conditions(chosen.scale, chosen.idle)
    with tempfile.TemporaryDirectory(dir=chosen.folder, prefix="sotto-bench-") as folder:
        rows = asyncio.run(measure(Path(folder), conditions, chosen.rows.split(",")))
    print(json.dumps([row.as_json() for row in rows], indent=2))


if __name__ == "__main__":
    main()
