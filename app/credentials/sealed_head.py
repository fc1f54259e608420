"""How a sealed export begins, byte by byte. All numbers have their highest byte first.

    0  8 bytes   89 53 4F 54 54 4F 0D 0A: a sign that is no text, "SOTTO", and a line's end
    8  1 byte    the version of this form: 1
    9  1 byte    Argon2id: passes
    10 1 byte    Argon2id: lanes
    11 1 byte    nothing yet: 0
    12 4 bytes   Argon2id: memory in KiB
    16 16 bytes  Argon2id: salt
    32 16 bytes  the check by which a wrong passphrase is told from a damaged file

Argon2id makes 32 bytes of the passphrase (UTF-8, NFC). HKDF-SHA256 without a salt makes two things of those,
by what `info` says: with "Sotto export|key" the 32 bytes of the key, with "Sotto export|check" the check.
"""

import hmac
import struct
from dataclasses import dataclass, field
from typing import Self

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.credentials.stretching import Stretching
from app.domain.errors import EmptyPassphrase, SidecarLost
from app.domain.exchange_errors import FileDamaged, FileFromFuture, PassphraseMisfit

SIGN = b"\x89SOTTO\r\n"
HEAD_BYTES = 48

_FORM = struct.Struct(">8sBBBxI16s16s")
_VERSION = 1
_KEY_BYTES, _CHECK_BYTES = 32, 16


@dataclass(frozen=True, slots=True)
class SealedHead:
    """The beginning as it is written, and the cipher that goes with it."""

    written: bytes
    cipher: AESGCM = field(repr=False)

    @classmethod
    def new(cls, passphrase: str) -> Self:
        """Take about a third of a second. Raises EmptyPassphrase."""
        if not passphrase.strip():
            raise EmptyPassphrase("A passphrase needs at least a word.")
        way = Stretching.new()
        seed = way.seed(passphrase)
        numbers = (way.passes, way.lanes, way.memory_kib, bytes.fromhex(way.salt))
        return cls(_FORM.pack(SIGN, _VERSION, *numbers, _check(seed)), _cipher(seed))

    @classmethod
    def read(cls, written: bytes, passphrase: str) -> Self:
        """Raises FileDamaged, FileFromFuture and PassphraseMisfit."""
        if len(written) != HEAD_BYTES or not is_sealed(written):
            raise FileDamaged("The file is no sealed export, or its beginning is missing.")
        _sign, version, passes, lanes, memory_kib, salt, check = _FORM.unpack(written)
        if version != _VERSION:
            raise FileFromFuture("A newer Sotto has sealed this file.")
        try:
            seed = Stretching(salt.hex(), memory_kib, passes, lanes).seed(passphrase)
        except SidecarLost as error:
            raise FileDamaged("What tells how to read the passphrase is out of all bounds.") from error
        if not hmac.compare_digest(check, _check(seed)):
            raise PassphraseMisfit("The passphrase does not open this file.")
        return cls(written, _cipher(seed))


def is_sealed(beginning: bytes) -> bool:
    """Say whether a file that begins so is a sealed export."""
    return beginning.startswith(SIGN)


def _cipher(seed: bytes) -> AESGCM:
    return AESGCM(_drawn_from(seed, b"Sotto export|key", _KEY_BYTES))


def _check(seed: bytes) -> bytes:
    return _drawn_from(seed, b"Sotto export|check", _CHECK_BYTES)


def _drawn_from(seed: bytes, purpose: bytes, size: int) -> bytes:
    return HKDF(SHA256(), size, salt=None, info=purpose).derive(seed)
