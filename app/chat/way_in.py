"""How a profile's archive is entered: by the way that the person takes, with or without a keyring.

All of it blocks, perhaps for as long as a person thinks about a password, so it belongs into a thread.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace

from app.chat.key_rotation import key_that_opens, settle_key
from app.credentials.archive_key import ArchiveKey
from app.credentials.keyring_entries import folder_entry, remember_folder
from app.credentials.os_keyring import OsKeyring, open_keyring
from app.credentials.sidecar_files import mend_sidecar, write_sidecar
from app.credentials.unlocking import (
    Unlocked,
    Ways,
    begin_with_passphrase,
    unlock,
    unlock_with_passphrase,
    unlock_with_recovery_key,
    ways,
)
from app.domain.errors import (
    AppError,
    ArchiveMissing,
    CredentialError,
    KeyringUnavailable,
    PassphraseNeeded,
    StoreError,
)
from app.domain.ways import Answer, Way
from app.system.profile import Profile


@dataclass(frozen=True, slots=True)
class Entered:
    """The key, whether its archive is yet to be made, and the keyring where there is one to be had."""

    key: ArchiveKey
    is_new: bool
    keyring: OsKeyring | None


def enter(profile: Profile, answer: Answer, new_id: Callable[[], str]) -> Entered:
    """Fetch the key by the way of `answer`. Raises CredentialError, or StoreError about the sidecar.

    What earlier runs left half done is brought to an end, so the profile must be ours.
    """
    unlocked, keyring = _unlocked(profile, answer, new_id)
    key = settle_key(profile, keyring, unlocked)
    sidecar, folder = mend_sidecar(profile), folder_entry(profile)
    if keyring and sidecar and answer.way is Way.KEYRING and sidecar.folder != folder:
        with suppress(CredentialError, StoreError):  # a copy of another folder's, or moved: told once
            remember_folder(profile, keyring, key.archive_id)
            write_sidecar(profile, replace(sidecar, folder=folder))
    return Entered(key, unlocked.is_new, keyring)


def look_in(profile: Profile, answer: Answer, new_id: Callable[[], str]) -> Entered:
    """Fetch the key likewise, and change nothing: no word of what lies in a backup is done in the keyring."""
    unlocked, keyring = _unlocked(profile, answer, new_id)
    return Entered(key_that_opens(profile, unlocked), unlocked.is_new, keyring)


def _unlocked(
    profile: Profile, answer: Answer, new_id: Callable[[], str]
) -> tuple[Unlocked, OsKeyring | None]:
    try:
        keyring, trouble = open_keyring(), None
    except CredentialError as error:
        keyring, trouble = None, error
    match answer.way:
        case Way.PASSPHRASE:
            unlocked = unlock_with_passphrase(profile, answer.secret)
        case Way.RECOVERY_KEY:
            unlocked = unlock_with_recovery_key(profile, answer.secret)
        case Way.NEW_PASSPHRASE:
            unlocked = begin_with_passphrase(profile, keyring, answer.secret, new_id)
        case Way.KEYRING if keyring is not None:
            unlocked = unlock(profile, keyring, new_id)
        case _ if ways(profile).passphrase and ways(profile).keyring is None:
            raise PassphraseNeeded("The archive's key is in no keyring; a passphrase opens it.")
        case _:
            raise trouble or KeyringUnavailable("No keyring service answers on this computer.")
    return unlocked, keyring


def ways_to_offer(profile: Profile, error: AppError) -> tuple[Way, ...]:
    """Return the ways that a person may take after `error`; none where asking for a key is of no use."""
    if not isinstance(error, CredentialError) or isinstance(error, ArchiveMissing):
        return ()
    if isinstance(error, KeyringUnavailable) and not profile.traces():
        return (Way.KEYRING, Way.NEW_PASSPHRASE)
    offered = open_ways(ways(profile))
    return offered if offered != (Way.KEYRING,) else ()


def open_ways(known: Ways) -> tuple[Way, ...]:
    """Return the ways that are open, those first that ask a person."""
    typed = [Way.PASSPHRASE] * known.passphrase + [Way.RECOVERY_KEY] * known.recovery_key
    return (*typed, Way.KEYRING) if known.keyring is not None else tuple(typed)


def ways_when_locked(profile: Profile) -> tuple[Way, ...]:
    """Return the ways back in after locking. A keyring that asks nobody stands behind a passphrase."""
    known = ways(profile)
    typed = [Way.PASSPHRASE] * known.passphrase + [Way.RECOVERY_KEY] * known.recovery_key
    return tuple(typed) if known.passphrase else (Way.KEYRING, *typed)
