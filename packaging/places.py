"""Where the project and its virtual environment lie."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGING = ROOT / "packaging"
VENV = ROOT / ".venv"
PROGRAMS = VENV / ("Scripts" if os.name == "nt" else "bin")
VENV_PYTHON = PROGRAMS / ("python.exe" if os.name == "nt" else "python")


def program(name: str) -> str:
    """The full path of a program inside the virtual environment."""
    return str(PROGRAMS / (f"{name}.exe" if os.name == "nt" else name))


def command_line(verb: str) -> str:
    """What a person types to run a verb, with the Python that runs now."""
    return f"{Path(sys.executable).name if os.name != 'nt' else 'python'} packaging/dev.py {verb}"
