"""What every bench of its own package can be told, and how its rows come out."""

import argparse
import asyncio
import json
import tempfile
from collections.abc import Awaitable, Callable, Iterable
from pathlib import Path

from tests.bench.archive.measuring import Conditions, Row

Measure = Callable[[Path, Conditions, list[str]], Awaitable[list[Row]]]


def run(program: str, usage: str | None, rows: Iterable[str], measure: Measure) -> None:
    """Do as the command line says, in a folder that goes away at the end, and print the rows as JSON."""
    chosen = _options(program, usage, tuple(rows))
    conditions = Conditions(chosen.scale, chosen.idle)

    async def measured(folder: Path) -> list[Row]:
        return await measure(folder, conditions, chosen.rows.split(","))

    with tempfile.TemporaryDirectory(dir=chosen.folder, prefix="sotto-bench-") as folder:
        found = asyncio.run(measured(Path(folder)))
    print(json.dumps([row.as_json() for row in found], indent=2))


def _options(program: str, usage: str | None, rows: tuple[str, ...]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog=program, description=usage)
    parser.add_argument("--rows", default=",".join(rows), help=f"some of {', '.join(rows)}")
    parser.add_argument("--scale", type=float, default=1.0, help="a part of the sizes named, for trying out")
    parser.add_argument("--idle", action="store_true", help="nothing else runs here, so times bind as well")
    parser.add_argument("--folder", type=Path, help="where archives are made; they go away at the end")
    return parser.parse_args()
