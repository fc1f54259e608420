"""Small defences that cost nothing: private files, no memory dumps, no peeking by other programs."""

import contextlib
import ctypes
import os
import sys

_PR_SET_DUMPABLE = 4


def harden_process() -> None:
    """Make new files private, and keep the memory, which holds the archive's key, out of core files."""
    os.umask(0o077)
    if sys.platform != "win32":
        _forbid_core_files()
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


if sys.platform != "win32":
    import resource

    def _forbid_core_files() -> None:
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
