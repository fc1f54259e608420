"""python -m tests.bench.transcript [--rows NAME,...] [--scale PART] [--idle]"""

import argparse
import json
import sys
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path
from types import MappingProxyType

from PySide6.QtWidgets import QApplication

from app.ui.event_loop import run_on
from app.ui.theme.theme import Theme
from tests.bench.archive.measuring import Conditions, Row, tell
from tests.bench.transcript.exporting import exporting_rows
from tests.bench.transcript.keeping import keeping_rows
from tests.bench.transcript.moving import moving_rows
from tests.bench.transcript.opening import jump_rows, opening_rows
from tests.bench.transcript.stage import Stage, staged
from tests.bench.transcript.streaming import streaming_rows

ROWS: MappingProxyType[str, Callable[[Stage], Awaitable[list[Row]]]] = MappingProxyType(
    {
        "open": opening_rows,
        "jump": jump_rows,
        "move": moving_rows,
        "stream": streaming_rows,
        "export": exporting_rows,
        "keep": keeping_rows,
    }
)


async def measure(theme: Theme, conditions: Conditions, names: list[str]) -> int:
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="sotto-bench-") as folder:
        async with staged(Path(folder), conditions, theme) as stage:
            for name in names:
                tell(name)
                rows += await ROWS[name](stage)
    print(json.dumps([row.as_json() for row in rows], indent=2))
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(prog="tests.bench.transcript", description=__doc__)
    parser.add_argument("--rows", default=",".join(ROWS), help=f"some of {', '.join(ROWS)}")
    parser.add_argument("--scale", type=float, default=1.0, help="a part of the sizes named, for trying out")
    parser.add_argument("--idle", action="store_true", help="nothing else runs here, so times bind as well")
    chosen = parser.parse_args()
    qt = QApplication(sys.argv[:1])
    qt.setQuitOnLastWindowClosed(False)
    conditions = Conditions(chosen.scale, chosen.idle)
    return run_on(qt, measure(Theme(qt), conditions, chosen.rows.split(",")))


if __name__ == "__main__":
    sys.exit(main())
