"""Imports stand at the top of a file, where dependencies are looked for, except at these places."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.sources import APP, FUNCTIONS, Source, plant, sources

# Where an import may stand inside a function, what it may bring in, and why.
ALLOWED = (
    ("cli.py", "app.startup"),  # a verb without a window starts without Qt
    ("cli.py", "app.ui"),
    ("cli.py", "app.verbs"),  # and the window without what only a verb needs
    ("verbs/doorway.py", "app.verbs.serving"),  # when the first guest comes to an open window
    ("providers/", "openai"),  # takes a third of a second: imported after the first paint
    ("providers/", "httpx2"),  # comes with it
    ("providers/", "app.providers.guarded_transport"),  # and is made of it
    ("providers/", "tiktoken"),  # only for a model whose vocabulary is here
    ("credentials/", "keyring"),  # takes a quarter of a second
    ("markup/", "ziamath"),  # only where there are formulas
    ("chat/exchange.py", "app.chat.exporting"),  # what reads and writes every format:
    ("chat/exchange.py", "app.chat.importing"),  # wanted on few days, loaded when it is
    ("ui/later.py", "app.ui"),  # what a person opens later: a tenth of what
    ("ui/panels/later.py", "app.ui"),  # would be loaded before the first list
    ("exchange/reading_worker.py", "app.exchange.pdf_text"),  # each brings a library along, and a file
    ("exchange/reading_worker.py", "app.exchange.docx_text"),  # needs one of them
    ("exchange/reading_worker.py", "app.exchange.pictures"),
    ("system/", "fcntl"),  # these exist on one kind of system only
    ("system/", "msvcrt"),
    ("system/", "resource"),
)


def inner_imports(folder: Path) -> list[str]:
    return [offence for source in sources(folder) for offence in _inner_imports_of(source)]


def _inner_imports_of(source: Source) -> Iterator[str]:
    functions = [node for node in ast.walk(source.tree) if isinstance(node, FUNCTIONS)]
    inside = {node for function in functions for node in ast.walk(function)}
    for node in ast.walk(source.tree):
        modules = _hidden(node) or (_imported(node) if node in inside else [])
        for module in modules:
            if not _is_allowed(source.place, module):
                yield f"{source.place} imports {module} inside a function"


def _imported(node: ast.AST) -> list[str]:
    match node:
        case ast.Import(names=names):
            return [name.name for name in names]
        case ast.ImportFrom(module=module):
            return [module or "."]
        case _:
            return []


def _hidden(node: ast.AST) -> list[str]:
    """An import in disguise, which no check of imports would see."""
    match node:
        case ast.Call(
            func=ast.Name(id="__import__") | ast.Attribute(attr="import_module"), args=[module, *_]
        ):
            return [module.value] if isinstance(module, ast.Constant) else ["something computed"]
        case _:
            return []


def _is_allowed(place: str, module: str) -> bool:
    return any(
        place.startswith(where) and (module == what or module.startswith(f"{what}."))
        for where, what in ALLOWED
    )


def test_imports_stand_at_the_top() -> None:
    assert not inner_imports(APP)


def test_an_import_inside_a_function_is_named(tmp_path: Path) -> None:
    plant(tmp_path, "chat/turn.py", "import json\n\n\ndef hide():\n    from openai import types\n")
    plant(tmp_path, "chat/sly.py", "import importlib\nlibrary = importlib.import_module('openai')\n")
    assert inner_imports(tmp_path) == [
        "chat/sly.py imports openai inside a function",
        "chat/turn.py imports openai inside a function",
    ]


def test_the_allowed_places_are_not_named(tmp_path: Path) -> None:
    plant(tmp_path, "cli.py", "def start():\n    from app.startup import open_window\n")
    plant(tmp_path, "providers/a.py", "def ask():\n    import openai.types\n")
    plant(tmp_path, "chat/b.py", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import app.ui\n")
    assert not inner_imports(tmp_path)
