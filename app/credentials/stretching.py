"""From a passphrase to a seed, slowly: a guess costs a thief what it costs the owner.

The salt and the numbers are kept beside the sealed key, so that they can grow with the machines.
"""

import secrets
import unicodedata
from dataclasses import dataclass
from typing import Self

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from app.domain.errors import SidecarLost

_SALT_BYTES = 16
_SEED_BYTES = 32
_MEMORY_KIB = 64 * 1024
_PASSES = 3
_LANES = 4
# What a file may ask for. A hostile one must not take the whole memory, or an hour.
_MOST_MEMORY_KIB = 1024 * 1024
_MOST_PASSES = 16
_MOST_LANES = 16
_LEAST_KIB_A_LANE = 8


@dataclass(frozen=True, slots=True)
class Stretching:
    """How a passphrase becomes a seed, by Argon2id. None of it is secret."""

    salt: str
    memory_kib: int = _MEMORY_KIB
    passes: int = _PASSES
    lanes: int = _LANES

    def __post_init__(self) -> None:
        numbers = (self.memory_kib, self.passes, self.lanes)
        if not (
            all(type(number) is int for number in numbers)
            and 1 <= self.lanes <= _MOST_LANES
            and 1 <= self.passes <= _MOST_PASSES
            and _LEAST_KIB_A_LANE * self.lanes <= self.memory_kib <= _MOST_MEMORY_KIB
            and len(bytes.fromhex(self.salt)) == _SALT_BYTES
        ):
            raise SidecarLost("What tells how to read the passphrase is out of all bounds.")

    @classmethod
    def new(cls) -> Self:
        return cls(secrets.token_hex(_SALT_BYTES))

    @property
    def told(self) -> str:
        return f"{self.salt}|{self.memory_kib}|{self.passes}|{self.lanes}"

    def seed(self, passphrase: str) -> bytes:
        """Take about a third of a second. How the keyboard composed the letters makes no difference."""
        letters = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
        return Argon2id(
            salt=bytes.fromhex(self.salt),
            length=_SEED_BYTES,
            iterations=self.passes,
            lanes=self.lanes,
            memory_cost=self.memory_kib,
        ).derive(letters)
