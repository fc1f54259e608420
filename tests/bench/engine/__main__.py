"""python -m tests.bench.engine [--rows NAME,...] [--scale PART] [--idle] [--folder FOLDER]"""

import argparse
import asyncio
import json
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path
from types import MappingProxyType

from tests.bench.archive.measuring import Conditions, Row, tell
from tests.bench.engine.beginning import first_token_rows
from tests.bench.engine.committing import commit_rows
from tests.bench.engine.ground import Ground, standing_in
from tests.bench.engine.stopping import stop_rows
from tests.bench.engine.streaming import token_rows

ROWS: MappingProxyType[str, Callable[[Ground], Awaitable[list[Row]]]] = MappingProxyType(
    {"token": token_rows, "first": first_token_rows, "commits": commit_rows, "stop": stop_rows}
)


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tests.bench.engine", description=__doc__)
    parser.add_argument("--rows", default=",".join(ROWS), help=f"some of {', '.join(ROWS)}")
    parser.add_argument("--scale", type=float, default=1.0, help="a part of the sizes named, for trying out")
    parser.add_argument("--idle", action="store_true", help="nothing else runs here, so times bind as well")
    parser.add_argument("--folder", type=Path, help="where the archive is made; it goes away at the end")
    return parser.parse_args()


async def measure(folder: Path, conditions: Conditions, names: list[str]) -> list[Row]:
    rows: list[Row] = []
    async with standing_in(folder, conditions) as ground:
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
