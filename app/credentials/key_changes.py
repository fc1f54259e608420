"""What a person changes about the ways into an archive: the recovery key, the passphrase, the keyring.

Each change rewrites the sidecar and never touches the archive. A new way is proved by taking it before an old
one is let go, so that at every moment, also that of a power cut, all ways that were promised lead in.
"""

from dataclasses import dataclass, replace

from app.credentials.archive_key import ArchiveKey
from app.credentials.keyring_entries import (
    former_key_entry,
    held_key,
    key_entry,
    leave_folder,
    next_key_entry,
    put_key,
    remember_folder,
)
from app.credentials.os_keyring import OsKeyring
from app.credentials.recovery_key import RecoveryKey
from app.credentials.sidecar import Sidecar
from app.credentials.sidecar_files import require_sidecar, write_sidecar
from app.credentials.slots import Slot, SlotKind
from app.domain.errors import KeyMismatch, NoSuchWay
from app.domain.ways import RecoveryStage
from app.system.profile import Profile


@dataclass(frozen=True, slots=True)
class RecoveryState:
    """How far the recovery key has come; moments in milliseconds. While one is replaced, both are there."""

    confirmed_at: int | None
    is_pending: bool
    deferred_at: int | None

    @property
    def stage(self) -> RecoveryStage:
        if self.confirmed_at is not None:
            return RecoveryStage.CONFIRMED
        return RecoveryStage.PENDING if self.is_pending else RecoveryStage.NONE


def recovery_state(profile: Profile) -> RecoveryState:
    sidecar = require_sidecar(profile)
    moments = [slot.confirmed_at for slot in sidecar.slots if slot.kind is SlotKind.RECOVERY]
    confirmed = next((moment for moment in moments if moment is not None), None)
    return RecoveryState(confirmed, None in moments, sidecar.recovery_deferred_at)


def create_recovery_key(profile: Profile, key: ArchiveKey) -> RecoveryKey:
    """Make a recovery key, to be shown once. It opens the archive from now on, and so does a former one.

    It is pending until it has been typed back: see `confirm_recovery_key`.
    """
    sidecar = _settled(profile, key)
    recovery_key = RecoveryKey.new()
    slot = Slot.for_recovery(key, recovery_key)
    _prove(slot.open_with_recovery_key(key.archive_id, recovery_key), key)
    kept = tuple(each for each in sidecar.slots if not _is_pending(each))
    write_sidecar(profile, replace(sidecar, slots=(*kept, slot)))
    return recovery_key


def confirm_recovery_key(profile: Profile, typed: str, now: int) -> None:
    """Note that the pending recovery key has been typed back; only now a former one is let go.

    Raises RecoveryKeyMistyped, WrongRecoveryKey, RotationUnfinished, or NoSuchWay if none is pending.
    """
    recovery_key = RecoveryKey.parse(typed)
    sidecar = require_sidecar(profile)
    pending = [slot for slot in sidecar.slots if _is_pending(slot)]
    if not pending:
        raise NoSuchWay("There is no recovery key that waits to be typed back.")
    sidecar.require_settled(pending[0].open_with_recovery_key(sidecar.archive_id, recovery_key))
    confirmed = replace(pending[0], confirmed_at=now)
    slots = (*_without(sidecar.slots, SlotKind.RECOVERY), confirmed)
    write_sidecar(profile, replace(sidecar, slots=slots, recovery_deferred_at=None))


def defer_recovery_key(profile: Profile, now: int) -> None:
    """Note when the person put it off, so that it can be asked for again."""
    write_sidecar(profile, replace(require_sidecar(profile), recovery_deferred_at=now))


def set_passphrase(profile: Profile, key: ArchiveKey, passphrase: str) -> None:
    """Let the passphrase open the archive, in place of a former one. Raises EmptyPassphrase."""
    sidecar = _settled(profile, key)
    slot = Slot.for_passphrase(key, passphrase)
    _prove(slot.open_with_passphrase(key.archive_id, passphrase), key)
    slots = (*_without(sidecar.slots, SlotKind.PASSPHRASE), slot)
    write_sidecar(profile, replace(sidecar, slots=slots))


