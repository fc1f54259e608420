"""The question that is asked: typed behind the verb, piped in, or both."""

from typing import TextIO

from app.domain.errors import EmptyMessage, InputError
from app.verbs.aside import own_aside

_LONGEST = 8 << 20


def read_question(
    typed: str | None, piped: TextIO | None, *, quiet: bool = False, may_be_empty: bool = False
) -> str:
    """Return what to ask: what was piped in comes behind what was typed. Raises InputError.

    Without either, a person at a terminal is asked to type it, unless it `may_be_empty`: files can speak for
    themselves.
    """
    parts = [typed or ""]
    if piped is not None and not ((typed or may_be_empty) and piped.isatty()):
        if piped.isatty():
            own_aside(quiet=quiet).remark("Type the question, and end it with Ctrl+D on a line of its own.")
        parts.append(_text_of(piped))
    question = "\n\n".join(part for part in parts if part.strip())
    if not question and not may_be_empty:
        raise EmptyMessage("There is nothing to ask yet.")
    return question


def _text_of(piped: TextIO) -> str:
    content = piped.buffer.read(_LONGEST + 1)
    if len(content) > _LONGEST:
        raise InputError(f"What was piped in is longer than {_LONGEST >> 20} MB.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError("What was piped in is not text in UTF-8.") from None
    return text.replace("\r\n", "\n").rstrip("\n")
