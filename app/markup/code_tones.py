"""Code as words with the tones that they are set in, by the rules of its language."""

from collections.abc import Iterator
from types import MappingProxyType
from typing import Literal

from pygments.lexers import get_lexer_by_name
from pygments.token import Comment, Keyword, Name, Number, Operator, String, _TokenType
from pygments.token import Literal as Constant
from pygments.util import ClassNotFound

CodeTone = Literal["keyword", "string", "comment", "number", "function", "type"]
TONES: tuple[CodeTone, ...] = ("keyword", "string", "comment", "number", "function", "type")

_TONES: MappingProxyType[_TokenType, CodeTone] = MappingProxyType(
    {
        Comment: "comment",
        Keyword: "keyword",
        Keyword.Type: "type",
        Operator.Word: "keyword",
        Constant: "string",
        String: "string",
        Number: "number",
        Name.Builtin: "type",
        Name.Class: "type",
        Name.Decorator: "function",
        Name.Exception: "type",
        Name.Function: "function",
        Name.Tag: "keyword",
        Name.Attribute: "function",
    }
)
_LONGEST_NAME = 40
_LONGEST_LINE = 2000  # some languages take the square of its length


class CodeLexer:
    """Reads one language. Making one may take as long as many frames; an unknown language raises."""

    def __init__(self, language: str) -> None:
        self._lexer = get_lexer_by_name(language, stripnl=False, ensurenl=False)
        self.name: str = self._lexer.name
        for _token in self._lexer.get_tokens("a = 1\n"):  # some prepare themselves only then
            break

    def words(self, code: str) -> Iterator[tuple[CodeTone | None, str]]:
        """Yield what the code is made of, to the last sign; a word may hold ends of lines."""
        for token, words in self._lexer.get_tokens(code):
            yield tone_of(token), words


def code_lexer(language: str) -> CodeLexer | None:
    """Return the lexer of a language as it stands behind a fence; None for one that nobody knows."""
    name = language_name(language)
    try:
        return CodeLexer(name) if name else None
    except ClassNotFound:
        return None


def tone_of(token: _TokenType) -> CodeTone | None:
    """Return the tone of a kind of token, or of what it is a kind of."""
    kind: _TokenType | None = token
    while kind is not None:
        if kind in _TONES:
            return _TONES[kind]
        kind = kind.parent
    return None


def can_be_coloured(code: str) -> bool:
    return all(len(line) <= _LONGEST_LINE for line in code.split("\n"))


def language_name(language: str) -> str:
    """Return the name of a language as it is looked up, of what stands behind a fence."""
    return language.strip("{}. ").lower()[:_LONGEST_NAME]
