"""How a verb gets at the archive's key: from the keyring, or by a passphrase typed at the terminal."""

import getpass
import os
import sys
from typing import TextIO

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


def answer_to_backup(by_recovery_key: bool, typed: TextIO, given: str | None = None) -> Answer:
    """Take the recovery key from standard input, where it was asked to be, and never from the arguments."""
    if by_recovery_key:
        return Answer(Way.RECOVERY_KEY, typed.readline())
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
