"""python -m tests.bench.exchange [--rows NAME,...] [--scale PART] [--idle] [--folder FOLDER]"""

from collections.abc import Awaitable, Callable
from pathlib import Path
from types import MappingProxyType

from tests.bench.archive.measuring import Conditions, Row, tell
from tests.bench.exchange.leaving import export_rows
from tests.bench.running import run

ROWS: MappingProxyType[str, Callable[[Path, Conditions], Awaitable[list[Row]]]] = MappingProxyType(
    {"export": export_rows}
)


async def measure(folder: Path, conditions: Conditions, names: list[str]) -> list[Row]:
    rows: list[Row] = []
    for name in names:
        tell(name)
        rows += await ROWS[name](folder, conditions)
    return rows


if __name__ == "__main__":
    run("tests.bench.exchange", __doc__, ROWS, measure)
