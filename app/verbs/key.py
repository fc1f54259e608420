"""`sotto key status`: tells which ways lead to the key, without taking one."""

from argparse import Namespace

from app.credentials.unlocking import ways
from app.system.profile import Profile
from app.verbs.told import Told


async def key_status(_options: Namespace, profile: Profile) -> Told:
    known = ways(profile)
    lines = [
        f"Keyring: {known.keyring or 'not used'}",
        f"Passphrase: {'set' if known.passphrase else 'none'}",
        f"Recovery key: {'there is one' if known.recovery_key else 'none yet'}",
    ]
    values = {
        "keyring": known.keyring,
        "passphrase": known.passphrase,
        "recovery_key": known.recovery_key,
    }
    return Told(lines, values)
