"""The values of a JSON file, one at a time: of an array at its top, of one value, or of one value a line.

No more is held than the value that is being read. The standard library's own reader is tried on what has come
in so far, and on twice as much where that breaks off: in the end it has read nothing more than twice.
"""

import codecs
import json
import math
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from app.domain.exchange_errors import ConversationTooLarge, FileDamaged, FileNestedTooDeep
from app.exchange.refusals import refusal

LARGEST_VALUE = 64 << 20
"""How many characters one value may have: a conversation, with the pictures that stand in it."""

_PIECE = 1 << 20
_SPACE = re.compile(r"[ \t\n\r]*")
_SPACE_AND_COMMA = re.compile(r"[ \t\n\r]*(,?)[ \t\n\r]*")
_LONGEST_WHOLE_NUMBER = 19
# In which order it matters: the mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Where no mark tells, the zeros do: JSON begins with a sign of ASCII.
_ZEROS = ((b"\0\0\0", "utf-32-be"), (b"\0", "utf-16-be"))


def json_values(stream: BinaryIO, largest: int = LARGEST_VALUE) -> Iterator[Any]:
    """Yield the values of the array at the top or, where there is none, each value that stands there.

    What no number can be, such as NaN, is read as null. Raises FileDamaged where it is no JSON or breaks off,
    after all that was whole before; FileNestedTooDeep; and ConversationTooLarge.
    """
    yield from _Reader(stream, largest).values()


class _Reader:
    """The text that has come in and is not used up yet, and where in it the next value begins."""

    def __init__(self, stream: BinaryIO, largest: int) -> None:
        self._stream = stream
        self._largest = largest
        self._text = ""
        self._at = 0
        self._is_over = False
        self._json = json.JSONDecoder(parse_constant=_nothing, parse_float=_fraction, parse_int=_whole_number)
        first = _filled(stream, _PIECE)
        encoding, mark = encoding_of(first)
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        self._take_in(first[mark:])

    def values(self) -> Iterator[Any]:
        if self._next_sign() != "[":
            yield from self._each_on_its_own()
            return
        self._at += 1
        if self._next_sign() == "]":
            return
        while True:
            yield self._value()
            match self._next_sign():
                case "]":
                    return
                case ",":
                    self._at += 1
                case _:
                    raise refusal(FileDamaged)

    def _each_on_its_own(self) -> Iterator[Any]:
        while self._next_sign():
            yield self._value()

    def _next_sign(self) -> str:
        """Return the sign that follows the white space, or nothing at the end."""
        while True:
            self._at = _SPACE.match(self._text, self._at).end()  # type: ignore[union-attr]  # it matches nothing too
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more(_PIECE):
                return ""

    def _value(self) -> Any:  # noqa: ANN401  # any JSON
        self._next_sign()
        while True:
            try:
                value, end = self._json.raw_decode(self._text, self._at)
            except json.JSONDecodeError:
                end = len(self._text)
            except RecursionError as error:
                raise refusal(FileNestedTooDeep) from error
            else:
                # A number that ends where the text does may go on.
                if end < len(self._text) or not self._more(_PIECE):
                    self._at = end
                    return value
                continue
            if not self._more(max(_PIECE, end - self._at)):
                raise refusal(FileDamaged)

    def _more(self, size: int) -> bool:
        """Drop what is used up, and take in about so many characters. False where nothing is left."""
        if self._is_over:
            return False
        self._text, self._at = self._text[self._at :], 0
        if len(self._text) > self._largest:
            raise refusal(ConversationTooLarge)
        self._take_in(_filled(self._stream, size))
        return True

    def _take_in(self, content: bytes) -> None:
        self._is_over = not content
        self._text += self._decoder.decode(content, self._is_over)


def encoding_of(beginning: bytes) -> tuple[str, int]:
    """Return in which encoding a text is that begins so, and how many bytes only say that."""
    for mark, encoding in _MARKS:
        if beginning.startswith(mark):
            return encoding, len(mark)
    for zeros, encoding in _ZEROS:
        if beginning.startswith(zeros):
            return encoding, 0
    if beginning[1:4] == b"\0\0\0":
        return "utf-32-le", 0
    return ("utf-16-le" if beginning[1:2] == b"\0" else "utf-8"), 0


def _filled(stream: BinaryIO, size: int) -> bytes:
    """Return as many bytes, or fewer only at the end."""
    pieces = []
    while size > 0 and (piece := stream.read(size)):
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)


def _nothing(_: str) -> None:
    return None


def _fraction(text: str) -> float | None:
    number = float(text)
    return number if math.isfinite(number) else None


def _whole_number(text: str) -> int | None:
    return int(text) if len(text) <= _LONGEST_WHOLE_NUMBER else None
