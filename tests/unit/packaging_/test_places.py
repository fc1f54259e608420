import sys
from pathlib import Path

from places import ROOT, VENV, VENV_PYTHON, command_line, program
from tests.fixtures.places import REPOSITORY


def test_everything_lies_in_the_repository() -> None:
    assert ROOT == REPOSITORY
    assert VENV_PYTHON.is_relative_to(VENV)
    assert Path(program("sotto")).parent == VENV_PYTHON.parent


def test_a_command_is_repeated_with_the_python_that_ran_it() -> None:
    assert command_line("run") == f"{Path(sys.executable).name} packaging/dev.py run"
