"""Nothing grows too large to be read at once."""

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

from tests.architecture.sources import APP, FUNCTIONS, OUR_FOLDERS, Source, plant, sources

FUNCTION_LINES = 60
MEDIAN_FUNCTION_LINES = 10
CLASS_LINES = 300
CLASS_METHODS = 20
FILE_LINES = 400


def oversized(folder: Path) -> list[str]:
    return [offence for source in sources(folder) for offence in _oversized_in(source)]


def median_function(folder: Path) -> float:
    lengths = [
        _lines(node)
        for source in sources(folder)
        for node in ast.walk(source.tree)
        if isinstance(node, FUNCTIONS)
    ]
    return median(lengths)


def _oversized_in(source: Source) -> Iterator[str]:
    if (lines := len(source.text.splitlines())) > FILE_LINES:
        yield f"{source.place}: {lines} lines"
    for node in ast.walk(source.tree):
        if isinstance(node, FUNCTIONS) and _lines(node) > FUNCTION_LINES:
            yield f"{source.line(node)} {node.name}: {_lines(node)} lines"
        if isinstance(node, ast.ClassDef):
            yield from _oversized_class(source, node)


def _oversized_class(source: Source, node: ast.ClassDef) -> Iterator[str]:
    methods = sum(isinstance(member, FUNCTIONS) for member in node.body)
    if _lines(node) > CLASS_LINES:
        yield f"{source.line(node)} {node.name}: {_lines(node)} lines"
    if methods > CLASS_METHODS:
        yield f"{source.line(node)} {node.name}: {methods} methods"


def _lines(node: ast.stmt) -> int:
    assert node.end_lineno is not None
    return node.end_lineno - node.lineno + 1


@pytest.mark.parametrize("folder", OUR_FOLDERS, ids=lambda folder: folder.name)
def test_files_classes_and_functions_are_small(folder: Path) -> None:
    assert not oversized(folder)


def test_half_of_all_functions_are_very_small() -> None:
    assert median_function(APP) <= MEDIAN_FUNCTION_LINES


def function_of(lines: int, name: str = "long") -> str:
    return f"def {name}():\n" + "    pass\n" * (lines - 1)


@pytest.mark.parametrize(
    ("code", "named"),
    [
        (function_of(61), "long: 61 lines"),
        ("class Long:\n" + "    number = 1\n" * 300, "Long: 301 lines"),
        ("class Rich:\n" + "".join(f"    def a{n}(self): ...\n" for n in range(21)), "Rich: 21 methods"),
        ("\n" * 401, "large.py: 401 lines"),
    ],
)
def test_what_is_too_large_is_named(tmp_path: Path, code: str, named: str) -> None:
    (offence,) = oversized(plant(tmp_path, "large.py", code))
    assert offence.endswith(named)


def test_what_is_just_small_enough_is_not_named(tmp_path: Path) -> None:
    assert not oversized(plant(tmp_path, "small.py", function_of(60)))


def test_long_functions_show_in_the_median(tmp_path: Path) -> None:
    plant(tmp_path, "a.py", function_of(3) + function_of(12) + function_of(40))
    assert median_function(tmp_path) == 12
