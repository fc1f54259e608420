import errno
import signal as signals
import sys

import pytest

from tests.fixtures.child_program import StartChild

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems know these limits by half")

TAKE = """
    import os, signal, socket, sys
    from pathlib import Path
    from app.exchange.confinement import Limits, close_doors, take_limits
    take_limits(Limits({limits}))
    {act}
"""
EAT = "print(len(bytearray(300 << 20)))"
SPIN = "exec('while True: pass')"
ENOUGH = "memory_bytes=1 << 30"


def confined(limits: str, act: str) -> str:
    return TAKE.format(limits=limits, act=act)


def test_memory_is_bounded(child: StartChild) -> None:
    eater = child(confined("memory_bytes=200 << 20", EAT))
    assert eater.process.wait(30) == 1
    assert "MemoryError" in eater.output


def test_within_the_bound_there_is_enough(child: StartChild) -> None:
    assert child(confined(ENOUGH, EAT)).ends() == str(300 << 20)


@pytest.mark.parametrize(
    ("limits", "act", "signal"),
    [
        ("processor_seconds=1", SPIN, "SIGXCPU"),
        ("seconds=-4", "signal.pause()", "SIGALRM"),
    ],
)
def test_time_is_bounded(child: StartChild, limits: str, act: str, signal: str) -> None:
    assert -child(confined(limits, act)).process.wait(30) == signals.Signals[signal]


OPENING = ("Path('/etc/hostname').open()", "socket.socket()", "os.pipe()", "Path('made').write_text('x')")
# With its doors closed a process cannot even write into the log of this test.
TRY = """
try:
    {act}
except OSError as error:
    os._exit(error.errno)
"""


def tried(act: str) -> str:
    return f"exec({TRY.format(act=act)!r})"


@pytest.mark.parametrize("act", OPENING)
def test_behind_closed_doors_nothing_can_be_opened(child: StartChild, act: str) -> None:
    assert child(confined(ENOUGH, f"close_doors(); {tried(act)}")).process.wait(30) == errno.EMFILE


@pytest.mark.parametrize("act", OPENING)
def test_with_open_doors_all_of_it_can_be(child: StartChild, act: str) -> None:
    """The twin of the test above."""
    child(confined(ENOUGH, f"held = {act}; hasattr(held, 'close') and held.close()")).ends()


def test_a_file_that_is_open_already_grows_no_more(child: StartChild) -> None:
    write = tried("file.write(b'x')")
    shut = child(confined(ENOUGH, f"file = Path('made').open('wb', 0); close_doors(); {write}"))
    assert shut.process.wait(30) == errno.EFBIG
