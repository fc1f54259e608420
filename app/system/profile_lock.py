"""One process for each profile. The lock is the operating system's, so it ends with its process."""

import json
import os
import sys
from contextlib import ExitStack
from enum import StrEnum
from pathlib import Path
from typing import IO, Any

from app.domain.errors import ProfileInUse
from app.system.disk_errors import disk_errors_translated
from app.system.profile import Profile

# Windows hides a locked byte from readers, so the lock lies far behind the holder's note.
_LOCKED_BYTE = 1 << 20
_LONGEST_NOTE = 4096
# As Unix and Windows say it. Anything else is a folder that cannot be locked at all.
_HELD_BY_ANOTHER = (BlockingIOError, PermissionError)


class LastEnd(StrEnum):
    """How the last owner's work on the archive ended, as far as its note tells."""

    CLEAN = "clean"
    CLOSING = "closing"  # it was about to end well
    OPEN = "open"


class ProfileLock:
    """Held from `acquire` to `release`. The file tells the next comer who holds it, and how that ended."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[Any] | None = None
        self._purpose = ""
        self.last_end = LastEnd.CLEAN

    @property
    def is_held(self) -> bool:
        return self._file is not None

    def acquire(self, purpose: str) -> None:
        """Take the lock, or keep it. Raises ProfileInUse, naming the process that has it, or OSError."""
        if self._file:
            return
        file = os.fdopen(os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600), "r+", encoding="utf-8")
        with ExitStack() as on_failure:
            on_failure.callback(file.close)
            try:
                _lock(file)
            except _HELD_BY_ANOTHER:
                raise ProfileInUse(f"This profile is open already, in {_holder(file)}.") from None
            self.last_end = _last_end(file)
            self._purpose = purpose
            self._note(file, self.last_end)  # until the archive is open, it stays as the last owner left it
            on_failure.pop_all()
        self._file = file

    def note(self, state: LastEnd) -> None:
        """Write down how the work on the archive would have ended, were it to end now. For good, if open."""
        if self._file:
            self.last_end = state
            self._note(self._file, state)
            os.fsync(self._file.fileno())

    def release(self) -> None:
        """Give the lock back. The file stays: removing it would let two processes lock two files."""
        if self._file:
            self._file.close()
            self._file = None

    def _note(self, file: IO[Any], state: LastEnd) -> None:
        file.seek(0)
        file.truncate(0)
        file.write(json.dumps({"process": os.getpid(), "purpose": self._purpose, "archive": state}))
        file.flush()


def take_profile(profile: Profile, lock: ProfileLock, purpose: str = "the window") -> None:
    """Make the profile's folder ours. Raises ProfileInUse, or StoreError where it cannot be written."""
    with disk_errors_translated():
        profile.make()
        lock.acquire(purpose)


def _last_end(file: IO[Any]) -> LastEnd:
    """Read the last owner's note. One that tells nothing is that of a first run, or of an older Sotto."""
    try:
        file.seek(0)
        return LastEnd(json.loads(file.read(_LONGEST_NOTE) or "{}").get("archive", LastEnd.CLEAN))
    except (ValueError, AttributeError, OSError):
        return LastEnd.CLEAN


def _holder(file: IO[Any]) -> str:
    try:
        note = json.loads(file.read() or "{}")
        return f"{note['purpose']} (process {note['process']})"
    except (ValueError, KeyError, TypeError, OSError):
        return "another process"


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[Any]) -> None:
        file.seek(_LOCKED_BYTE)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        finally:
            file.seek(0)

else:
    import fcntl

    def _lock(file: IO[Any]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
