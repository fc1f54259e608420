"""How many tokens a text costs a model: a guess by kinds of characters, which learns from what is reported.

The kinds are told apart by the bytes of UTF-8, which Python counts in C: ASCII letters, blanks, figures and
signs, letters of two bytes (Cyrillic, Greek, Arabic …), of three (Thai, Hindi …), of East Asia, and the rest.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from operator import add, mul
from types import MappingProxyType
from typing import Any, Self

from app.domain.ids import ItemId

# How much there is of each kind; behind the characters: those in text without blanks, such as base64, then
# frames of messages, then tokens that are known outright, such as those of pictures.
Amounts = tuple[int, ...]
NOTHING: Amounts = (0,) * 11
A_FRAME: Amounts = (*NOTHING[:9], 1, 0)

# Fitted to o200k_base over prose in 23 languages, program text, JSON and base64.
_USUAL = (0.26, 0.1, 0.5, 0.8, 0.36, 0.4, 0.78, 2.0, 0.7, 4.0, 1.0)
_KNOWN = len(_USUAL) - 1
_FIRST_ERROR = 0.2
_LEAST_ERROR = 0.02
_STEP = 0.5  # how far one report moves the rates
_NEWEST = 0.2  # how much one report weighs in the error
_FARTHEST = 4.0  # no rate strays further from its usual value than by this factor
_PLAUSIBLE = 3.0  # a report further off than this is of something else than what we sent
_ENOUGH = 50  # of less there is nothing to learn
_DENSE = 40  # letters and figures to one blank


# What is to be taken away so that only bytes of one kind are left.
_LETTERS = bytes(byte for byte in range(256) if not (byte < 128 and chr(byte).isalpha()))
_BLANKS = bytes(byte for byte in range(256) if byte not in b" \t\n\r")
_FIGURES = bytes(byte for byte in range(256) if byte not in b"0123456789")
_SIGNS = bytes(byte for byte in range(256) if not 32 < byte < 127 or chr(byte).isalnum())
_FIRST_OF_TWO = bytes(byte for byte in range(256) if not 0xC2 <= byte <= 0xDF)
_FIRST_OF_THREE = bytes(byte for byte in range(256) if not 0xE0 <= byte <= 0xE2)
_FIRST_OF_EAST_ASIAN = bytes(byte for byte in range(256) if not 0xE3 <= byte <= 0xED)
_FIRST_OF_OTHERS = bytes(byte for byte in range(256) if byte < 0xEE)


def amounts_of(text: str) -> Amounts:
    """Return how many characters of each kind a text has."""
    raw = text.encode("utf-8", "replace")
    letters, figures = len(raw.translate(None, _LETTERS)), len(raw.translate(None, _FIGURES))
    blanks, signs = len(raw.translate(None, _BLANKS)), len(raw.translate(None, _SIGNS))
    dense = 0
    if letters + figures > _DENSE * (blanks + 2):
        letters, figures, dense = 0, 0, letters + figures
    if text.isascii():
        return (letters, blanks, figures, signs, 0, 0, 0, 0, dense, 0, 0)
    others = (_FIRST_OF_TWO, _FIRST_OF_THREE, _FIRST_OF_EAST_ASIAN, _FIRST_OF_OTHERS)
    counts = (len(raw.translate(None, other)) for other in others)
    return (letters, blanks, figures, signs, *counts, dense, 0, 0)


def together(one: Amounts, other: Amounts) -> Amounts:
    return tuple(map(add, one, other))


def known(tokens: int) -> Amounts:
    """Return the amounts of what costs so many tokens whatever the model, as far as we know."""
    return (*NOTHING[:_KNOWN], tokens)


@dataclass(frozen=True, slots=True)
class Estimator:
    """What each kind costs one model. `error` is how far off its guesses have been lately, as a share."""

    rates: tuple[float, ...] = _USUAL
    error: float = _FIRST_ERROR
    samples: int = 0

    def tokens(self, amounts: Amounts) -> int:
        return -int(-sum(map(mul, self.rates, amounts)) // 1)

    def learned(self, amounts: Amounts, reported: int) -> Self:
        """Return an estimator that has seen what the service reported for these amounts.

        Each kind takes its share of the blame by what it weighed. A report that cannot be of what was sent,
        as from a server that cuts in silence, teaches nothing.
        """
        parts = [rate * amount for rate, amount in zip(self.rates, amounts, strict=True)]
        guess = sum(parts)
        if min(guess, reported) < _ENOUGH or not 1 / _PLAUSIBLE < reported / guess < _PLAUSIBLE:
            return self
        weight = sum(part * part for part in parts[:_KNOWN]) or 1.0
        pull = _STEP * (reported - guess) / weight
        rates = (
            _within(rate * (1 + pull * part), usual)
            for rate, part, usual in zip(self.rates[:_KNOWN], parts, _USUAL, strict=False)
        )
        off = abs(reported - guess) / reported
        share = _NEWEST if self.samples else 1.0
        error = max(_LEAST_ERROR, self.error * (1 - share) + off * share)
        return type(self)((*rates, self.rates[_KNOWN]), error, self.samples + 1)

    def to_mapping(self) -> dict[str, Any]:
        return {
            "rates": [round(rate, 5) for rate in self.rates],
            "error": round(self.error, 4),
            "samples": self.samples,
        }

    @classmethod
    def from_mapping(cls, values: Mapping[str, Any]) -> Self:
        """Return what `to_mapping` gave. Rates for other kinds than ours count as never learned."""
        rates = tuple(float(rate) for rate in values.get("rates", ()))
        if len(rates) != len(_USUAL):
            return cls()
        return cls(rates, float(values["error"]), int(values["samples"]))


def _nothing() -> Mapping[tuple[ItemId, int], int]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Measure:
    """How to weigh items for one model: as counted exactly, by item and revision, or else as estimated."""

    estimator: Estimator = Estimator()
    counted: Mapping[tuple[ItemId, int], int] = field(default_factory=_nothing)


def _within(rate: float, usual: float) -> float:
    return min(max(rate, usual / _FARTHEST), usual * _FARTHEST)
