"""What a process gives up before it meets a file that nobody has looked at yet."""

import contextlib
import ctypes
import sys
from dataclasses import dataclass

from app.system.hardening import harden_process

_ALARM_SPARE_SECONDS = 5
_PR_SET_PDEATHSIG = 1


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of the machine a reading may take. Where a system knows no such limits, time alone holds."""

    memory_bytes: int = 1 << 30
    processor_seconds: int = 30
    seconds: int = 60


def take_limits(limits: Limits) -> None:
    """Bound this process's memory and time for good. If nobody else ends it, it ends itself.

    It must have been started by a thread that waits for it: on Linux it ends with that.
    """
    harden_process()
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if sys.platform != "win32":
        _bound(resource.RLIMIT_AS, limits.memory_bytes)
        _bound(resource.RLIMIT_CPU, limits.processor_seconds, spare=1)
        signal.alarm(limits.seconds + _ALARM_SPARE_SECONDS)


def close_doors() -> None:
    """From here on nothing can be opened: no file to read or write, no connection, no further process."""
    if sys.platform != "win32":
        _bound(resource.RLIMIT_FSIZE, 0)
        _bound(resource.RLIMIT_NPROC, 0)
        _bound(resource.RLIMIT_NOFILE, 0)


if sys.platform != "win32":
    import resource
    import signal

    def _bound(kind: int, most: int, *, spare: int = 0) -> None:
        """Set a limit that cannot be raised again. Some systems have it in name only, and refuse.

        With something to spare, a signal that tells the reason comes before the one that tells nothing.
        """
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (most, most + spare))
