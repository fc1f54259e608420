"""python -m tests.bench.context [--rows NAME,...] [--scale PART] [--idle] [--folder FOLDER]"""

from pathlib import Path

from tests.bench.archive.measuring import Conditions, Row, tell
from tests.bench.context.planning import planning_rows
from tests.bench.context.policies import WAYS
from tests.bench.context.talks import TURNS, Bill, bill, talk
from tests.bench.running import run

SLIDING = "sliding whole turns"
OURS = "ours, as it comes"
# What ours may cost beside a window that slides by whole turns: in talk, and with tools.
MOST = {"talk": 0.25, "tools": 0.5}


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


if __name__ == "__main__":
    run("tests.bench.context", __doc__, ("cost", "planning"), measure)
