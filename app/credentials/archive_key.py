"""The archive's key: 256 random bits and the salt of the file, kept together as one secret.

With the salt at hand the archive opens without any key stretching, and even when its first page is damaged.
"""

import hmac
import re
import secrets
from dataclasses import dataclass, field
from typing import Self

from app.domain.errors import SecretMalformed

_KEY_BYTES = 32
_SALT_BYTES = 16
_SECRET = re.compile(r"v1:([0-9a-f-]{36}):([0-9a-f]{96})")


@dataclass(frozen=True, slots=True)
class ArchiveKey:
    archive_id: str
    key_and_salt: str = field(repr=False)

    @classmethod
    def new(cls, archive_id: str) -> Self:
        return cls(archive_id, secrets.token_hex(_KEY_BYTES + _SALT_BYTES))

    @classmethod
    def from_secret(cls, text: str) -> Self:
        """Read what `secret` wrote. Raises SecretMalformed, without showing what it met."""
        match = _SECRET.fullmatch(text)
        if not match:
            raise SecretMalformed("What the keyring holds under Sotto's name is not an archive's key.")
        return cls(*match.groups())

    @property
    def secret(self) -> str:
        return f"v1:{self.archive_id}:{self.key_and_salt}"

    @property
    def check_value(self) -> str:
        """Eight bytes that tell a wrong key from a damaged file, and give nothing of the key away."""
        return self._digest(f"check|{self.archive_id}".encode())[:8].hex()

    def mark(self, content: bytes) -> str:
        """Return what proves that whoever wrote `content` held this key."""
        return self._digest(b"mark|" + content).hex()

    def _digest(self, content: bytes) -> bytes:
        return hmac.digest(bytes.fromhex(self.key_and_salt)[:_KEY_BYTES], content, "sha256")
