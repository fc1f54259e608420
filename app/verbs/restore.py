"""`sotto restore`: brings back what a backup holds, and keeps what was there."""

from argparse import Namespace

from app.chat import restoring
from app.credentials.key_changes import keep_in_keyring
from app.credentials.os_keyring import open_keyring
from app.credentials.unlocking import unlock_with_recovery_key
from app.opening import new_ids
from app.system.clock import now_us
from app.system.profile import Profile
from app.system.profile_lock import ProfileLock, take_profile
from app.verbs.empty_place import empty_place
from app.verbs.told import Told


async def restore(options: Namespace, profile: Profile) -> Told:
    place = empty_place(options.to) if options.to else profile
    lock = ProfileLock(place.lock)
    take_profile(place, lock, "sotto restore")
    try:
        restored = restoring.restore(
            place,
            options.file,
            options.answer,
            now=now_us(),
            new_id=new_ids().next,
            progress=options.aside.progress("Restoring"),
            own=profile,
        )
        if options.recovery_key:
            keep_in_keyring(place, open_keyring(), unlock_with_recovery_key(place, options.answer.secret).key)
    finally:
        options.aside.clear()
        lock.release()
    lines = [f"The history of the backup is in {place.folder}."]
    if restored.aside:
        lines.append(f"What was there before has been kept as {restored.aside.name}.")
    aside = str(restored.aside) if restored.aside else None
    return Told(lines, {"folder": str(place.folder), "aside": aside}, is_answer=False)
