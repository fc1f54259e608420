"""Names say what a thing is; these words say nothing."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.sources import OUR_FOLDERS, Source, plant, sources

EMPTY_WORDS = frozenset(
    {"manager", "helper", "util", "handler", "data", "info", "common", "base"}
    | {"managers", "helpers", "utils", "handlers", "infos"}
)


def empty_names(folder: Path) -> list[str]:
    return [
        f"{source.place}: {name}"
        for source in sources(folder)
        for name in _names(source)
        if EMPTY_WORDS & words(name)
    ]


def words(name: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", name)}


def _names(source: Source) -> Iterator[str]:
    yield from source.place.removesuffix(".py").split("/")
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ClassDef):
            yield node.name


@pytest.mark.parametrize("folder", OUR_FOLDERS, ids=lambda folder: folder.name)
def test_no_name_is_empty(folder: Path) -> None:
    assert not empty_names(folder)


def test_an_empty_name_is_named(tmp_path: Path) -> None:
    plant(tmp_path, "utils/text.py", "class HTTPHandler: ...\n")
    plant(tmp_path, "chat/turn.py", "class SessionManager: ...\n\n\nclass Database: ...\n")
    assert empty_names(tmp_path) == [
        "chat/turn.py: SessionManager",
        "utils/text.py: utils",
        "utils/text.py: HTTPHandler",
    ]
