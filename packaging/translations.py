"""Gathers the words of the window for translators, and packs what they have written for Qt.

python packaging/translations.py: brings every resources/translations/*.ts up to date with the code, packs it
as a .qm beside it, and names what is not translated yet.
"""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

REPOSITORY = Path(__file__).resolve().parent.parent
WORDS_IN = REPOSITORY / "app" / "ui"
TRANSLATIONS = REPOSITORY / "resources" / "translations"
CONTEXT = "sotto"
# Calls whose literal arguments are words for people; all but the first mark words of tables.
_MARKERS = frozenset({"tr", "said", "Words"})


def words(folder: Path = WORDS_IN) -> dict[str, str]:
    """Return every text that is to be translated, and the first file that says it."""
    found: dict[str, str] = {}
    for path in sorted(folder.rglob("*.py")):
        for text in _words_of(ast.parse(path.read_text("utf-8"))):
            found.setdefault(text, path.relative_to(folder).as_posix())
    return found


def _words_of(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name), args=given) if name in _MARKERS:
                texts = (each.value for each in given if isinstance(each, ast.Constant))
                yield from (text for text in texts if isinstance(text, str) and _is_wordy(text))
            case ast.ClassDef(name="Command", body=body):  # what the window can be told to do
                values = (each.value for each in body if isinstance(each, ast.Assign))
                yield from (str(each.value) for each in values if isinstance(each, ast.Constant))


def _is_wordy(text: str) -> bool:
    """An error's own sentence is put in for `{summary}`, so there is nothing to translate in that alone."""
    return text not in ("", "{summary}")


def read_translations(file: Path) -> dict[str, str]:
    """Return the finished translations of a .ts file by their sources."""
    if not file.exists():
        return {}
    root = ElementTree.parse(file).getroot()  # noqa: S314  # a file of our own
    pairs = ((each.findtext("source", ""), each.findtext("translation", "")) for each in root.iter("message"))
    return {source: translation for source, translation in pairs if translation}


def write_translations(file: Path, found: dict[str, str], known: dict[str, str]) -> None:
    """Write a .ts file with all that the code says, in the order of places; what it no longer says goes."""
    root = ElementTree.Element("TS", version="2.1", language=file.stem, sourcelanguage="en")
    context = ElementTree.SubElement(root, "context")
    ElementTree.SubElement(context, "name").text = CONTEXT
    for source, place in sorted(found.items(), key=lambda pair: (pair[1], pair[0])):
        message = ElementTree.SubElement(context, "message")
        ElementTree.SubElement(message, "location", filename=place)
        ElementTree.SubElement(message, "source").text = source
        translation = ElementTree.SubElement(message, "translation")
        if source in known:
            translation.text = known[source]
        else:
            translation.set("type", "unfinished")
    ElementTree.indent(root)
    text = ElementTree.tostring(root, "unicode")
    file.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', "utf-8")


def pack(file: Path) -> None:
    """Make the .qm that Qt loads."""
    tool = Path(sys.executable).parent / "pyside6-lrelease"
    subprocess.run([tool, "-silent", file, "-qm", file.with_suffix(".qm")], check=True)


def main() -> int:
    """Bring all languages up to date, and tell what is missing. The exit code is 1 if anything is."""
    found, missing = words(), 0
    for file in sorted(TRANSLATIONS.glob("*.ts")):
        known = read_translations(file)
        write_translations(file, found, known)
        pack(file)
        for source in sorted(found.keys() - known.keys()):
            missing += 1
            print(f"{file.stem}: {source!r} ({found[source]})")
    return int(missing > 0)


if __name__ == "__main__":
    sys.exit(main())
