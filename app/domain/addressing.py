"""Who is spoken to: a message that begins with an assistant's name is for that assistant."""

from collections.abc import Iterable

from app.domain.library import Assistant
from app.domain.naming import name_key

_SIGN = "@"


def addressed(text: str, assistants: Iterable[Assistant]) -> Assistant | None:
    """Return whom `@name` at the beginning means: of several that fit, the one with the longest name."""
    if not text.startswith(_SIGN):
        return None
    said = name_key(text[len(_SIGN) :])
    fitting = [assistant for assistant in assistants if _begins_with(said, name_key(assistant.name))]
    return max(fitting, key=lambda assistant: len(assistant.name), default=None)


def _begins_with(said: str, name: str) -> bool:
    """Whether `said` begins with the whole name, and not with a word that only begins like it."""
    return said.startswith(name) and not said[len(name) : len(name) + 1].isalnum()
