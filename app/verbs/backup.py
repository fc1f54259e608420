"""`sotto backup`: makes a backup among the others, or as a file of its own."""

from argparse import Namespace

from app.chat.backing_up import BackingUp
from app.credentials.key_changes import recovery_state
from app.system.clock import now_us
from app.system.profile import Profile
from app.verbs.opened import opened_profile
from app.verbs.told import Told


async def backup(options: Namespace, profile: Profile) -> Told:
    async with opened_profile(profile, options.answer, "sotto backup") as opened:
        backing_up = BackingUp(profile, opened.entered.key, opened.archive, now_us)
        if options.to:
            await backing_up.back_up_to(options.to)
        place = options.to or await backing_up.back_up()
    lines = [f"The backup is in {place}."]
    if recovery_state(profile).confirmed_at is None:
        lines.append("Without a recovery key it opens only with this computer's keyring or a passphrase.")
    return Told(lines, {"file": str(place), "bytes": place.stat().st_size})
