"""A short piece of a text around the first place that was looked for, with what was found marked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.domain.text_words import Term, matches, words_of

_LENGTH = 160
_LEAD = 40
_READ_AT_MOST = 20_000
_CUT = "…"


@dataclass(frozen=True, slots=True)
class Snippet:
    """One line of text; `marks` are the ranges that were looked for, as slices take them."""

    text: str = field(repr=False)
    marks: tuple[tuple[int, int], ...]


def snippet(text: str, terms: Sequence[Term]) -> Snippet:
    """Return what stands around the first match, or else how the text begins."""
    at = _first_match(text, terms)
    first = _word_start(text, at - _LEAD) if at > _LENGTH - _LEAD else 0
    last = first + _LENGTH
    line = " ".join(text[first:last].split())
    if last < len(text):
        line = _whole_words(line) + _CUT
    if first:
        line = _CUT + line
    return Snippet(line, tuple(matches(list(words_of(line)), terms)))


def _first_match(text: str, terms: Sequence[Term]) -> int:
    """Where the first match begins. Far down in a huge text a plain comparison must do."""
    if text.isascii():
        found = (re.search(_pattern(term), text, re.ASCII | re.IGNORECASE) for term in terms)
        return min((match.start() for match in found if match), default=0)
    for start, _ in matches(list(words_of(text[:_READ_AT_MOST])), terms):
        return start
    folded = text.lower()
    places = [at for term in terms if (at := folded.find(term.words[0])) >= 0]
    return min(places, default=0) if len(folded) == len(text) else 0


def _pattern(term: Term) -> str:
    """Return the term as an expression: in plain English letters it is the quicker reader."""
    words = r"[\W_]+".join(re.escape(word) for word in term.words)
    return rf"(?<![^\W_]){words}" + ("" if term.is_prefix else r"(?![^\W_])")


def _word_start(text: str, near: int) -> int:
    """Return the start of a word at or soon behind `near`."""
    space = text.find(" ", near, near + _LEAD // 2)
    return space + 1 if space >= 0 else near


def _whole_words(line: str) -> str:
    head, _, tail = line.rpartition(" ")
    return head if head and len(tail) < _LEAD else line
