"""How a verb gets at the archive's key: from the keyring, or by a passphrase typed at the terminal."""

import getpass
import os
import sys

from app.credentials.unlocking import ways
from app.domain.ways import Answer, Way
from app.system.profile import Profile

_TERMINAL = "/dev/tty"


def answer_for(profile: Profile, given: str | None = None) -> Answer:
    """Ask for the passphrase where it alone opens the archive, unless it was `given`. It is no argument.

    Without a terminal nobody is asked; the archive then stays closed, which is told as an error.
    """
    known = ways(profile)
    if known.passphrase and given is not None:
        return Answer(Way.PASSPHRASE, given)
    if known.passphrase and known.keyring is None and has_terminal():
        return Answer(Way.PASSPHRASE, getpass.getpass("Passphrase: "))
    return Answer(Way.KEYRING)


def answer_to_backup(recovery_key: str | None, given: str | None = None) -> Answer:
    """Take the recovery key where it was typed, or else the passphrase where that was `given`."""
    if recovery_key is not None:
        return Answer(Way.RECOVERY_KEY, recovery_key)
    return Answer(Way.KEYRING) if given is None else Answer(Way.PASSPHRASE, given)


def has_terminal() -> bool:
    """Whether somebody can be asked. `getpass` would take what was piped in for the passphrase."""
    if sys.platform == "win32":
        return sys.stdin is not None and sys.stdin.isatty()
    try:
        os.close(os.open(_TERMINAL, os.O_RDWR | os.O_NOCTTY))
    except OSError:
        return False
    return True
