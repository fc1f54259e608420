"""The names of an archive's entries in the keyring, and the fetching of its key from there.

`archive:<id>` holds the key, `archive:<id>:next` the one that a rotation is about to bring in,
`archive:<id>:<check value>` another one: a former one, which opens the backups that were made under it, or
that of a copy of the archive elsewhere. `archive:<id>:folders` tells which folders are opened by what is kept
of the archive, and `folder:<hash of its real path>` remembers that there is an archive in a folder.
What begins with `api:` is told by `api_keys`.
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


def folders_entry(archive_id: str) -> str:
    return f"archive:{archive_id}:folders"


def put_key(keyring: OsKeyring, key: ArchiveKey) -> None:
    """Let the keyring hold the key, in no other one's place: that may open an archive elsewhere."""
    place = key_entry(key.archive_id)
    if held_key(keyring, place) not in (None, key):
        place = former_key_entry(key.archive_id, key.check_value)
    keyring.set(place, key.secret)


def held_key(keyring: OsKeyring, name: str) -> ArchiveKey | None:
    """Return the key that an entry holds, whatever archive it belongs to. What is no key opens nothing."""
    secret = keyring.get(name)
    with suppress(SecretMalformed):
        return None if secret is None else ArchiveKey.from_secret(secret)
    return None


def remember_folder(profile: Profile, keyring: OsKeyring, archive_id: str) -> None:
    """Note that there is an archive in the folder, so that an emptied one is not taken for a new one."""
    folder, known = folder_entry(profile), listed(keyring, folders_entry(archive_id))
    if folder not in known:
        keyring.set(folder, archive_id)
        keep_listed(keyring, folders_entry(archive_id), known | {folder})


def leave_folder(profile: Profile, keyring: OsKeyring, archive_id: str) -> bool:
    """Note that the keyring opens the archive in this folder no more. False where it opens another one."""
    others = _other_folders(profile, keyring, archive_id)
    keep_listed(keyring, folders_entry(archive_id), others)
    return not others


def opens_elsewhere(profile: Profile, keyring: OsKeyring, archive_id: str) -> bool:
    """Tell whether the keyring also opens a copy of the archive in another folder."""
    return bool(_other_folders(profile, keyring, archive_id))


def _other_folders(profile: Profile, keyring: OsKeyring, archive_id: str) -> frozenset[str]:
    return listed(keyring, folders_entry(archive_id)) - {folder_entry(profile)}


def listed(keyring: OsKeyring, name: str) -> frozenset[str]:
    """Return the words that an entry lists: a keyring does not tell by itself what it holds."""
    return frozenset((keyring.get(name) or "").split())


def keep_listed(keyring: OsKeyring, name: str, words: frozenset[str]) -> None:
    """Let an entry list these words; there is none for no words."""
    if words:
        keyring.set(name, " ".join(sorted(words)))
    else:
        keyring.delete(name)


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
