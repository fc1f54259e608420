"""What may be added to what was typed into the search: filters, and what they can be set to."""

from dataclasses import dataclass, field

from app.domain.search_query import Content, Mark
from app.ui.translation import tr

_FEWEST = 2  # letters from which on a word is taken for the beginning of a filter
_DAYS = ("today", "yesterday")
_ROLES = ("me", "model", "tool", "system")


@dataclass(frozen=True, slots=True)
class Hint:
    """`text` is what the field is to hold then; `words` stand on the button and `meaning` explains them."""

    words: str
    meaning: str
    text: str = field(repr=False)


def hints(text: str, *, asked: bool = False) -> list[Hint]:
    """Return what may come next: in a filter or behind a space; anywhere else only when `asked`."""
    before, word = _parted(text)
    name, colon, value = word.partition(":")
    if colon:
        values = _values().get(name.lower(), ())
        return [
            Hint(f"{name.lower()}:{each}", meaning, f"{before}{name.lower()}:{each} ")
            for each, meaning in values
            if each.startswith(value.lower()) and each != value.lower()
        ]
    begun = [
        Hint(f"{each}:", meaning, f"{before}{each}:")
        for each, meaning in _filters()
        if len(word) >= _FEWEST and each.startswith(word.lower())
    ]
    if begun or (word and not asked):
        return begun
    start = text if not word or text.endswith(" ") else f"{text} "
    return [Hint(f"{each}:", meaning, f"{start}{each}:") for each, meaning in _filters()]


def _parted(text: str) -> tuple[str, str]:
    """Part the last word from what stands before it."""
    start = text.rfind(" ") + 1
    return text[:start], text[start:]


def _filters() -> tuple[tuple[str, str], ...]:
    return (
        ("in", tr("A word of the conversation's title")),
        ("tag", tr("A tag of the conversation")),
        ("folder", tr("The folder of the conversation")),
        ("role", tr("Who wrote it")),
        ("model", tr("Which model wrote it, by any part of its name")),
        ("before", tr("Before a day, such as 2026-11-20, a month or a year")),
        ("after", tr("From a day on, such as 2026-11-20, a month or a year")),
        ("is", tr("Pinned, archived or in the trash, or on another branch")),
        ("has", tr("An image, code or a tool's work in it")),
    )


def _values() -> dict[str, tuple[tuple[str, str], ...]]:
    marks = {
        Mark.PINNED: tr("In pinned conversations"),
        Mark.ARCHIVED: tr("In archived conversations"),
        Mark.TRASHED: tr("In the trash"),
        Mark.BRANCH: tr("Off the branch that is shown"),
    }
    contents = {
        Content.IMAGE: tr("With an image"),
        Content.CODE: tr("With a block of code"),
        Content.TOOL: tr("A tool was called"),
    }
    roles = (tr("Your own messages"), tr("Answers"), tr("What tools gave back"), tr("Instructions"))
    days = tuple(zip(_DAYS, (tr("Today began at midnight"), tr("The day before")), strict=True))
    return {
        "role": tuple(zip(_ROLES, roles, strict=True)),
        "is": tuple((str(mark), meaning) for mark, meaning in marks.items()),
        "has": tuple((str(content), meaning) for content, meaning in contents.items()),
        "before": days,
        "after": days,
    }
