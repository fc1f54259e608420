"""The loop that asyncio and Qt share. It ends a process's Qt, so each test starts a process of its own."""

import subprocess
import sys

from tests.fixtures.places import REPOSITORY

PROGRAM = """
import asyncio, logging, sys
from PySide6.QtCore import QTimer
from app.ui.application import Application
from app.ui.event_loop import run_on

logging.basicConfig(format="%(name)s: %(message)s")

async def main():
    ticked = asyncio.Event()
    QTimer.singleShot(0, ticked.set)
    await ticked.wait()
    asyncio.get_running_loop().call_soon(lambda: {}["a private word"])
    left = asyncio.create_task(asyncio.sleep(60))
    await asyncio.sleep(0.01)
    return 7 if sys.getswitchinterval() < 0.002 else 8

application = Application(offscreen=True)
raise SystemExit(run_on(application.qt, main()))
"""


def test_it_runs_both_worlds_lets_threads_take_short_turns_and_reports_bugs_without_their_words() -> None:
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert run.returncode == 7
    assert "app.ui.last_resort: a task or callback ended in KeyError" in run.stderr
    assert "private" not in run.stderr
