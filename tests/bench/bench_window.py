"""Time to the first painted window, beside a bare window of the same toolkit in the same run.

Prints rows as JSON. Both start as processes of their own, by turns, and each is measured from its start to
the moment behind its first paint. Sotto starts as the command does, with a profile to open afterwards.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 15
LIMIT = 1.8
REPOSITORY = Path(__file__).resolve().parent.parent.parent

BARE = """
import os, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

class Window(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, painted)

def painted():
    print(time.monotonic(), flush=True)
    os._exit(0)

application = QApplication([])
window = Window()
window.resize(1280, 800)
window.show()
application.exec()
"""

SOTTO = """
import os, sys, time
from app import cli
from app.ui.application import Application

show = Application.show_shell

def show_and_tell(application):
    show(application)
    print(time.monotonic(), flush=True)
    for early in {"openai", "keyring", "markdown_it"} & set(sys.modules):
        print(f"{early} was imported before the first paint", file=sys.stderr, flush=True)
    os._exit(0)

Application.show_shell = show_and_tell
cli.main(sys.argv[1:])
"""


def milliseconds_to_paint(program: str, *arguments: str) -> float:
    """Start the program and return how long it took to its first painted window."""
    started = time.monotonic()
    child = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=True,
    )
    if child.stderr:
        sys.exit(child.stderr)
    return (float(child.stdout) - started) * 1000


def rows(folder: Path) -> list[dict[str, object]]:
    bare: list[float] = []
    sotto: list[float] = []
    for _ in range(ROUNDS + 1):
        bare.append(milliseconds_to_paint(BARE))
        sotto.append(milliseconds_to_paint(SOTTO, "--profile", str(folder / "profile")))
    yardstick, value = (statistics.median(times[1:]) for times in (bare, sotto))
    ratio = value / yardstick
    return [
        {
            "name": "first painted window",
            "value": round(value),
            "unit": "ms",
            "yardstick": f"bare window {yardstick:.0f} ms",
            "ratio": round(ratio, 2),
            "limit": LIMIT,
            "ok": ratio <= LIMIT,
        }
    ]


if __name__ == "__main__":
    if not os.environ.get("DISPLAY"):
        sys.exit("This measurement needs a display: python3 packaging/dev.py bench window")
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(rows(Path(folder))))
