"""Code in colours, as HTML."""

from html import escape
from itertools import groupby
from operator import itemgetter

from app.markup.code_tones import CodeLexer, CodeTone, can_be_coloured, code_lexer, language_name

_LONGEST = 200_000  # characters that are coloured; longer code is read for its words


class PageCode:
    """Colours code, and keeps each lexer once it is there."""

    def __init__(self) -> None:
        self._lexers: dict[str, CodeLexer | None] = {}

    def coloured(self, code: str, language: str) -> str:
        """Return the code, to the last sign, with a class for each tone: its first letter."""
        lexer = self._lexer(language)
        if lexer is None or len(code) > _LONGEST or not can_be_coloured(code):
            return f"<code>{_from_its_beginning(escape(code))}</code>"
        alike = groupby(lexer.words(code), itemgetter(0))
        shown = "".join(_words(tone, "".join(text for _tone, text in each)) for tone, each in alike)
        return f"<code>{_from_its_beginning(shown)}</code>"

    def _lexer(self, language: str) -> CodeLexer | None:
        name = language_name(language)
        if name not in self._lexers:
            self._lexers[name] = code_lexer(name)
        return self._lexers[name]


def _words(tone: CodeTone | None, words: str) -> str:
    if tone is None or not words.strip():
        return escape(words)
    lines = (f'<span class="{tone[0]}">{escape(line)}</span>' if line else "" for line in words.split("\n"))
    return "\n".join(lines)


def _from_its_beginning(shown: str) -> str:
    """A line's end right behind the tag would be passed over."""
    return f"\n{shown}" if shown.startswith("\n") else shown
