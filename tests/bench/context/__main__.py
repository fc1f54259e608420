"""python -m tests.bench.context [--rows NAME,...] [--scale PART] [--idle] [--folder FOLDER]"""

import argparse
import asyncio
import json
import tempfile
from pathlib import Path

from tests.bench.archive.measuring import Conditions, Row, tell
from tests.bench.context.planning import planning_rows
from tests.bench.context.policies import WAYS
from tests.bench.context.talks import TURNS, Bill, bill, talk

SLIDING = "sliding whole turns"
OURS = "ours, as it comes"
# What ours may cost beside a window that slides by whole turns: in talk, and with tools.
MOST = {"talk": 0.25, "tools": 0.5}


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tests.bench.context", description=__doc__)
    parser.add_argument("--rows", default="cost,planning", help="cost, planning, or both")
    parser.add_argument("--scale", type=float, default=1.0, help="a part of the sizes named, for trying out")
    parser.add_argument("--idle", action="store_true", help="nothing else runs here, so times bind as well")
    parser.add_argument("--folder", type=Path, help="where the archive is made; it goes away at the end")
    return parser.parse_args()


def cost_rows(conditions: Conditions) -> list[Row]:
    rows: list[Row] = []
    for kind in ("talk", "tools"):
        turns = talk(with_tools=kind == "tools", turns=conditions.count(TURNS))
        bills: dict[str, Bill] = {}
        for name, way in WAYS:
            tell(f"{kind}: {name}")
            bills[name] = bill(way(turns), [turn[1:] for turn in turns])
        rows += _rows(conditions, kind, bills)
    return rows


def _rows(conditions: Conditions, kind: str, bills: dict[str, Bill]) -> list[Row]:
    rows: list[Row] = []
    for name, found in bills.items():
        words = f"{found.hit:.1f} % from the cache, {found.mean:.0f} tokens a request"
        faults = f", {found.invalid:.0f} % refused, {found.over:.0f} % over the budget"
        label = f"{kind}: {name} ({words}{faults if found.invalid or found.over else ''})"
        limit = MOST[kind] if name == OURS else None
        yardstick = bills[SLIDING].cost / 1000
        rows.append(conditions.row(label, found.cost / 1000, yardstick, SLIDING, limit, "k tokens"))
    return rows


async def measure(folder: Path, conditions: Conditions, names: list[str]) -> list[Row]:
    rows = cost_rows(conditions) if "cost" in names else []
    return [*rows, *(await planning_rows(folder, conditions) if "planning" in names else [])]


def main() -> None:
    chosen = options()
    conditions = Conditions(chosen.scale, chosen.idle)
    with tempfile.TemporaryDirectory(dir=chosen.folder, prefix="sotto-bench-") as folder:
        rows = asyncio.run(measure(Path(folder), conditions, chosen.rows.split(",")))
    print(json.dumps([row.as_json() for row in rows], indent=2))


if __name__ == "__main__":
    main()
