"""Each file of code has its file of tests in the same place, and the other way round."""

import ast
from pathlib import Path

from tests.architecture.sources import plant, sources
from tests.fixtures.places import REPOSITORY

# Folders of code, and where their tests are. `packaging` would hide the library of that name.
MIRRORED = {"app": "tests/unit", "packaging": "tests/unit/packaging_"}
WITHOUT_TESTS = frozenset({"__init__", "__main__"})


def unmatched(root: Path) -> list[str]:
    """The files of tests that are missing, and those that test nothing."""
    expected = {f"{tests}/{place}" for code, tests in MIRRORED.items() for place in _expected(root / code)}
    present = {path.relative_to(root).as_posix() for path in (root / "tests/unit").rglob("test_*.py")}
    return [f"missing: {place}" for place in sorted(expected - present)] + [
        f"tests nothing: {place}" for place in sorted(present - expected)
    ]


def _expected(folder: Path) -> list[str]:
    places = [Path(source.place) for source in sources(folder) if _has_code(source.tree)]
    return [
        place.with_name(f"test_{place.name}").as_posix()
        for place in places
        if place.stem not in WITHOUT_TESTS
    ]


def _has_code(tree: ast.Module) -> bool:
    return any(not isinstance(statement, ast.Expr) for statement in tree.body)


def test_tests_mirror_the_code() -> None:
    assert not unmatched(REPOSITORY)


def test_a_missing_and_an_idle_file_of_tests_are_named(tmp_path: Path) -> None:
    for place in ("app/cli.py", "app/chat/turn.py", "app/chat/__init__.py", "packaging/dev.py"):
        plant(tmp_path, place, "NUMBER = 1\n")
    plant(tmp_path, "app/__main__.py", "import app.cli\n")
    for place in ("test_cli.py", "chat/test_turns.py", "packaging_/test_dev.py"):
        plant(tmp_path, f"tests/unit/{place}", "")
    assert unmatched(tmp_path) == [
        "missing: tests/unit/chat/test_turn.py",
        "tests nothing: tests/unit/chat/test_turns.py",
    ]
