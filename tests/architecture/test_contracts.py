"""The contracts on imports hold, and each breaks by the import that it forbids, and by nothing else."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.sources import plant
from tests.fixtures.places import REPOSITORY

LINT = "from importlinter.cli import lint_imports_command as lint; lint()"

LAYERS = "Who may know whom"
WINDOW = "The window never reaches behind the chat"
VERBS = "The command line needs no window"
QT = "Only ui knows Qt"
DATABASE = "Only store knows the database, and one importer those of others"
SERVICES = "Only providers knows the model services"
KEYRING = "Only credentials knows the keyring and how keys are sealed"
AGENTS = "Only sessions knows the Agents SDK"
MARKDOWN = "Only markup knows Markdown"
DOMAIN = "The domain does nothing"
CYCLES = "Modules form no cycles"


@pytest.fixture
def empty_house(tmp_path: Path) -> Path:
    """The same packages and the same contracts, but not one import."""
    for entry in (REPOSITORY / "app").iterdir():
        if entry.suffix == ".py":
            plant(tmp_path, f"app/{entry.name}", "")
        elif (entry / "__init__.py").exists():
            plant(tmp_path, f"app/{entry.name}/__init__.py", "")
    plant(tmp_path, "app/exchange/importers/__init__.py", "")
    shutil.copy(REPOSITORY / "pyproject.toml", tmp_path)
    return tmp_path


def broken(project: Path) -> set[str]:
    """The contracts that do not hold. Asserts that all of them were examined."""
    finished = subprocess.run(
        [sys.executable, "-c", LINT, "--no-cache", "--no-logo"],
        cwd=project,
        env=os.environ | {"COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    verdicts = re.findall(r"^(.+?)(?::.*)? (KEPT|BROKEN)", finished.stdout, re.MULTILINE)
    assert len(verdicts) == 11, finished.stdout + finished.stderr
    return {name for name, verdict in verdicts if verdict == "BROKEN"}


def test_the_house_stands() -> None:
    assert broken(REPOSITORY) == set()


def test_an_empty_house_stands(empty_house: Path) -> None:
    assert broken(empty_house) == set()


@pytest.mark.parametrize(
    ("place", "line", "contract"),
    [
        ("domain/bad.py", "import app.system", LAYERS),
        ("system/bad.py", "import app.markup", LAYERS),
        ("store/bad.py", "import app.credentials", LAYERS),
        ("chat/bad.py", "import app.ui", LAYERS),
        ("sessions/bad.py", "import app.ui", LAYERS),
        ("drawer/__init__.py", "", LAYERS),
        ("ui/bad.py", "import app.store", WINDOW),
        ("ui/bad.py", "def hide():\n    from app import providers", WINDOW),
        ("verbs/bad.py", "import app.ui", VERBS),
        ("chat/bad.py", "from PySide6 import QtCore", QT),
        ("system/bad.py", "import qasync", QT),
        ("chat/bad.py", "import sqlite3", DATABASE),
        ("ui/bad.py", "import sqlcipher3.dbapi2", DATABASE),
        ("exchange/bad.py", "import sqlite3", DATABASE),
        ("exchange/importers/bad.py", "import sqlite3", DATABASE),
        ("exchange/importers/foreign_database.py", "import sqlcipher3", DATABASE),
        ("chat/bad.py", "import openai.types", SERVICES),
        ("sessions/bad.py", "import httpx2", SERVICES),
        ("chat/bad.py", "import tiktoken", SERVICES),
        ("system/bad.py", "import keyring", KEYRING),
        ("store/bad.py", "from cryptography.hazmat.primitives import hpke", KEYRING),
        ("store/bad.py", "import agents", AGENTS),
        ("ui/bad.py", "import markdown_it", MARKDOWN),
        ("domain/bad.py", "import logging", DOMAIN),
        ("domain/bad.py", "from pathlib import Path", DOMAIN),
    ],
)
def test_a_bad_import_breaks_its_contract(empty_house: Path, place: str, line: str, contract: str) -> None:
    plant(empty_house / "app", place, line)
    assert broken(empty_house) == {contract}


def test_the_one_reader_of_foreign_databases_breaks_none(empty_house: Path) -> None:
    plant(empty_house, "app/exchange/importers/foreign_database.py", "import sqlite3\n")
    assert broken(empty_house) == set()


def test_a_cycle_breaks_its_contract(empty_house: Path) -> None:
    plant(empty_house, "app/chat/one.py", "import app.chat.two\n")
    plant(empty_house, "app/chat/two.py", "import app.chat.one\n")
    assert broken(empty_house) == {CYCLES}
