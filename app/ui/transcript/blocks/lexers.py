"""Lexers for the languages of code, loaded beside the window: some take as long as many frames."""

from collections.abc import Callable
from functools import partial

from app.markup.code_tones import CodeLexer, language_name
from app.ui.transcript.blocks.offstage import Offstage


class Lexers:
    """Keeps each lexer once it is there. A language that nobody knows has none."""

    def __init__(self, offstage: Offstage) -> None:
        self._offstage = offstage
        self._known: dict[str, CodeLexer | None] = {"": None}
        self._waiting: dict[str, list[Callable[[], None]]] = {}

    def knows(self, language: str) -> bool:
        return language_name(language) in self._known

    def of(self, language: str) -> CodeLexer | None:
        return self._known.get(language_name(language))

    def fetch(self, language: str, then: Callable[[], None]) -> None:
        """Load what is not known yet, and call `then` when it is."""
        name = language_name(language)
        if name in self._waiting:
            self._waiting[name].append(then)
        else:
            self._waiting[name] = [then]
            self._offstage.do(partial(CodeLexer, name), partial(self._arrived, name))

    def _arrived(self, name: str, lexer: CodeLexer | None) -> None:
        self._known[name] = lexer
        for then in self._waiting.pop(name):
            then()
