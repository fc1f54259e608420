"""Writes resources/sotto.1, the page of the manual, from the parser's own words.

.venv/bin/python packaging/manual.py
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.verbs.grammar import Level

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "resources" / "sotto.1"
_ABOUT = """\
Sotto is a desktop window onto any language model, whose whole history is one encrypted file on your own
disk. Without a verb, the window opens. With one, something is done without a window: beside an open one as
well, which then does it and shows it at once."""
_EXIT_CODES = (
    (0, "done"),
    (1, "failed"),
    (2, "wrong use"),
    (3, "the machine lacks something, such as a display"),
    (4, "the profile is in use, and its holder cannot do it"),
    (5, "the doctor found damage"),
    (6, "the reply is not whole"),
    (7, "nothing was found"),
    (130, "stopped by Ctrl+C"),
    (141, "nobody read on"),
)
_ENVIRONMENT = (
    ("SOTTO_PROFILE", "the folder that holds the archive, where --profile names none"),
    ("OPENAI_BASE_URL", "the address of a service, with --from-environment; whose the key below is"),
    ("OPENAI_API_KEY", "a key for that address, or else for OpenAI's own, and for no other"),
    ("NO_COLOR", "if set, nothing stands out on a terminal"),
)


def manual() -> str:
    """Return the page as roff."""
    sys.path.insert(0, str(ROOT))
    from app.verbs.command import command_parser
    from app.verbs.grammar import grammar_of

    command = grammar_of(command_parser())
    return "\n".join(_page(command)) + "\n"


def _page(command: "Level") -> Iterator[str]:
    yield ".TH SOTTO 1"
    yield ".SH NAME"
    yield r"sotto \- a quiet window onto any language model, and its command line"
    yield ".SH SYNOPSIS"
    yield r".B sotto"
    yield r"[\fIoptions\fR]"
    yield ".br"
    yield r".B sotto"
    yield r"\fIverb\fR [\fIoptions\fR] \fR..."
    yield ".SH DESCRIPTION"
    yield _text(_ABOUT)
    yield ".SH OPTIONS"
    yield from _options(command)
    yield ".SH VERBS"
    for level in command.all():
        if level.path and not level.below:
            yield from _verb(level)
    yield ".SH EXIT STATUS"
    for code, meaning in _EXIT_CODES:
        yield from _entry(rf"\fB{code}\fR", meaning)
    yield ".SH ENVIRONMENT"
    for name, meaning in _ENVIRONMENT:
        yield from _entry(rf"\fB{name}\fR", meaning)


def _verb(level: "Level") -> Iterator[str]:
    yield f".SS {_text(' '.join(level.path))}"
    yield _text(level.description)
    yield ".PP"
    yield _text(level.epilog)
    yield from _options(level)


def _options(level: "Level") -> Iterator[str]:
    for each in (*level.operands, *level.options):
        names = ", ".join(rf"\fB{_text(name)}\fR" for name in each.names)
        shown = "|".join(each.choices) if each.choices else each.shown
        takes = rf"\fI{_text(shown)}\fR" if not each.names or each.value.name != "NONE" else ""
        yield from _entry(" ".join(filter(None, (names, takes))), each.help)


def _entry(head: str, about: str) -> Iterator[str]:
    yield ".TP"
    yield head
    yield _text(about) if about else r"\&"


def _text(text: str) -> str:
    """Return text in which roff finds nothing to obey."""
    plain = " ".join(text.split()).replace("\\", r"\e").replace("-", r"\-").replace("'", r"\(aq")
    return rf"\&{plain}" if plain.startswith(".") else plain


if __name__ == "__main__":
    PAGE.write_text(manual(), encoding="utf-8")
