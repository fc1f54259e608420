import subprocess
import sys

from app.verbs import doorway
from app.verbs.serving import attend
from tests.fixtures.places import REPOSITORY


def test_the_window_loads_the_verbs_when_a_guest_comes() -> None:
    code = "import sys, app.startup, app.verbs.doorway\nprint('app.verbs.serving' in sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, text=True, timeout=60, check=True
    )
    assert run.stdout == "False\n"
    assert doorway._loaded() is attend
