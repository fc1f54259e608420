"""How soon the window stands, and how soon it can be used, beside a bare window in the same run.

Prints rows as JSON. All start as processes of their own, by turns, each measured from its start. Sotto starts
as the command does, on a profile that exists, so the second figure holds the keyring's own time as well.
As where a program is installed, what Python has compiled is on the disk: a run before the first that is
measured puts it there.
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

FIRST_PAINT = """
import os, sys, time
from app import cli
from app.ui.application import Application

show = Application.show_shell

def show_and_tell(application):
    show(application)
    print(time.monotonic(), flush=True)
    for early in {"asyncio", "keyring", "openai", "sqlcipher3"} & set(sys.modules):
        sys.exit(f"{early} was imported before the first paint")
    picture = application.shell.grab().toImage()
    seen = {picture.pixel(x, y) for x in range(0, 1280, 8) for y in range(0, 800, 8)}
    if len(seen) < 4:
        sys.exit("the picture is blank")
    os._exit(0)

Application.show_shell = show_and_tell
sys.exit(cli.main(sys.argv[1:]))
"""

USABLE = """
import os, sys, time
from app import cli
from app.ui.application import Application

show = Application.show_shell

def show_and_go_on(application):
    show(application)
    from app.ui.presenter import Presenter  # in its time: before, it would be loaded in another way

    load = Presenter._load

    async def load_and_tell(presenter):
        await load(presenter)
        print(time.monotonic(), flush=True)
        os._exit(0)

    Presenter._load = load_and_tell

Application.show_shell = show_and_go_on
sys.exit(cli.main(sys.argv[1:]))
"""


def milliseconds(program: str, compiled: Path, *arguments: str) -> float:
    """Start the program and return how long it took to the moment that it tells."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    started = time.monotonic()
    child = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=REPOSITORY,
        env=environment | {"PYTHONPYCACHEPREFIX": str(compiled)},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return (float(child.stdout) - started) * 1000


def row(name: str, value: float, yardstick: float, limit: float) -> dict[str, object]:
    ratio = value / yardstick
    return {
        "name": name,
        "value": round(value),
        "unit": "ms",
        "yardstick": f"bare window {yardstick:.0f} ms",
        "ratio": round(ratio, 2),
        "limit": limit,
        "ok": ratio <= limit,
    }


def rows(folder: Path) -> list[dict[str, object]]:
    compiled, profile = folder / "compiled", str(folder / "profile")
    for program in (BARE, FIRST_PAINT, USABLE):  # the first runs, which make the archive and what is compiled
        milliseconds(program, compiled, "--profile", profile)
    times = [
        (
            milliseconds(BARE, compiled),
            milliseconds(FIRST_PAINT, compiled, "--profile", profile),
            milliseconds(USABLE, compiled, "--profile", profile),
        )
        for _ in range(ROUNDS)
    ]
    bare, painted, usable = map(statistics.median, zip(*times, strict=True))
    return [
        row("first painted window", painted, bare, 1.8),
        row("list loaded, ready to write", usable, bare, 6.0),
    ]


if __name__ == "__main__":
    if not os.environ.get("DISPLAY"):
        sys.exit("This measurement needs a display: python3 packaging/dev.py bench window")
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(rows(Path(folder))))
