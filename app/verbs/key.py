"""`sotto key`: the ways that lead to the key are told, and changed. Secrets are typed, never arguments."""

from argparse import Namespace
from types import MappingProxyType

from app.chat.giving_up import until_given_up
from app.chat.key_care import KeyCare
from app.chat.key_rotation import rotate_key
from app.chat.way_in import Entered, enter
from app.credentials.key_changes import recovery_state
from app.credentials.sidecar_files import require_sidecar
from app.credentials.unlocking import ways, ways_of
from app.domain.ways import RecoveryStage
from app.opening import new_ids
from app.store.copies import Progress
from app.system.clock import now_us
from app.system.profile import Profile
from app.system.profile_lock import ProfileLock, take_profile
from app.system.worker_thread import run_once
from app.verbs.opened import opened_chat, require_history
from app.verbs.told import Told

_STAGES = MappingProxyType(
    {
        RecoveryStage.NONE: "none yet",
        RecoveryStage.PENDING: "pending, it has yet to be typed back",
        RecoveryStage.CONFIRMED: "confirmed",
    }
)


async def key(options: Namespace, profile: Profile) -> Told:
    match options.what:
        case "status":
            return _status(profile)
        case "rotate":
            return await _rotate(options, profile)
    async with opened_chat(profile, options.answer, f"sotto key {options.what}") as (_, chat):
        care = chat.controller.key_care
        if options.what == "recovery":
            return await (_confirm(care, options.secret) if options.confirm else _recovery(options, care))
        return await _passphrase(options, profile, care)


def _status(profile: Profile) -> Told:
    """Raises StoreMissing where there is no history, SidecarLost or StoreError where its ways are unknown."""
    require_history(profile)
    known, stage = ways_of(require_sidecar(profile)), recovery_state(profile).stage
    lines = [
        f"Keyring: {known.keyring or 'not used'}",
        f"Passphrase: {'set' if known.passphrase else 'none'}",
        f"Recovery key: {_STAGES[stage]}",
    ]
    values = {
        "keyring": known.keyring,
        "passphrase": known.passphrase,
        "recovery_key": None if stage is RecoveryStage.NONE else str(stage),
    }
    return Told(lines, values)


async def _recovery(options: Namespace, care: KeyCare) -> Told:
    replaces = (await care.state()).recovery is RecoveryStage.CONFIRMED
    made = await care.create_recovery_key()
    options.aside.remark("Write the recovery key down; it is shown only now. Then type it back.")
    if replaces:
        options.aside.remark("The former one opens the history until then.")
    return Told([made], {"recovery_key": made, "is_confirmed": False, "replaces": replaces})


async def _confirm(care: KeyCare, typed: str) -> Told:
    await care.confirm_recovery_key(typed)
    return Told(["The recovery key has been confirmed."], {"is_confirmed": True}, is_answer=False)


async def _passphrase(options: Namespace, profile: Profile, care: KeyCare) -> Told:
    """Set, change or remove it. Whether the keyring holds the key stays as it is, unless that was said."""
    if options.remove:
        await care.remove_passphrase()
        return _told("The keyring alone opens the history now.", profile)
    alone = options.alone or (not options.keyring and ways(profile).keyring is None)
    await care.set_passphrase(options.secret, alone=alone)
    beside = "The passphrase alone opens" if alone else "The passphrase and the keyring open"
    return _told(f"{beside} the history now.", profile)


def _told(line: str, profile: Profile) -> Told:
    return Told([line], _status(profile).values, is_answer=False)


async def _rotate(options: Namespace, profile: Profile) -> Told:
    """Nobody else may have it open, so it is not opened as for other verbs, and nobody is let in.

    Ctrl+C gives it up as long as that is possible.
    """
    require_history(profile)
    lock = ProfileLock(profile.lock)
    take_profile(profile, lock, "sotto key rotate")
    try:
        entered = await run_once("unlocking", lambda: enter(profile, options.answer, new_ids().next))
        progress = options.aside.progress("Changing the key")
        await until_given_up(lambda tell: _rotating(profile, entered, tell), progress)
    finally:
        options.aside.clear()
        lock.release()
    return Told(["The history is under a new key now."], {"is_rotated": True}, is_answer=False)


async def _rotating(profile: Profile, entered: Entered, tell: Progress) -> None:
    await run_once(
        "changing the key",
        lambda: rotate_key(profile, entered.keyring, entered.key, now=now_us(), progress=tell),
    )
