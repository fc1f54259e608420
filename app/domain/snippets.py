"""A short piece of a text around the first place that was looked for, with what was found marked."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from app.domain.folding import is_folded
from app.domain.indexed_text import ONE_CHARACTER_WORD
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
        line = _whole_words(line)
    before, behind = _CUT if first else "", _CUT if last < len(text) else ""
    marks = ((start + len(before), end + len(before)) for start, end in _marks(line, terms))
    return Snippet(f"{before}{line}{behind}", tuple(marks))


def brought_forward(found: Snippet, lead: int) -> Snippet:
    """Return the snippet so that its first mark stands within `lead` characters of its beginning."""
    first = found.marks[0][0] if found.marks else 0
    if first <= lead:
        return found
    space = found.text.find(" ", first - lead, first)
    start = space + 1 if space >= 0 else first - lead
    moved = len(_CUT) - start
    marks = tuple((begin + moved, end + moved) for begin, end in found.marks)
    return Snippet(_CUT + found.text[start:], marks)


def _marks(line: str, terms: Sequence[Term]) -> Iterator[tuple[int, int]]:
    if not terms or not (line.isascii() or (_has_no_letters(terms) and is_folded(line))):
        yield from matches(list(words_of(line)), terms)
    else:
        for found in _expression(tuple(terms)).finditer(line):
            yield found.span()


def _has_no_letters(terms: Sequence[Term]) -> bool:
    """Whether nothing in the terms could be written large, small or with an accent."""
    return all(ONE_CHARACTER_WORD.fullmatch(word) for term in terms for word in term.words)


def _first_match(text: str, terms: Sequence[Term]) -> int:
    """Where the first match begins. Far down in a huge text a plain comparison must do."""
    found = _expression(tuple(terms)).search(text) if terms else None
    if found or text.isascii():
        return found.start() if found else 0
    for start, _ in matches(list(words_of(text[:_READ_AT_MOST])), terms):
        return start
    return 0


@lru_cache(maxsize=8)  # all hits of a page are read by the same
def _expression(terms: tuple[Term, ...]) -> re.Pattern[str]:
    """Return the terms as an expression: where no letter has an accent, it is the quicker reader."""
    longest_first = sorted(terms, key=lambda term: len(term.words), reverse=True)
    return re.compile("|".join(_pattern_of(term) for term in longest_first), re.IGNORECASE)


def _pattern_of(term: Term) -> str:
    if ONE_CHARACTER_WORD.search("".join(term.words)):
        return r"[\W_]*".join(term.words)
    words = r"[\W_]+".join(term.words)
    return rf"(?<![^\W_]){words}" + (r"[^\W_]*" if term.is_prefix else r"(?![^\W_])")


def _word_start(text: str, near: int) -> int:
    """Return the start of a word at or soon behind `near`."""
    space = text.find(" ", near, near + _LEAD // 2)
    return space + 1 if space >= 0 else near


def _whole_words(line: str) -> str:
    head, _, tail = line.rpartition(" ")
    return head if head and len(tail) < _LEAD else line