def remove_passphrase(profile: Profile, key: ArchiveKey) -> None:
    """Let the passphrase no longer open the archive. Raises NoSuchWay if there is none or no other way."""
    sidecar = _settled(profile, key)
    kept = _without(sidecar.slots, SlotKind.PASSPHRASE)
    if kept == sidecar.slots:
        raise NoSuchWay("There is no passphrase for this archive.")
    if sidecar.keyring is None:
        raise NoSuchWay("The passphrase is what opens this archive; put the key into the keyring first.")
    write_sidecar(profile, replace(sidecar, slots=kept))


def keep_in_keyring(profile: Profile, keyring: OsKeyring, key: ArchiveKey) -> None:
    """Let this computer's keyring open the archive: again, for the first time, or instead of another one."""
    sidecar = _settled(profile, key)
    put_key(keyring, key)
    remember_folder(profile, keyring, key.archive_id)
    write_sidecar(profile, replace(sidecar, keyring=keyring.kind, left_keyring=None))


def use_passphrase_only(profile: Profile, keyring: OsKeyring | None, passphrase: str) -> None:
    """Take the key out of the keyring, once the passphrase has proved that it opens the archive.

    Raises WrongPassphrase or NoSuchWay. What the keyring refuses now is made up for by `leave_keyring`.
    """
    sidecar = require_sidecar(profile)
    slots = [slot for slot in sidecar.slots if slot.kind is SlotKind.PASSPHRASE]
    if not slots:
        raise NoSuchWay("A passphrase must be set before the key can leave the keyring.")
    _settled(profile, slots[0].open_with_passphrase(sidecar.archive_id, passphrase))
    if sidecar.keyring is not None:
        write_sidecar(profile, replace(sidecar, keyring=None, left_keyring=sidecar.keyring))
    leave_keyring(profile, keyring)


def leave_keyring(profile: Profile, keyring: OsKeyring | None) -> None:
    """Delete what a keyring still holds of an archive that has left it. Does nothing elsewhere.

    Former keys are dropped into the slots before, for what they open. A keyring that opens the archive in
    another folder keeps all: without it that one might not open any more.
    """
    sidecar = require_sidecar(profile)
    if keyring is None or sidecar.keyring is not None or sidecar.left_keyring != keyring.kind:
        return
    archive_id = sidecar.archive_id
    former = tuple(former_key_entry(archive_id, check_value) for check_value in sidecar.former)
    sidecar = replace(sidecar, former_slots=(*sidecar.former_slots, *_holding(sidecar, keyring, former)))
    write_sidecar(profile, sidecar)
    if leave_folder(profile, keyring, archive_id):
        own = former_key_entry(archive_id, sidecar.check_value)  # where another one had the usual place
        for entry in (*former, own, next_key_entry(archive_id)):
            keyring.delete(entry)
        held = held_key(keyring, key_entry(archive_id))
        if held and held.check_value in (sidecar.check_value, *sidecar.former):  # else it may open a copy
            keyring.delete(key_entry(archive_id))
    write_sidecar(profile, replace(sidecar, left_keyring=None, former=()))


def _holding(sidecar: Sidecar, keyring: OsKeyring, entries: tuple[str, ...]) -> tuple[Slot, ...]:
    """Return the sidecar's slots with the keys of these entries in them, as far as they are not there yet."""
    held = (held_key(keyring, entry) for entry in entries)
    new = [key for key in held if key and not any(slot.is_of(key) for slot in sidecar.former_slots)]
    return tuple(slot.holding(key) for key in new for slot in sidecar.slots)


def _settled(profile: Profile, key: ArchiveKey) -> Sidecar:
    """Return the sidecar, if the key is the archive's one and no rotation stands between two."""
    sidecar = require_sidecar(profile)
    sidecar.require_settled(key)
    return sidecar


def _prove(opened: ArchiveKey, key: ArchiveKey) -> None:
    if opened != key:
        raise KeyMismatch("What was sealed does not give the key back.")


def _is_pending(slot: Slot) -> bool:
    return slot.kind is SlotKind.RECOVERY and slot.confirmed_at is None


def _without(slots: tuple[Slot, ...], kind: SlotKind) -> tuple[Slot, ...]:
    return tuple(slot for slot in slots if slot.kind is not kind)
