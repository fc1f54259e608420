"""The words of a text as the search index tells them apart: folded to small letters without their accents.

The index itself decides what is found. This reading of the same rules marks words in a snippet and looks at
single texts, such as that of one revision; where Unicode's tables differ by a letter, only a mark is lost.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from app.domain.indexed_text import CHARACTERS

_ASCII_WORD = re.compile("[0-9A-Za-z]+")
_WORD = re.compile(rf"[{CHARACTERS}]|(?:[^\W_{CHARACTERS}]+[\u0300-\u036f]*)+")


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word, and where it stands."""

    text: str = field(repr=False)
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Term:
    """A word or a phrase to look for. With `is_prefix`, its last word may go on."""

    text: str = field(repr=False)
    words: tuple[str, ...] = field(repr=False)
    is_prefix: bool = False


def words_of(text: str) -> Iterator[Word]:
    """Yield the words of a text in their order."""
    pattern = _ASCII_WORD if text.isascii() else _WORD
    for found in pattern.finditer(text):
        yield Word(_folded(found.group()), found.start(), found.end())


def matches(words: Sequence[Word], terms: Sequence[Term]) -> Iterator[tuple[int, int]]:
    """Yield where a term begins and ends among the words, wherever one does."""
    beginnings = tuple(term.words[0] for term in terms)
    for first, word in enumerate(words):
        if not word.text.startswith(beginnings):  # most words end here
            continue
        lengths = [len(term.words) for term in terms if _begins_with(words, first, term)]
        if lengths:
            yield word.start, words[first + max(lengths) - 1].end


def holds(text: str, wanted: Sequence[Term], unwanted: Sequence[Term]) -> bool:
    """Tell whether a text has all that is wanted and nothing that is not."""
    words = list(words_of(text))
    return all(any(matches(words, [term])) for term in wanted) and not any(matches(words, unwanted))


def _begins_with(words: Sequence[Word], first: int, term: Term) -> bool:
    found = tuple(each.text for each in words[first : first + len(term.words)])
    if len(found) < len(term.words) or found[:-1] != term.words[:-1]:
        return False
    return found[-1].startswith(term.words[-1]) if term.is_prefix else found[-1] == term.words[-1]


def _folded(word: str) -> str:
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFD", word)
    return "".join(part for part in parts if not unicodedata.combining(part)).lower()
