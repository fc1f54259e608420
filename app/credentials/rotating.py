"""The secrets' part of a rotation: where the next key lies until the archive is under it, and after.

The order makes every point a good one to end at. The next key is in all its places before the archive
changes; only when it has changed does the former key go. Which of the two opens the file is not known here.
"""

from contextlib import suppress
from dataclasses import replace

from app.credentials.archive_key import ArchiveKey
from app.credentials.keyring_entries import (
    NOT_THERE,
    fetch_key,
    former_key_entry,
    held_key,
    key_entry,
    next_key_entry,
    require_keyring,
)
from app.credentials.os_keyring import OsKeyring
from app.credentials.sidecar import Rotation, Sidecar
from app.credentials.sidecar_files import require_sidecar, write_sidecar
from app.credentials.slots import Slot
from app.domain.errors import KeyMismatch
from app.system.profile import Profile


def begin_rotation(profile: Profile, keyring: OsKeyring | None, current: ArchiveKey) -> ArchiveKey:
    """Make the next key and keep it beside the current one, in the keyring and in every slot.

    Raises RotationUnfinished if one is under way already, CredentialError or StoreError.
    """
    sidecar = require_sidecar(profile)
    sidecar.require_settled(current)
    following = ArchiveKey.new(current.archive_id)
    slots = tuple(slot.resealed(current, following) for slot in sidecar.slots)
    if sidecar.keyring is not None:
        _keep_both(require_keyring(sidecar, keyring), current, following)
    write_sidecar(profile, replace(sidecar, rotation=Rotation(following.check_value, slots)))
    return following


def take_up_rotation(
    profile: Profile, keyring: OsKeyring | None, key: ArchiveKey, slots: tuple[Slot, ...]
) -> None:
    """Begin a rotation to a key that there is already, with the slots that hold it: a restored backup's.

    The former key stays in the keyring as well, under a name of its own: it opens what is set aside.
    """
    sidecar = require_sidecar(profile)
    if sidecar.rotation is not None or key.archive_id != sidecar.archive_id:
        raise KeyMismatch("The key is not this archive's.")
    if sidecar.keyring is not None:
        own = require_keyring(sidecar, keyring)
        _keep_former(own, key)
        own.set(next_key_entry(key.archive_id), key.secret)
    rotation = Rotation(key.check_value, slots)
    write_sidecar(profile, replace(sidecar, rotation=rotation, former=_former(sidecar)))


def finish_rotation(profile: Profile, keyring: OsKeyring | None, key: ArchiveKey) -> None:
    """Let the next key take the former one's place everywhere. The archive must be under it by now.

    Without the archive's own keyring the key stays there as the next one, where it is found as well. The
    former key stays in the keyring under a name of its own: it opens the backups that were made under it.
    """
    sidecar = require_sidecar(profile)
    if sidecar.rotation is None or sidecar.rotation.check_value != key.check_value:
        raise KeyMismatch("The key is not the one that the rotation was to bring.")
    if keyring is not None and keyring.kind == sidecar.keyring:
        _keep_former(keyring, key)
        keyring.set(key_entry(key.archive_id), key.secret)
    ended = replace(sidecar.settled(key), former=_former(sidecar))
    write_sidecar(profile, ended)
    _forget_next(ended, keyring)


def abandon_rotation(profile: Profile, keyring: OsKeyring | None) -> None:
    """Forget the next key. The archive must not be under it. Does no harm where nothing is under way."""
    sidecar = require_sidecar(profile)
    if sidecar.rotation is not None:
        sidecar = replace(sidecar, rotation=None)
        write_sidecar(profile, sidecar)
    _forget_next(sidecar, keyring)


def _keep_both(keyring: OsKeyring, current: ArchiveKey, following: ArchiveKey) -> None:
    """The current key may lie in the next one's place, if the keyring was away when a rotation ended."""
    if keyring.get(key_entry(current.archive_id)) != current.secret:
        _keep_former(keyring, current)
        keyring.set(key_entry(current.archive_id), current.secret)
    keyring.set(next_key_entry(current.archive_id), following.secret)


def _keep_former(keyring: OsKeyring, key: ArchiveKey) -> None:
    """Give another name to the key whose place `key` is about to take, unless it has taken it already."""
    former = held_key(keyring, key_entry(key.archive_id))
    if former and former != key:
        keyring.set(former_key_entry(key.archive_id, former.check_value), former.secret)


def _former(sidecar: Sidecar) -> tuple[str, ...]:
    """The former keys that a keyring is to hold, with the one that is the archive's until now."""
    if sidecar.keyring is None:
        return sidecar.former
    return tuple(dict.fromkeys((*sidecar.former, sidecar.check_value)))


def _forget_next(sidecar: Sidecar, keyring: OsKeyring | None) -> None:
    """What lies in the next key's place may be the archive's only one: it goes only if the other is there."""
    if keyring is not None and keyring.kind == sidecar.keyring:
        with suppress(*NOT_THERE):
            fetch_key(sidecar, keyring, key_entry(sidecar.archive_id))
            keyring.delete(next_key_entry(sidecar.archive_id))
