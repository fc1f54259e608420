"""What may be added to what was typed into the search: filters, and what they can be set to."""

import re
from dataclasses import dataclass, field

from app.domain.search import SearchNames
from app.domain.search_query import Content, Mark
from app.ui.translation import tr
from app.ui.widgets.display_text import single_line

_MOST = 8
_NO_NAMES = SearchNames()
_LAST = re.compile(r'(?:[A-Za-z]+:)?"[^"]*$|[^ ]*$')
_FEWEST = 2  # letters from which on a word is taken for the beginning of a filter
_DAYS = ("today", "yesterday")
_ROLES = ("me", "model", "tool", "system")


@dataclass(frozen=True, slots=True)
class Hint:
    """`text` is what the field is to hold then; `words` stand on the button and `meaning` explains them."""

    words: str
    meaning: str
    text: str = field(repr=False)


def hints(text: str, names: SearchNames = _NO_NAMES, *, asked: bool = False) -> list[Hint]:
    """Return what may come next: in a filter or behind a space; anywhere else only when `asked`."""
    before, word = _parted(text)
    if word.startswith("-") and word[1:2].isalpha():
        return [_without(hint, before) for hint in hints(before + word[1:], names)]
    name, colon, value = word.partition(":")
    if colon:
        return _values_for(before, name.lower(), value.strip('"').lower(), names)
    begun = [
        Hint(f"{each}:", meaning, f"{before}{each}:")
        for each, meaning in _filters()
        if len(word) >= _FEWEST and each.startswith(word.lower())
    ]
    if begun or (word and not asked):
        return begun
    start = text if not word or text.endswith(" ") else f"{text} "
    return [Hint(f"{each}:", meaning, f"{start}{each}:") for each, meaning in _filters()]


def _without(hint: Hint, before: str) -> Hint:
    """Return the hint for what is to be left out: a minus stands in front of the filter."""
    is_name = hint.words.endswith(":")
    meaning = hint.meaning if is_name else tr("All but: {what}").format(what=hint.meaning)
    return Hint(f"-{hint.words}", meaning, f"{before}-{hint.text.removeprefix(before)}")


def _values_for(before: str, name: str, value: str, names: SearchNames) -> list[Hint]:
    """Return what a filter can be set to that begins with what is written of it."""
    named = {
        "tag": [(each, tr("With this tag")) for each in names.tags],
        "folder": [(each, tr("In this folder")) for each in names.folders],
    }
    fitting = [
        (each, meaning)
        for each, meaning in named.get(name) or _values().get(name, ())
        if each.lower().startswith(value) and each.lower() != value
    ]
    return [
        Hint(f"{name}:{single_line(each)}", meaning, f"{before}{name}:{_quoted(each)} ")
        for each, meaning in fitting[:_MOST]
    ]


def _quoted(value: str) -> str:
    return f'"{value}"' if " " in value else value


def _parted(text: str) -> tuple[str, str]:
    """Part the last word, or what has been begun to be quoted, from what stands before it."""
    found = _LAST.search(text)
    start = found.start() if found else len(text)
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
