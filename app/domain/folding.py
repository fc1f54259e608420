"""Letters as the search takes them, where the index alone would tell apart what a person takes for one.

What can be written as one character or as several is one; marks that a writer may leave out, such as the
vowels of Arabic and Hebrew or the tones of Thai, are left out; Greek has no accents, and a final sigma is a
sigma. What the index folds itself, such as Latin letters, stays as it is.

The index rests on this, so it follows fixed tables: how these characters compose never changes in Unicode.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

# Nonspacing marks (Mn of Unicode 14) that a word can do without, and those that choose how a Han looks.
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1-\u05c2\u05c4-\u05c5\u05c7\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7-\u06e8\u06ea-\u06ed\u0711\u0730-\u074a"
    "\u07eb-\u07f3\u07fd\u0816-\u0819\u081b-\u0823\u0825-\u0827\u0829-\u082d\u0859-\u085b\u0898-\u089f"
    "\u08ca-\u08e1\u08e3-\u08ff\u093c\u0951-\u0954\u09bc\u0a3c\u0abc\u0b3c\u0c3c\u0cbc\u0e47-\u0e4e"
    "\u0ec8-\u0ecd\u0f18-\u0f19\u0f35\u0f37\u0f39\u135d-\u135f\u180b-\u180d\u180f\u1ab0-\u1abd"
    "\u1abf-\u1ace\u1cd0-\u1cd2\u1cd4-\u1ce0\u1ce2-\u1ce8\u1ced\u1cf4\u1cf8-\u1cf9\u1dc0-\u1dff"
    "\u20d0-\u20dc\u20e1\u20e5-\u20f0\u2cef-\u2cf1\u2de0-\u2dff\u302a-\u302d\u3099-\u309a\ua66f"
    "\ua674-\ua67d\ua69e-\ua69f\ua8e0-\ua8f1\ufb1e\ufe00-\ufe0f\ufe20-\ufe2f"
    "\U000e0100-\U000e01ef"
)
# The others, spacing ones (Mc) among them: the vowels of Indian and Thai letters and the like, without which
# words are others. They are part of a word.
JOINING_MARKS = (
    "\u07a6-\u07b0\u0900-\u0903\u093a-\u093b\u093e-\u094f\u0955-\u0957\u0962-\u0963\u0981-\u0983"
    "\u09be-\u09c4\u09c7-\u09c8\u09cb-\u09cd\u09d7\u09e2-\u09e3\u09fe\u0a01-\u0a03\u0a3e-\u0a42"
    "\u0a47-\u0a48\u0a4b-\u0a4d\u0a51\u0a70-\u0a71\u0a75\u0a81-\u0a83\u0abe-\u0ac5\u0ac7-\u0ac9"
    "\u0acb-\u0acd\u0ae2-\u0ae3\u0afa-\u0aff\u0b01-\u0b03\u0b3e-\u0b44\u0b47-\u0b48\u0b4b-\u0b4d"
    "\u0b55-\u0b57\u0b62-\u0b63\u0b82\u0bbe-\u0bc2\u0bc6-\u0bc8\u0bca-\u0bcd\u0bd7\u0c00-\u0c04"
    "\u0c3e-\u0c44\u0c46-\u0c48\u0c4a-\u0c4d\u0c55-\u0c56\u0c62-\u0c63\u0c81-\u0c83\u0cbe-\u0cc4"
    "\u0cc6-\u0cc8\u0cca-\u0ccd\u0cd5-\u0cd6\u0ce2-\u0ce3\u0cf3\u0d00-\u0d03\u0d3b-\u0d3c\u0d3e-\u0d44"
    "\u0d46-\u0d48\u0d4a-\u0d4d\u0d57\u0d62-\u0d63\u0d81-\u0d83\u0dca\u0dcf-\u0dd4\u0dd6\u0dd8-\u0ddf"
    "\u0df2-\u0df3\u0e31\u0e34-\u0e3a\u0eb1\u0eb4-\u0ebc\u0ece\u0f3e-\u0f3f\u0f71-\u0f84\u0f86-\u0f87"
    "\u0f8d-\u0f97\u0f99-\u0fbc\u0fc6\u102b-\u103e\u1056-\u1059\u105e-\u1060\u1062-\u1064\u1067-\u106d"
    "\u1071-\u1074\u1082-\u108d\u108f\u109a-\u109d\u1712-\u1715\u1732-\u1734\u1752-\u1753\u1772-\u1773"
    "\u17b4-\u17d3\u17dd\u1885-\u1886\u18a9\u1920-\u192b\u1930-\u193b\u1a17-\u1a1b\u1a55-\u1a5e"
    "\u1a60-\u1a7c\u1a7f\u1b00-\u1b04\u1b34-\u1b44\u1b6b-\u1b73\u1b80-\u1b82\u1ba1-\u1bad\u1be6-\u1bf3"
    "\u1c24-\u1c37\u1ce1\u1cf7\u2d7f\ua6f0-\ua6f1\ua802\ua806\ua80b\ua823-\ua827\ua82c\ua880-\ua881"
    "\ua8b4-\ua8c5\ua8ff\ua926-\ua92d\ua947-\ua953\ua980-\ua983\ua9b3-\ua9c0\ua9e5\uaa29-\uaa36\uaa43"
    "\uaa4c-\uaa4d\uaa7b-\uaa7d\uaab0\uaab2-\uaab4\uaab7-\uaab8\uaabe-\uaabf\uaac1\uaaeb-\uaaef"
    "\uaaf5-\uaaf6\uabe3-\uabea\uabec-\uabed"
)
# Letters at which a mark can make another letter: such as й, which is no и, or が, which is no か.
_COMPOSING = (
    "A-Za-z\u00c0-\u024f\u0391-\u03a9\u03b1-\u03c9\u0400-\u04ff\u0620-\u064a\u0671-\u06d3\u0928\u0930\u0933"
    "\u1e00-\u1eff\u3041-\u3096\u309d\u30a1-\u30fa\u30fd"
)
# Greek letters with accents, and what Unicode writes as several, in Hebrew and in Indian scripts.
_WITH_MARKS = (
    "\u0386\u0388-\u038a\u038c\u038e-\u0390\u03aa-\u03b0\u03ca-\u03ce\u1f00-\u1fff\ufb1d\ufb1f\ufb2a-\ufb4e"
    "\u0958-\u095f\u09cb-\u09cc\u09dc-\u09dd\u09df\u0a33\u0a36\u0a59-\u0a5b\u0a5e\u0b48\u0b4b-\u0b4c"
    "\u0b5c-\u0b5d\u0b94\u0bca-\u0bcc\u0c48\u0cc0\u0cc7-\u0cc8\u0cca-\u0ccb\u0d4a-\u0d4c\u0dda"
    "\u0ddc-\u0dde\u0f43\u0f4d\u0f52\u0f57\u0f5c\u0f69\u0f73\u0f75-\u0f76\u0f78\u0f81\u0f93\u0f9d\u0fa2"
    "\u0fa7\u0fac\u0fb9\u1026"
)
_VOWELS, _ENDS = "\u1161-\u1175", "\u11a8-\u11c2"  # of Hangul written letter by letter

_ANY = re.compile(f"[{_MARKS}{_WITH_MARKS}\u03c2{_VOWELS}{_ENDS}]")
_MARK = re.compile(f"[{_MARKS}]+")
_LETTER_WITH_MARKS = re.compile(f"[{_WITH_MARKS}]")
_PIECE = re.compile(
    f"[{_COMPOSING}{_WITH_MARKS}][{_MARKS}]+|[{_MARKS}]+|[{_WITH_MARKS}\u03c2]"
    f"|[\u1100-\u1112][{_VOWELS}][{_ENDS}]?|[\uac00-\ud7a3][{_ENDS}]"
)


def is_folded(text: str) -> bool:
    """Tell whether folding would leave the text as it is."""
    return text.isascii() or not _ANY.search(text)


def folded(text: str) -> str:
    """Return the text with its letters folded."""
    return text if is_folded(text) else _PIECE.sub(_plain, text)


def folded_with_places(text: str) -> tuple[str, Sequence[int]]:
    """Return the text folded, and where each of its characters, and its end, stands in the text as it was."""
    if is_folded(text):
        return text, range(len(text) + 1)
    pieces: list[str] = []
    places: list[int] = []
    end = 0
    for found in _PIECE.finditer(text):
        plain = _plain(found)
        pieces += (text[end : found.start()], plain)
        places += (*range(end, found.start()), *[found.start()] * len(plain))
        end = found.end()
    pieces.append(text[end:])
    places.extend(range(end, len(text) + 1))
    return "".join(pieces), places


def _plain(found: re.Match[str]) -> str:
    return _plain_letters(found.group())


@lru_cache(maxsize=1024)  # a letter or a few; a language has few of them
def _plain_letters(piece: str) -> str:
    composed = unicodedata.normalize("NFC", piece)
    parted = _LETTER_WITH_MARKS.sub(lambda each: unicodedata.normalize("NFD", each.group()), composed)
    return _MARK.sub("", parted).replace("\u03c2", "\u03c3")
