"""A title from a model: what it is asked for, and what becomes of its answer."""

import re

_LONGEST = 60
_READ = 2_000  # characters of each message: a title needs no more
_LABEL = re.compile(r"^\W*(title|titel|titre|título|titolo)\s*:\s*", re.IGNORECASE)
_WRAPPING = " \t\"'“”„‘’«»*_#`.。"

INSTRUCTIONS = (
    "You give titles to conversations. Answer with one title of at most six words, in the language of the"
    " conversation, and with nothing else: no quotation marks, no full stop."
)


def excerpt(text: str) -> str:
    """Return the part of a message that a title is made from."""
    return text[:_READ]


def title_from_answer(text: str) -> str | None:
    """Return the title that a model meant, or None where it gave none."""
    line = next((line for line in text.splitlines() if line.strip(_WRAPPING)), "")
    title = " ".join(_LABEL.sub("", line).strip(_WRAPPING).split())
    return title if 0 < len(title) <= _LONGEST else None
