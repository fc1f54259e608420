"""Lexers for the languages of code, loaded beside the window: some take as long as many frames."""

from collections.abc import Callable
from functools import partial

from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name

from app.ui.transcript.blocks.offstage import Offstage

_LONGEST_NAME = 40


class Lexers:
    """Keeps each lexer once it is there. A language that nobody knows has none."""

    def __init__(self, offstage: Offstage) -> None:
        self._offstage = offstage
        self._known: dict[str, Lexer | None] = {"": None}
        self._waiting: dict[str, list[Callable[[], None]]] = {}

    def knows(self, language: str) -> bool:
        return _name(language) in self._known

    def of(self, language: str) -> Lexer | None:
        return self._known.get(_name(language))

    def fetch(self, language: str, then: Callable[[], None]) -> None:
        """Load what is not known yet, and call `then` when it is."""
        name = _name(language)
        if name in self._waiting:
            self._waiting[name].append(then)
        else:
            self._waiting[name] = [then]
            self._offstage.do(partial(_load, name), partial(self._arrived, name))

    def _arrived(self, name: str, lexer: Lexer | None) -> None:
        self._known[name] = lexer
        for then in self._waiting.pop(name):
            then()


def _name(language: str) -> str:
    return language.strip("{}. ").lower()[:_LONGEST_NAME]


def _load(name: str) -> Lexer:
    """Load a lexer, and let it read a little: some prepare themselves only then."""
    lexer: Lexer = get_lexer_by_name(name, stripnl=False, ensurenl=False)
    for _token in lexer.get_tokens("a = 1\n"):
        break
    return lexer
