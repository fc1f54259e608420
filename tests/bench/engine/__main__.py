"""python -m tests.bench.engine [--rows NAME,...] [--scale PART] [--idle] [--folder FOLDER]"""

from collections.abc import Awaitable, Callable
from pathlib import Path
from types import MappingProxyType

from tests.bench.archive.measuring import Conditions, Row, tell
from tests.bench.engine.beginning import first_token_rows
from tests.bench.engine.committing import commit_rows
from tests.bench.engine.ground import Ground, standing_in
from tests.bench.engine.stopping import stop_rows
from tests.bench.engine.streaming import token_rows
from tests.bench.running import run

ROWS: MappingProxyType[str, Callable[[Ground], Awaitable[list[Row]]]] = MappingProxyType(
    {"token": token_rows, "first": first_token_rows, "commits": commit_rows, "stop": stop_rows}
)


async def measure(folder: Path, conditions: Conditions, names: list[str]) -> list[Row]:
    rows: list[Row] = []
    async with standing_in(folder, conditions) as ground:
        for name in names:
            tell(name)
            rows += await ROWS[name](ground)
    return rows


if __name__ == "__main__":
    run("tests.bench.engine", __doc__, ROWS, measure)
