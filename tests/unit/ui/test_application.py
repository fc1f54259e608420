"""Qt's application. There can be one in a process, so each test starts one of its own."""

import subprocess
import sys

from tests.fixtures.places import REPOSITORY

PROGRAM = """
import sys
from app.ui.application import Application

application = Application(offscreen=True)
application.show_shell()
print(application.qt.platformName(), application.shell.is_painted, application.qt.quitOnLastWindowClosed())
print(*sorted({"asyncio", "openai", "app.chat", "app.ui.main_window"} & set(sys.modules)))
"""


def test_the_outlines_are_on_the_screen_before_anything_else_is_loaded() -> None:
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert run.stdout.splitlines() == ["offscreen True False", ""]
