"""The names of an archive's entries in the keyring, and the fetching of its key from there.

`archive:<id>` holds the key, `archive:<id>:next` the one that a rotation is about to bring in,
`archive:<id>:<check value>` a former one, which opens the backups that were made under it, and
`folder:<hash of its real path>` remembers that there is an archive in a folder.
"""

import hashlib
from contextlib import suppress

from app.credentials.archive_key import ArchiveKey
from app.credentials.os_keyring import OsKeyring
from app.credentials.sidecar import Sidecar
from app.domain.errors import KeyMismatch, KeyringUnavailable, SecretMalformed, SecretMissing, WrongKeyring
from app.system.profile import Profile

NOT_THERE = (SecretMissing, SecretMalformed, KeyMismatch)


def key_entry(archive_id: str) -> str:
    return f"archive:{archive_id}"


def next_key_entry(archive_id: str) -> str:
    return f"archive:{archive_id}:next"


def former_key_entry(archive_id: str, check_value: str) -> str:
    return f"archive:{archive_id}:{check_value}"


def folder_entry(profile: Profile) -> str:
    path = str(profile.folder.resolve()).encode("utf-8", "surrogateescape")
    return f"folder:{hashlib.sha256(path).hexdigest()[:32]}"


def require_keyring(sidecar: Sidecar, keyring: OsKeyring | None) -> OsKeyring:
    """Return the keyring that the sidecar names. Raises KeyringUnavailable or WrongKeyring."""
    if keyring is None:
        raise KeyringUnavailable("No keyring service answers on this computer.")
    if keyring.kind != sidecar.keyring:
        raise WrongKeyring(
            f"The archive's key was kept in {sidecar.keyring}; this computer now uses {keyring.kind}."
        )
    return keyring


def fetch_keys(sidecar: Sidecar, keyring: OsKeyring) -> tuple[ArchiveKey, ...]:
    """Return the archive's key, or the two between which a rotation stands. Raises CredentialError."""
    require_keyring(sidecar, keyring)
    archive_id = sidecar.archive_id
    following: tuple[ArchiveKey, ...] = ()
    try:
        key = fetch_key(sidecar, keyring, key_entry(archive_id))
    except NOT_THERE:
        former = former_key_entry(archive_id, sidecar.check_value)
        elsewhere = _kept_as(next_key_entry(archive_id), sidecar, keyring) or _kept_as(
            former, sidecar, keyring
        )
        if not elsewhere:
            raise
        return elsewhere
    if sidecar.rotation:
        following = _kept_as(next_key_entry(archive_id), sidecar, keyring)
    return tuple(dict.fromkeys((key, *following)))


def _kept_as(name: str, sidecar: Sidecar, keyring: OsKeyring) -> tuple[ArchiveKey, ...]:
    """A key that a rotation has left, or is about to bring in. It helps where it is, and is never missed."""
    with suppress(*NOT_THERE):
        return (fetch_key(sidecar, keyring, name),)
    return ()


def fetch_key(sidecar: Sidecar, keyring: OsKeyring, name: str) -> ArchiveKey:
    """Return the archive's key from this entry. Raises SecretMissing, SecretMalformed or KeyMismatch."""
    secret = keyring.get(name)
    if secret is None:
        raise SecretMissing("The keyring does not hold this archive's key.")
    key = ArchiveKey.from_secret(secret)
    if not sidecar.knows(key):
        raise KeyMismatch("The key in the keyring belongs to another archive.")
    return key
