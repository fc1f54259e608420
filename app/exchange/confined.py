"""Starts a process that is to meet files nobody has looked at, and tells by what it ended."""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from app.domain.exchange_errors import ExchangeError, FileUnpacksTooLarge, ReaderEnded, ReadingTooLong
from app.exchange.refusals import refusal

# What a system needs to start a program at all. Anything else may be secret, such as a key to a service.
_NEEDED = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH")
_ROOT = Path(__file__).resolve().parents[2]
if sys.platform == "win32":
    _OUT_OF_TIME: tuple[int, ...] = ()
    _OUT_OF_MEMORY: tuple[int, ...] = ()
    _FLAGS = subprocess.CREATE_NO_WINDOW
else:
    _OUT_OF_TIME = (signal.SIGXCPU, signal.SIGALRM)
    _OUT_OF_MEMORY = (signal.SIGABRT,)  # how a library in C++ ends that is given no more
    _FLAGS = 0


def confined_process(command: Sequence[str]) -> subprocess.Popen[bytes]:
    """Start a worker that sees neither our screen, nor our files, nor what stands in our environment."""
    environment = {name: os.environ[name] for name in _NEEDED if name in os.environ}
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment | {"PYTHONPATH": str(_ROOT)},
        creationflags=_FLAGS,
    )


def reason_of_end(code: int) -> ExchangeError:
    """Why a worker said nothing: by which signal it ended, where the system knows signals."""
    if -code in _OUT_OF_MEMORY:
        return refusal(FileUnpacksTooLarge)
    return refusal(ReadingTooLong if -code in _OUT_OF_TIME else ReaderEnded)
