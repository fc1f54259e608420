"""The Python files that the architecture tests look at."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.fixtures.places import REPOSITORY

APP = REPOSITORY / "app"
OUR_FOLDERS = (APP, REPOSITORY / "packaging", REPOSITORY / "tests")

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass(frozen=True)
class Source:
    """A parsed file; `place` is its path inside the folder that was searched."""

    place: str
    text: str
    tree: ast.Module

    def line(self, node: ast.stmt | ast.expr | ast.excepthandler) -> str:
        """Where a reader finds `node`."""
        return f"{self.place}:{node.lineno}"


def sources(folder: Path) -> Iterator[Source]:
    for path in sorted(folder.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        yield Source(path.relative_to(folder).as_posix(), text, ast.parse(text, str(path)))


def plant(folder: Path, place: str, code: str) -> Path:
    """Writes a file for a twin to offend with, and returns the folder."""
    path = folder / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(code, encoding="utf-8")
    return folder
