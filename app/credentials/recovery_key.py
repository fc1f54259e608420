"""The recovery key: 256 random bits as a person writes them on paper and types them back.

The alphabet leaves out the letters that are taken for digits, and reading forgives their mixing up, the case,
and whatever stands between the groups. Three bytes at the end tell a slip of the pen from the wrong key.
"""

import base64
import hashlib
import re
import secrets
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Self

from app.domain.errors import RecoveryKeyMistyped

_BYTES = 32
_CHECK_BYTES = 3
_GROUP = 4
_STANDARD = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_WRITTEN = MappingProxyType(str.maketrans(_STANDARD, _ALPHABET))
_READ = MappingProxyType(str.maketrans(_ALPHABET, _STANDARD))
_CONFUSED = MappingProxyType(str.maketrans("OILU", "011V"))
_BETWEEN_GROUPS = re.compile(r"[\W_]+")
_LETTERS = re.compile(f"[{_ALPHABET}]{{{(_BYTES + _CHECK_BYTES) * 8 // 5}}}")


@dataclass(frozen=True, slots=True)
class RecoveryKey:
    bits: bytes = field(repr=False)

    @classmethod
    def new(cls) -> Self:
        return cls(secrets.token_bytes(_BYTES))

    @classmethod
    def parse(cls, typed: str) -> Self:
        """Read what a person typed. Raises RecoveryKeyMistyped, without showing what it met."""
        letters = _BETWEEN_GROUPS.sub("", typed).upper().translate(_CONFUSED)
        if not _LETTERS.fullmatch(letters):
            raise RecoveryKeyMistyped("A recovery key has 14 groups of four letters and digits.")
        content = base64.b32decode(letters.translate(_READ))
        bits, check = content[:_BYTES], content[_BYTES:]
        if check != _check(bits):
            raise RecoveryKeyMistyped("The recovery key has been mistyped somewhere.")
        return cls(bits)

    @property
    def text(self) -> str:
        """The key in groups, as it is shown once."""
        letters = base64.b32encode(self.bits + _check(self.bits)).decode().translate(_WRITTEN)
        return "-".join(letters[start : start + _GROUP] for start in range(0, len(letters), _GROUP))


def _check(bits: bytes) -> bytes:
    return hashlib.sha256(b"recovery key|" + bits).digest()[:_CHECK_BYTES]
