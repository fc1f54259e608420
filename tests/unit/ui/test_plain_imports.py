import subprocess
import sys

import pytest

from tests.fixtures.places import REPOSITORY

PROGRAM = """
import builtins, linecache, sys
import PySide6.QtWidgets
from app.ui.plain_imports import import_plainly
if "plainly" in sys.argv:
    import_plainly()
import app.ui.main_window
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import *
assert QTimer and QWidget
print(sum(name.endswith("presenter.py") for name in linecache.cache))
"""


@pytest.mark.parametrize(("how", "read"), [("plainly", "0"), ("as PySide does", "1")])
def test_no_source_is_read_that_is_only_imported(how: str, read: str) -> None:
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, how],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert run.stdout.split() == [read]
