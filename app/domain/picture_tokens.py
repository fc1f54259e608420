"""What a picture costs: so much for each tile of the size at which a model looks at it.

The size stands in the file's first bytes, so that no picture need be opened for this.
"""

import base64
import binascii
import struct
from collections.abc import Iterator, Mapping
from typing import Any

_FIRST, _EACH = 85, 170
_UNKNOWN = _FIRST + 4 * _EACH
_LONGEST, _SHORTER, _TILE = 2048, 768, 512
_HEAD = 64 * 1024  # characters of base64 in which every usual file tells its size
_PNG, _GIF, _JPEG, _WEBP = b"\x89PNG\r\n\x1a\n", b"GIF8", b"\xff\xd8", b"WEBP"
_JPEG_SIZES = frozenset({0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})
_Size = tuple[int, int]


def picture_tokens(part: Mapping[str, Any]) -> int:
    """Return what a picture costs, given the part of an item that holds it."""
    if part.get("detail") == "low":
        return _FIRST
    size = _size_of(part.get("image_url"))
    return _tiles(*size) if size else _UNKNOWN


def _tiles(width: int, height: int) -> int:
    shrunk = min(1.0, _LONGEST / max(width, height, 1))
    shrunk *= min(1.0, _SHORTER / max(min(width, height) * shrunk, 1))
    across, down = (max(1, -int(-side * shrunk // _TILE)) for side in (width, height))
    return _FIRST + across * down * _EACH


def _size_of(address: object) -> _Size | None:
    """Return width and height of a picture that is given as data."""
    if not isinstance(address, str) or not address.startswith("data:"):
        return None
    start = address.find(",") + 1
    text = address[start : start + _HEAD]
    try:
        head = base64.b64decode(text[: len(text) // 4 * 4])
        return _size_in(head)
    except (binascii.Error, ValueError, struct.error):
        return None


def _size_in(head: bytes) -> _Size | None:
    if head.startswith(_PNG):
        return _pair(">II", head, 16)
    if head.startswith(_GIF):
        return _pair("<HH", head, 6)
    if head.startswith(_JPEG):
        return next((_turned(*_pair(">HH", head, at + 5)) for at in _sized_segments(head)), None)
    if head[8:12] == _WEBP and head[12:16] == b"VP8X":
        return _turned(int.from_bytes(head[27:30], "little") + 1, int.from_bytes(head[24:27], "little") + 1)
    return None


def _sized_segments(head: bytes) -> Iterator[int]:
    """Yield where a JPEG's segments begin that tell its size."""
    at = 2
    while at + 9 < len(head) and head[at] == 0xFF:
        if head[at + 1] in _JPEG_SIZES:
            yield at
        at += 2 + int.from_bytes(head[at + 2 : at + 4])


def _pair(layout: str, head: bytes, at: int) -> _Size:
    first, second = struct.unpack_from(layout, head, at)
    return first, second


def _turned(height: int, width: int) -> _Size:
    return width, height
