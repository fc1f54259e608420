"""What a service says went wrong, fit to be shown: short, and without secrets or anything that was sent."""

import json
from collections.abc import Iterable

from app.system.logs import redacted

_LONGEST = 240
_QUOTE = 32
_SHORTEST_SECRET = 4
_REDACTED = "[redacted]"


def fit_to_show(words: object, secrets: Iterable[str] = (), sent: Iterable[str] = ()) -> str:
    """Return the words as one short line, or nothing where they quote what was sent."""
    if not isinstance(words, str):
        return ""
    line = " ".join("".join(letter if letter.isprintable() else " " for letter in words).split())
    if any(_quotes(line, body) for body in sent):
        return ""
    for secret in sorted(filter(None, secrets), key=len, reverse=True):
        if len(secret) >= _SHORTEST_SECRET:
            line = line.replace(secret, _REDACTED)
    line = redacted(line)
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()}…"


def _quotes(line: str, body: str) -> bool:
    """Tell whether a stretch of the line stands in an item's body, which is JSON."""
    starts = range(max(1, len(line) - _QUOTE + 1))
    stretches = (line[start : start + _QUOTE] for start in starts)
    escaped = (json.dumps(each, ensure_ascii=False)[1:-1] for each in stretches if len(each) == _QUOTE)
    return any(each in body for each in escaped)
