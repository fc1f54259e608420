"""Changing the archive's key, where secrets and the store meet. Plain calls, for a thread that may wait.

The archive is copied under the next key, the copy is proved and takes the archive's place in one step. Both
keys lie in all their places until then, so wherever a power cut strikes, one of them opens what is there, and
the next start finds out which.
"""

from contextlib import ExitStack, closing, suppress

from app.chat.precaution import back_up_first
from app.credentials.archive_key import ArchiveKey
from app.credentials.key_changes import leave_keyring
from app.credentials.os_keyring import OsKeyring
from app.credentials.rotating import abandon_rotation, begin_rotation, finish_rotation
from app.credentials.sidecar import Rotation
from app.credentials.sidecar_files import require_sidecar
from app.credentials.unlocking import Unlocked
from app.domain.errors import AppError, CredentialError, KeyMismatch, StoreBusy, StoreDamaged
from app.store.copies import (
    Progress,
    copy_archive,
    remove_copy,
    require_room,
    take_alone,
    verify_copy,
)
from app.store.driver import open_connection
from app.store.probing import key_opens
from app.store.sqlite_errors import translated
from app.system.disk_errors import disk_errors_translated
from app.system.private_file import sync_folder
from app.system.profile import Profile, log_of


def rotate_key(
    profile: Profile,
    keyring: OsKeyring | None,
    current: ArchiveKey,
    *,
    now: int,
    progress: Progress | None = None,
) -> ArchiveKey:
    """Put the archive under a new key and return it. The archive must be closed, and the profile ours.

    A backup is made before. Both need twice as much free space as the archive is large. `progress` may end it
    by raising. Whatever it raises, what to do next is what is always done: unlock, `settle_key`, open. An
    earlier rotation that has not reached its end raises RotationUnfinished.
    """
    # Asked before anything could be taken back: the archive may be under an unfinished rotation's next key.
    require_sidecar(profile).require_settled(current)
    following = _copy_under_next_key(profile, keyring, current, now, progress)
    with disk_errors_translated():
        _require_closed(profile)
        profile.rotating.replace(profile.archive)
        sync_folder(profile.folder)
    finish_rotation(profile, keyring, following)
    return following


def settle_key(profile: Profile, keyring: OsKeyring | None, unlocked: Unlocked) -> ArchiveKey:
    """Return the key that opens the archive, and bring to an end what an earlier run left half done.

    Costs nothing where no rotation was interrupted. What the keyring refuses is left for the next start.
    Raises KeyMismatch or StoreDamaged if no key opens the archive; nothing has then been changed.
    """
    with suppress(CredentialError):
        leave_keyring(profile, keyring)
    rotation = require_sidecar(profile).rotation
    if rotation is None:
        remove_copy(profile.rotating)
        return unlocked.key
    key = _opening(profile, unlocked)
    remove_copy(profile.rotating)
    with suppress(CredentialError):
        _end(profile, keyring, key, rotation)
    return key


def key_that_opens(profile: Profile, unlocked: Unlocked) -> ArchiveKey:
    """Return the key that opens the archive, and change nothing: of another one, such as in a backup."""
    is_rotating = require_sidecar(profile).rotation is not None
    return _opening(profile, unlocked) if is_rotating else unlocked.key


def _copy_under_next_key(
    profile: Profile, keyring: OsKeyring | None, current: ArchiveKey, now: int, progress: Progress | None
) -> ArchiveKey:
    with translated(), ExitStack() as on_failure:
        source = on_failure.enter_context(closing(open_connection(profile.archive, current.key_and_salt)))
        require_room(source, profile.folder, copies=2)
        take_alone(source)
        back_up_first(source, profile, current, now, progress)
        on_failure.callback(_take_back, profile, keyring)
        following = begin_rotation(profile, keyring, current)
        remove_copy(profile.rotating)
        contents = copy_archive(source, profile.rotating, following.key_and_salt, progress=progress)
        verify_copy(profile.rotating, following.key_and_salt, contents, progress=progress)
        on_failure.pop_all()
        source.close()
    return following


def _take_back(profile: Profile, keyring: OsKeyring | None) -> None:
    """The archive is as it was. What cannot be tidied up now is tidied up at the next start."""
    with suppress(AppError):
        remove_copy(profile.rotating)
        abandon_rotation(profile, keyring)


def _require_closed(profile: Profile) -> None:
    """The last connection folds the log into the file and removes it; a log tells of another connection."""
    if log_of(profile.archive).exists():
        raise StoreBusy("The archive is still open elsewhere.")


def _opening(profile: Profile, unlocked: Unlocked) -> ArchiveKey:
    keys = [key for key in (unlocked.key, unlocked.other) if key]
    for key in keys:
        if key_opens(profile.archive, key.key_and_salt):
            return key
    if len(keys) > 1:
        raise StoreDamaged("Neither the former key nor the next one opens the archive.")
    raise KeyMismatch("A change of the key was interrupted, and only the other key opens the archive.")


def _end(profile: Profile, keyring: OsKeyring | None, key: ArchiveKey, rotation: Rotation) -> None:
    if key.check_value == rotation.check_value:
        finish_rotation(profile, keyring, key)
    else:
        abandon_rotation(profile, keyring)
