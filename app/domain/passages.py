"""Finding a few letters in a text as a person reads it: large or small, with or without their accents."""

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Self

from app.domain.ids import ItemId

_ACCENTS = re.compile("[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u20d0-\u20ff]")
_MARKUP = "*_`~"

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Passage:
    """An item in which something was found, and how often."""

    item: ItemId
    depth: int
    count: int


@dataclass(frozen=True, slots=True)
class Needle:
    """What is looked for, folded: small letters without accents."""

    letters: str = field(repr=False)

    @classmethod
    def of(cls, typed: str) -> Self | None:
        """Return what was typed as something to look for, or None if there is nothing in it."""
        return cls(fold(typed)) if typed.strip() else None

    def count(self, text: str, *, in_markup: bool) -> int:
        """Say how often it stands in a text. In markup, signs of emphasis may stand between its letters."""
        folded = fold(text)
        if in_markup and not any(sign in self.letters for sign in _MARKUP):
            for sign in _MARKUP:
                folded = folded.replace(sign, "")
        return folded.count(self.letters)

    def places(self, text: str) -> list[Span]:
        """Return where it stands in a text, as slices take it."""
        if text.isascii():
            return [(start, start + len(self.letters)) for start in _starts(text.lower(), self.letters)]
        if self.letters not in fold(text):
            return []
        return _places_in(text, self.letters)


def fold(text: str) -> str:
    """Return a text in small letters without accents."""
    if text.isascii():
        return text.lower()
    return _ACCENTS.sub("", unicodedata.normalize("NFD", text.casefold()))


def _places_in(text: str, letters: str) -> list[Span]:
    """Fold character by character, and remember where each folded one comes from."""
    pieces = [fold(character) for character in text]
    origin = [place for place, piece in enumerate(pieces) for _ in piece]
    found = []
    for start in _starts("".join(pieces), letters):
        end = origin[start + len(letters) - 1] + 1
        while end < len(pieces) and not pieces[end]:  # accents that stand behind their letter
            end += 1
        found.append((origin[start], end))
    return found


def _starts(folded: str, letters: str) -> list[int]:
    found, place = [], folded.find(letters)
    while place >= 0:
        found.append(place)
        place = folded.find(letters, place + len(letters))
    return found
