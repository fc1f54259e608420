"""The words of a text as the search index tells them apart: folded, in small letters without their accents.

The index itself decides what is found. This reading of the same rules marks words in a snippet and looks at
single texts, such as that of one revision; where Unicode's tables differ by a letter, only a mark is lost.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from app.domain.folding import JOINING_MARKS, folded_with_places
from app.domain.indexed_text import CHARACTERS

_ASCII_WORD = re.compile("[0-9A-Za-z]+")
_WORD = re.compile(rf"[{CHARACTERS}]|(?:[^\W_{CHARACTERS}]|[{JOINING_MARKS}])+")
# As the index does it: only what is an ASCII letter but for its accents loses them.
_BASES = MappingProxyType(
    {
        number: base
        for number in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
        if (base := unicodedata.normalize("NFD", chr(number))[0]).isascii()
    }
    | {
        0x17F: "s",
        0x307: None,
        0x3C2: "\u03c3",
    }  # what Python makes of a capital I with a dot, and of a last sigma
)


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
    if text.isascii():
        for found in _ASCII_WORD.finditer(text):
            yield Word(found.group().lower(), found.start(), found.end())
        return
    letters, places = folded_with_places(text)
    for found in _WORD.finditer(letters):
        yield Word(_small(found.group()), places[found.start()], places[found.end()])


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


def _small(word: str) -> str:
    """Return a word in small letters, without their accents where the index leaves them out."""
    return word.lower() if word.isascii() else word.lower().translate(_BASES)
