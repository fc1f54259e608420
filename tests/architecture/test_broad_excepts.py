"""An error that nobody expected is caught only where a thread or the program would end by it."""

import ast
from pathlib import Path

import pytest

from tests.architecture.sources import APP, plant, sources

BORDERS = frozenset(
    {
        "ui/last_resort.py",  # the exception hook and the event loop's handler
        "system/worker_thread.py",  # the archive's threads: the error goes to whoever waits for it
    }
)
BROAD = frozenset({"Exception", "BaseException"})


def broad_excepts(folder: Path) -> list[str]:
    return [
        source.line(node)
        for source in sources(folder)
        if source.place not in BORDERS
        for node in ast.walk(source.tree)
        if _is_broad(node)
    ]


def _is_broad(node: ast.AST) -> bool:
    match node:
        case ast.ExceptHandler(type=None):
            return True
        case ast.ExceptHandler(type=caught):
            return _names_all(caught)
        case ast.Call(func=ast.Name("suppress") | ast.Attribute(attr="suppress"), args=caught):
            return any(map(_names_all, caught))
        case _:
            return False


def _names_all(caught: ast.expr) -> bool:
    return any(isinstance(name, ast.Name) and name.id in BROAD for name in ast.walk(caught))


def test_only_the_borders_catch_everything() -> None:
    assert not broad_excepts(APP)


@pytest.mark.parametrize("kind", ["except", "except Exception", "except (OSError, BaseException) as error"])
def test_a_broad_except_is_named(tmp_path: Path, kind: str) -> None:
    code = f"try:\n    print()\n{kind}:\n    pass\n"
    plant(tmp_path, "system/worker_thread.py", code)
    assert broad_excepts(plant(tmp_path, "chat/turn.py", code)) == ["chat/turn.py:3"]


def test_a_broad_suppress_is_named(tmp_path: Path) -> None:
    plant(tmp_path, "a.py", "import contextlib\nwith contextlib.suppress(Exception):\n    print()\n")
    assert broad_excepts(tmp_path) == ["a.py:2"]


def test_a_narrow_except_is_not_named(tmp_path: Path) -> None:
    plant(tmp_path, "a.py", "try:\n    print()\nexcept (OSError, ValueError):\n    pass\n")
    assert not broad_excepts(tmp_path)
