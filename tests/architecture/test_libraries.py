"""Every library has one importer, and one that is not listed here has none."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.sources import APP, Source, plant, sources

IMPORTERS = {
    "PySide6": "ui",
    "shiboken6": "ui",
    "qasync": "ui",
    "sqlcipher3": "store",
    "keyring": "credentials",
    "cryptography": "credentials",
    "secretstorage": "credentials",  # what keyring stands on, on Linux
    "jeepney": "credentials",  # what that stands on
    "openai": "providers",
    "httpx2": "providers",
    "tiktoken": "providers",
    "platformdirs": "system",
    "pypdfium2": "exchange",
    "docx": "exchange",
    "lxml": "exchange",  # what docx gives out
    "PIL": "exchange",
    "markdown_it": "markup",
    "mdit_py_plugins": "markup",
    "linkify_it": "markup",
    "pygments": "markup",
    "ziamath": "markup",
}


def foreign_imports(folder: Path) -> list[str]:
    return [
        f"{source.place} imports {library}"
        for source in sources(folder)
        for library in sorted(set(_libraries(source)))
        if source.place.partition("/")[0] != IMPORTERS.get(library)
    ]


def _libraries(source: Source) -> Iterator[str]:
    for node in ast.walk(source.tree):
        match node:
            case ast.Import(names=names):
                modules = [name.name for name in names]
            case ast.ImportFrom(module=str(module), level=0):
                modules = [module]
            case _:
                continue
        tops = {module.partition(".")[0] for module in modules}
        yield from tops - sys.stdlib_module_names - {"app"}


def test_every_library_has_one_importer() -> None:
    assert not foreign_imports(APP)


@pytest.mark.parametrize("library", ["requests", "PySide6"])
def test_an_unlisted_library_and_a_foreign_importer_are_named(tmp_path: Path, library: str) -> None:
    plant(tmp_path, "ui/window.py", "import PySide6.QtCore\nimport json\nfrom app.domain import ids\n")
    plant(tmp_path, "chat/turn.py", f"from {library}.api import get\n")
    assert foreign_imports(tmp_path) == [f"chat/turn.py imports {library}"]
