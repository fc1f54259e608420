"""Which titles fit what was typed, and where: for lists that follow the fingers.

A title fits when it holds every word that was typed, wherever; loosely, when it holds their letters in their
order. Both sides are folded first, and a folded title begins with a space, so that the beginning of a word is
found like any other piece of text.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

_LOOSE_FROM = 3  # letters: fewer are in almost every title


@dataclass(frozen=True, slots=True)
class Sought:
    """What was typed, folded, word by word."""

    words: tuple[str, ...] = field(repr=False)

    @property
    def is_empty(self) -> bool:
        return not self.words

    @property
    def can_be_loose(self) -> bool:
        return sum(map(len, self.words)) >= _LOOSE_FROM


def folded_title(title: str) -> str:
    """Return a title in small letters without accents, with a space before each of its words."""
    return " " + " ".join(_folded(title).split())


def sought(text: str) -> Sought:
    return Sought(tuple(_folded(text).split()))


def holding(titles: Sequence[str], wanted: Sought) -> list[int]:
    """Return which of these folded titles hold all the words."""
    first, second, *others = (*wanted.words, "") if len(wanted.words) == 1 else wanted.words
    found = [number for number, title in enumerate(titles) if first in title and second in title]
    for word in others:
        found = [number for number in found if word in titles[number]]
    return found


def holding_loosely(titles: Sequence[str], wanted: Sought) -> list[int]:
    """Return which of these folded titles hold the letters in their order."""
    letters = [re.escape(letter) for letter in "".join(wanted.words)]
    fits = re.compile("".join(f"[^{letter}]*+{letter}" for letter in letters)).match
    return [number for number, title in enumerate(titles) if fits(title)]


def closeness(title: str, wanted: Sought) -> int:
    """Return how well a folded title that holds all the words fits them: 0 is best.

    0 where it begins with what was typed, 1 where words of it begin so, 2 where they are inside words.
    """
    if title.startswith(" " + " ".join(wanted.words)):
        return 0
    return 1 if all(f" {word}" in title for word in wanted.words) else 2


def looseness(title: str, wanted: Sought) -> int:
    """Return over how many characters the letters are spread, where a folded title holds them in order."""
    return _spread(title, wanted)[0]


def closest(names: Sequence[str], typed: str) -> list[int]:
    """Return the places of the few names that hold what was typed, the closest first. All fit nothing."""
    wanted, titles = sought(typed), [folded_title(name) for name in names]
    if wanted.is_empty:
        return list(range(len(names)))
    return sorted(holding_loosely(titles, wanted), key=lambda number: _spread(titles[number], wanted))


def title_marks(title: str, wanted: Sought) -> tuple[tuple[int, int], ...]:
    """Return the ranges of a title as it is written that were typed, in order and apart from each other."""
    places = [(letter, at) for at, character in enumerate(title) for letter in _folded(character)]
    text = "".join(letter for letter, _ in places)
    pieces = sorted(piece for word in wanted.words for piece in _places_of(text, word))
    if len(pieces) < len(wanted.words):
        pieces = _letters_of(text, "".join(wanted.words))
    written = [*(at for _, at in places), len(title)]  # an accent of its own belongs to the letter before
    marks: list[tuple[int, int]] = []
    for start, end in ((written[first], max(written[last], written[last - 1] + 1)) for first, last in pieces):
        if marks and start <= marks[-1][1]:
            marks[-1] = (marks[-1][0], max(end, marks[-1][1]))
        else:
            marks.append((start, end))
    return tuple(marks)


def _spread(title: str, wanted: Sought) -> tuple[int, int]:
    """Return over how many characters the letters are spread at best, and where they begin then."""
    text = "".join(wanted.words)
    starts = (at for at, letter in enumerate(title) if letter == text[0])
    spreads = ((end - start, start) for start in starts if (end := _end_of(title, text, start)) > 0)
    return min(spreads, default=(0, 0))


def _places_of(text: str, word: str) -> Iterator[tuple[int, int]]:
    """Yield the first place of a word: where one begins so, or else inside of one."""
    at = f" {text}".find(f" {word}")
    at = at if at >= 0 else text.find(word)
    if at >= 0:
        yield at, at + len(word)


def _letters_of(text: str, letters: str) -> list[tuple[int, int]]:
    pieces: list[tuple[int, int]] = []
    at = -1
    for letter in letters:
        at = text.find(letter, at + 1)
        if at < 0:
            return []
        pieces.append((at, at + 1))
    return pieces


def _end_of(title: str, letters: str, start: int) -> int:
    at = start - 1
    for letter in letters:
        at = title.find(letter, at + 1)
        if at < 0:
            return -1
    return at + 1


def _folded(text: str) -> str:
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFD", text)
    return "".join(part for part in parts if not unicodedata.combining(part)).lower()
