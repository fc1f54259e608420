"""`sotto backup`: makes a backup among the others, or as a file of its own."""

from argparse import Namespace

from app.credentials.key_changes import recovery_state
from app.system.profile import Profile
from app.verbs.opened import opened_chat
from app.verbs.told import Told


async def backup(options: Namespace, profile: Profile) -> Told:
    async with opened_chat(profile, options.answer, "sotto backup") as (_, chat):
        backing_up, progress = chat.controller.backing_up, options.aside.progress("Backing up")
        if options.to:
            await backing_up.back_up_to(options.to, progress)
        place = options.to or await backing_up.back_up(progress)
        options.aside.clear()
    lines = [f"The backup is in {place}."]
    if recovery_state(profile).confirmed_at is None:
        lines.append("Without a recovery key it opens only with this computer's keyring or a passphrase.")
    return Told(lines, {"file": str(place), "bytes": place.stat().st_size}, is_answer=False)
