"""What goes over a local socket: frames, each with a kind, a length and a content. Lengths are capped."""

import struct
from enum import IntEnum


class Kind(IntEnum):
    """Who says what. A guest begins with its request and is answered until the end."""

    REQUEST = 1
    STOP = 2  # by the guest: the number of the signal that it got
    ANSWER = 3  # for the guest's standard output
    ASIDE = 4  # for its standard error
    END = 5  # with the exit code


_HEAD = struct.Struct("!BI")
HEAD_BYTES = _HEAD.size
_LONGEST = 1 << 20
_LONGEST_REQUEST = 24 << 20  # a question may be piped in
_PORTION = 1 << 16


class FrameMalformed(ConnectionError):
    """What came is not what was agreed upon: there is no use in reading on."""


def packed(kind: Kind, content: bytes) -> bytes:
    """Return the frame. Raises FrameMalformed where it is too long for the other side."""
    _require_length(kind, len(content))
    return _HEAD.pack(kind, len(content)) + content


def portions(kind: Kind, content: bytes) -> list[bytes]:
    """Return as many frames as it takes to hand over a content of any length."""
    starts = range(0, len(content), _PORTION)
    return [packed(kind, content[start : start + _PORTION]) for start in starts]


def opened_head(head: bytes) -> tuple[Kind, int]:
    """Return kind and length of the frame that begins so. Raises FrameMalformed."""
    number, length = _HEAD.unpack(head)
    try:
        kind = Kind(number)
    except ValueError:
        raise FrameMalformed("The frame is of no known kind.") from None
    _require_length(kind, length)
    return kind, length


def packed_number(kind: Kind, number: int) -> bytes:
    return packed(kind, str(number).encode())


def number_of(content: bytes) -> int:
    """Return the number that a frame holds. Raises FrameMalformed."""
    if not (content.isdigit() and len(content) <= 3):
        raise FrameMalformed("There is no number in the frame.")
    return int(content)


def _require_length(kind: Kind, length: int) -> None:
    if length > (_LONGEST_REQUEST if kind is Kind.REQUEST else _LONGEST):
        raise FrameMalformed("The frame is too long.")
