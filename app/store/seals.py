"""The seals that SQLCipher puts on pages: whether they are an archive's own. Changes nothing.

A page that is damaged, or in another's place, does not bear the right one. SQLite takes any log of the right
name for the archive's own, and folds it in. One that has come from elsewhere, as when a folder is put
together by hand, would overwrite pages with some that no key opens.
"""

import hashlib
import hmac
import struct
from pathlib import Path
from types import MappingProxyType

_KEY_BYTES = 32
_SALT_MASK, _ROUNDS = 0x3A, 2  # how SQLCipher makes the key of its seals from that of its pages
PAGE = 4096
_SALT_BYTES, _SEAL_BYTES = 16, 64
_WORD_ORDERS = MappingProxyType({0x377F0682: "<", 0x377F0683: ">"})
_LOG_HEAD = struct.Struct(">8I")
_FRAME_HEAD = struct.Struct(">6I")


def is_foreign(log: Path, key_and_salt: str) -> bool:
    """Tell whether SQLite would take pages from the log that are not sealed with this key.

    A log that a power cut has torn at its beginning is not foreign: SQLite passes it over.
    """
    try:
        with log.open("rb") as file:
            head = file.read(_LOG_HEAD.size)
            frame = file.read(_FRAME_HEAD.size)
            page = file.read(PAGE)
    except FileNotFoundError:
        return False
    if len(page) < PAGE or not _would_be_taken(head, frame, page):
        return False
    return not is_sealed(page, _FRAME_HEAD.unpack(frame)[0], seal_key(key_and_salt))


def seal_key(key_and_salt: str) -> bytes:
    """Return the key of an archive's seals."""
    content = bytes.fromhex(key_and_salt)
    salt = bytes(each ^ _SALT_MASK for each in content[_KEY_BYTES:])
    return hashlib.pbkdf2_hmac("sha512", content[:_KEY_BYTES], salt, _ROUNDS, _KEY_BYTES)


def is_sealed(page: bytes, number: int, key: bytes) -> bool:
    """Tell whether a page bears the seal that `seal_key` gives it in this place. The salt is not sealed."""
    sealed = page[_SALT_BYTES if number == 1 else 0 : -_SEAL_BYTES] + number.to_bytes(4, "little")
    return hmac.compare_digest(hmac.digest(key, sealed, "sha512"), page[-_SEAL_BYTES:])


def _would_be_taken(head: bytes, frame: bytes, page: bytes) -> bool:
    """Tell whether the sums that SQLite keeps of a log and its first page are right."""
    kind, _, page_size, _, *marks, first, second = _LOG_HEAD.unpack(head)
    _, _, *frame_marks, frame_first, frame_second = _FRAME_HEAD.unpack(frame)
    order = _WORD_ORDERS.get(kind)
    if order is None or page_size != PAGE or frame_marks != marks:
        return False
    sums = _sums(head[:-8], order)
    if sums != (first, second):
        return False
    return _sums(frame[:8] + page, order, sums) == (frame_first, frame_second)


def _sums(content: bytes, order: str, before: tuple[int, int] = (0, 0)) -> tuple[int, int]:
    first, second = before
    for one, other in struct.iter_unpack(f"{order}2I", content):
        first = (first + one + second) & 0xFFFFFFFF
        second = (second + other + first) & 0xFFFFFFFF
    return first, second
