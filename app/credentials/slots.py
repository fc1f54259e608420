"""Slots: the archive's key, sealed so that a recovery key or a passphrase opens it.

A slot is a letter box. Its secret gives a private key, and only the public one is written down: another key
can be dropped in without asking for the secret, as a rotation must, and only the secret takes it out again. A
mark made with the archive's key proves whose box it is, so that nobody can put up one of their own and wait
for the next key to be dropped into it.
"""

import hmac
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.credentials.archive_key import ArchiveKey
from app.credentials.recovery_key import RecoveryKey
from app.credentials.stretching import Stretching
from app.domain.errors import EmptyPassphrase, SidecarLost, WrongPassphrase, WrongRecoveryKey


class SlotKind(StrEnum):
    RECOVERY = "recovery"
    PASSPHRASE = "passphrase"  # noqa: S105 (the name of a kind)


@dataclass(frozen=True, slots=True)
class Slot:
    """`confirmed_at` is when the recovery key was typed back; a passphrase is proved before it is kept."""

    kind: SlotKind
    public_key: str
    sealed: str
    mark: str
    stretching: Stretching | None = None
    confirmed_at: int | None = None

    def __post_init__(self) -> None:
        well_formed = len(bytes.fromhex(self.public_key)) == 32 and bytes.fromhex(self.sealed)
        if not well_formed or (self.kind is SlotKind.PASSPHRASE) != (self.stretching is not None):
            raise SidecarLost("A way to open the archive is written down in no known form.")

    @classmethod
    def for_recovery(cls, key: ArchiveKey, recovery_key: RecoveryKey) -> Self:
        return cls._made(SlotKind.RECOVERY, key, recovery_key.bits, None)

    @classmethod
    def for_passphrase(cls, key: ArchiveKey, passphrase: str) -> Self:
        """Seal the key for the passphrase. Raises EmptyPassphrase."""
        if not passphrase.strip():
            raise EmptyPassphrase("A passphrase needs at least a word.")
        stretching = Stretching.new()
        return cls._made(SlotKind.PASSPHRASE, key, stretching.seed(passphrase), stretching)

    @classmethod
    def _made(cls, kind: SlotKind, key: ArchiveKey, seed: bytes, stretching: Stretching | None) -> Self:
        public_key = _private_key(kind, key.archive_id, seed).public_key().public_bytes_raw().hex()
        empty = cls(kind, public_key, "00", "", stretching)
        return replace(empty, sealed=empty._seal(key), mark=empty._mark_by(key))

    def resealed(self, old: ArchiveKey, new: ArchiveKey) -> Self:
        """Return the same slot with the new key in it. Raises SidecarLost if `old` did not put it up."""
        if not self.is_of(old):
            raise SidecarLost("A way to open the archive has been changed by somebody else.")
        return self.holding(new)

    def is_of(self, key: ArchiveKey) -> bool:
        """Whether the mark on it was made with this key."""
        return hmac.compare_digest(self.mark, self._mark_by(key))

    def holding(self, key: ArchiveKey) -> Self:
        """Return the same slot with another key of the archive in it, such as a former one."""
        return replace(self, sealed=self._seal(key), mark=self._mark_by(key))

    def open_with_recovery_key(self, archive_id: str, recovery_key: RecoveryKey) -> ArchiveKey:
        """Take the archive's key out. Raises WrongRecoveryKey."""
        key = self._open(archive_id, recovery_key.bits)
        if key is None:
            raise WrongRecoveryKey("The recovery key is not this archive's.")
        return key

    def open_with_passphrase(self, archive_id: str, passphrase: str) -> ArchiveKey:
        """Take the archive's key out, in about a third of a second. Raises WrongPassphrase."""
        key = self._open(archive_id, self.stretching.seed(passphrase)) if self.stretching else None
        if key is None:
            raise WrongPassphrase("The passphrase does not open this archive.")
        return key

    def _open(self, archive_id: str, seed: bytes) -> ArchiveKey | None:
        private_key = _private_key(self.kind, archive_id, seed)
        try:
            letter = _suite().decrypt(
                bytes.fromhex(self.sealed), private_key, info=self._bound_to(archive_id)
            )
        except InvalidTag:
            return None
        return ArchiveKey.from_secret(letter.decode())

    def _seal(self, key: ArchiveKey) -> str:
        public_key = X25519PublicKey.from_public_bytes(bytes.fromhex(self.public_key))
        letter = key.secret.encode()
        return _suite().encrypt(letter, public_key, info=self._bound_to(key.archive_id)).hex()

    def _mark_by(self, key: ArchiveKey) -> str:
        return key.mark(self._bound_to(key.archive_id))

    def _bound_to(self, archive_id: str) -> bytes:
        """What the seal and the mark are bound to: nothing of it can be changed or moved elsewhere."""
        stretching = self.stretching.told if self.stretching else ""
        return f"Sotto slot|{archive_id}|{self.kind}|{self.public_key}|{stretching}".encode()


def _private_key(kind: SlotKind, archive_id: str, seed: bytes) -> X25519PrivateKey:
    purpose = f"Sotto letter box|{archive_id}|{kind}".encode()
    return X25519PrivateKey.from_private_bytes(HKDF(SHA256(), 32, salt=None, info=purpose).derive(seed))


def _suite() -> Suite:
    return Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
