"""Qt's application. There can be one in a process, so each test starts one of its own."""

import subprocess
import sys
from pathlib import Path

from app.domain.plain_settings import PlainSettings, Scheme, WindowPlace
from app.system.plain_file import write_plain_settings
from tests.fixtures.places import REPOSITORY

PROGRAM = """
import sys
from pathlib import Path
from app.ui.application import Application

application = Application(offscreen=True, plain_file=Path(sys.argv[1]))
application.show_shell()
print(application.qt.platformName(), application.shell.is_painted, application.qt.quitOnLastWindowClosed())
print(application.theme.is_light, application.qt.font().pixelSize(), application.shell.width())
print(*sorted({"asyncio", "openai", "app.chat", "app.ui.main_window"} & set(sys.modules)))
"""


def test_the_outlines_are_on_the_screen_as_they_were_left_before_anything_else_is_loaded(
    tmp_path: Path,
) -> None:
    file = tmp_path / "settings.json"
    place = WindowPlace(0, 0, 640, 500)
    write_plain_settings(file, PlainSettings(scheme=Scheme.DARK, text_percent=200, window=place))
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(file)],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert run.stdout.splitlines() == ["offscreen True False", "False 28 640", ""]
