"""The log that SQLite keeps beside a database: what has been written and is not in the database yet.

A program that was ended without a farewell leaves in it all that it wrote last. It is read by what SQLite
tells of its format, page by page, as far as its checksums hold and a transaction was brought to its end.
"""

import struct
from collections.abc import Iterator, Mapping
from typing import NamedTuple

MOST_BYTES = 32 << 20
"""Of a log: SQLite itself empties it far earlier."""

_MAGICS = frozenset({0x377F0682, 0x377F0683})
_BIG_ENDIAN = 0x377F0683
_VERSION = 3_007_000
_HEADER, _FRAME = struct.Struct(">8I"), struct.Struct(">6I")
_CHECKED_OF_HEADER, _CHECKED_OF_FRAME = 24, 8
_PAGE_SIZES = frozenset(1 << bits for bits in range(9, 17))
_PAGE_SIZE, _LARGEST_PAGE = slice(16, 18), 1 << 16
_VERSIONS, _LOGGED = slice(18, 20), b"\2\2"
_32_BITS = 0xFFFFFFFF

Sums = tuple[int, int]


class _Frame(NamedTuple):
    """A page as it was written. `pages` is how many the database has then, where a transaction ends."""

    page: int
    pages: int
    content: bytes


def with_log(database: bytes, log: bytes, most: int) -> bytes | None:
    """Return the database as it is with what its log holds, or None for what is not its log.

    What would come to have more than `most` bytes is no database's log either.
    """
    size = _page_size(log)
    if size is None or size != page_size(database) or database[_VERSIONS] != _LOGGED:
        return None
    pages, count = _committed(log, size)
    if not count:
        return database
    if count * size > most or max(pages) > count:
        return None
    whole = bytearray(database[: count * size].ljust(count * size, b"\0"))
    for page, content in pages.items():
        whole[(page - 1) * size : page * size] = content
    return bytes(whole)


def page_size(database: bytes) -> int:
    """Return the size of a database's pages, as its head tells it."""
    told = int.from_bytes(database[_PAGE_SIZE])
    return _LARGEST_PAGE if told == 1 else told


def _page_size(log: bytes) -> int | None:
    """Return the size of a log's pages, or None where its head is not one."""
    if len(log) < _HEADER.size:
        return None
    magic, version, size, *_, first, second = _HEADER.unpack_from(log)
    if magic not in _MAGICS or version != _VERSION or size not in _PAGE_SIZES:
        return None
    sums = _summed(log[:_CHECKED_OF_HEADER], (0, 0), is_big=magic == _BIG_ENDIAN)
    return size if sums == (first, second) else None


def _committed(log: bytes, size: int) -> tuple[Mapping[int, bytes], int]:
    """Return the newest of each page, as far as transactions are whole, and how many pages there are then."""
    pages: dict[int, bytes] = {}
    waiting: dict[int, bytes] = {}
    count = 0
    for frame in _frames(log, size):
        waiting[frame.page] = frame.content
        if frame.pages:
            pages |= waiting
            waiting.clear()
            count = frame.pages
    return {page: content for page, content in pages.items() if page <= count}, count


def _frames(log: bytes, size: int) -> Iterator[_Frame]:
    """Yield the frames as far as they belong to the log's present life, and nothing of them is damaged."""
    magic, _, _, _, *salts, first, second = _HEADER.unpack_from(log)
    is_big = magic == _BIG_ENDIAN
    sums: Sums = (first, second)
    for at in range(_HEADER.size, len(log) - _FRAME.size - size + 1, _FRAME.size + size):
        page, pages, *frame_salts, first, second = _FRAME.unpack_from(log, at)
        begins = at + _FRAME.size
        content = log[begins : begins + size]
        sums = _summed(log[at : at + _CHECKED_OF_FRAME], sums, is_big=is_big)
        sums = _summed(content, sums, is_big=is_big)
        if frame_salts != salts or sums != (first, second) or not page:
            return
        yield _Frame(page, pages, content)


def _summed(content: bytes, sums: Sums, *, is_big: bool) -> Sums:
    one, other = sums
    order = ">" if is_big else "<"
    words = iter(struct.unpack(f"{order}{len(content) // 4}I", content))
    for word, next_word in zip(words, words, strict=True):
        one = (one + word + other) & _32_BITS
        other = (other + next_word + one) & _32_BITS
    return one, other
