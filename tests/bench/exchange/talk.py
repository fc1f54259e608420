"""A long conversation as people and models have them: prose for the most part, and in one reply of a few
headings, lists, code, a table, a link by reference or a tag.
"""

import random
from dataclasses import replace

from app.domain.arrival import Arrival
from app.domain.item import Role, reply_body, text_of
from tests.bench.archive.corpus import Brought, Corpus

_CODE = "```python\n# as said\ndef glaze(pot):\n    return pot < 3  # and no more\n```"
_TABLE = "| clay | heat |\n|---|---|\n| red | 1040 |\n| white | 1250 |"
_SHARES = (
    ("code", 0.25),
    ("headings", 0.2),
    ("list", 0.3),
    ("table", 0.05),
    ("reference", 0.02),
    ("tag", 0.02),
)


def talk(size: int) -> Brought:
    """The same in every run."""
    dice = random.Random(3)  # noqa: S311
    brought = Corpus().plain(size)
    arrivals = [
        _dressed(arrival, dice) if arrival.role is Role.MODEL else arrival for arrival in brought.arrivals
    ]
    return Brought(brought.conversation, arrivals, brought.tips)


def _dressed(arrival: Arrival, dice: random.Random) -> Arrival:
    text = text_of(arrival.body)
    parts = [text]
    for name, share in _SHARES:
        if dice.random() < share:
            parts = _with(name, parts, text)
    if len(parts) == 1:
        return arrival
    return replace(arrival, body=reply_body("\n\n".join(parts), whole=True))


def _with(name: str, parts: list[str], text: str) -> list[str]:
    first, *words = text.split()
    match name:
        case "code":
            return [*parts, f"It is `{first}` then:", _CODE]
        case "headings":
            return [f"## {first}", *parts, f"### {words[0]}", text]
        case "list":
            return [*parts, "\n".join(f"- **{word}**: {text[:60]}" for word in words[:5])]
        case "table":
            return [*parts, _TABLE]
        case "reference":
            return [*parts, "As [told][1] there.", "[1]: https://example.org/"]
    return [*parts, "One line<br>and another, with `List<str>` in it."]
