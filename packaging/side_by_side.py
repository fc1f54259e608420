"""Runs the whole suite in two halves beside each other, each in a private session of its own.

One half takes about as long as the other; together they take half as long as one after the other would.
"""

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO

from places import ROOT, VENV_PYTHON
from private_session import answering_signals, keep_waiting, signals_unwind

UNITS = "tests/unit"
OF_THE_SECOND = frozenset({"store", "credentials", "verbs"})  # of the units: the others fill the first half
FLOOR = 90  # per cent of app/
LAST_LINES = 50


def run_whole(options: Sequence[str]) -> int:
    """Run everything; then say what of app/ was never reached. The second half is shown after the first.

    A reader of the last lines alone must see what failed: if that was the first half, its end comes again.
    """
    with tempfile.TemporaryDirectory(prefix="sotto-") as name:
        folder = Path(name)
        with (folder / "second").open("w+b") as shown_later:
            codes, end_of_first = run_halves(options, folder, shown_later)
            shown_later.seek(0)
            show(*shown_later)
        if codes[0]:
            show(b"\nThe first half, above, ended with:\n", *end_of_first)
        return max(codes) or report_coverage(folder)


def run_halves(
    options: Sequence[str], folder: Path, shown_later: IO[bytes]
) -> tuple[list[int], Iterable[bytes]]:
    """Return how both ended, and the last lines of the first. A Ctrl-C reaches them directly."""
    end: deque[bytes] = deque(maxlen=LAST_LINES)
    with (
        signals_unwind(),
        answering_signals(keep_waiting, (signal.SIGINT,)),
        started(first_half(), options, folder / "coverage.1", subprocess.PIPE) as first,
        started(second_half(), options, folder / "coverage.2", shown_later) as second,
    ):
        for line in first.stdout or ():
            show(line)
            end.append(line)
        return [first.wait(), second.wait()], end


def show(*lines: bytes) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.writelines(lines)
    sys.stdout.buffer.flush()


def first_half() -> list[str]:
    names = sorted(path.name for path in (ROOT / UNITS).iterdir())
    return [
        f"{UNITS}/{name}"
        for name in names
        if name not in OF_THE_SECOND and not name.startswith("_") and name != "conftest.py"
    ]


def second_half() -> list[str]:
    """Return all that is not in the first, whatever comes to be there."""
    return ["tests", *(f"--ignore={path}" for path in first_half())]


@contextlib.contextmanager
def started(
    half: Sequence[str], options: Sequence[str], coverage: Path, output: IO[bytes] | int
) -> Iterator[subprocess.Popen[bytes]]:
    command = [str(VENV_PYTHON), "packaging/private_session.py", str(VENV_PYTHON), "-m", "pytest"]
    with subprocess.Popen(
        [*command, *half, *options],
        cwd=ROOT,
        env=os.environ | {"COVERAGE_FILE": str(coverage)},
        stdout=output,
        stderr=subprocess.STDOUT,
    ) as running:
        try:
            yield running
        finally:
            running.terminate()


def report_coverage(folder: Path) -> int:
    """Print what was reached by either half, and fail below the floor."""
    whole = folder / "coverage"
    program = [str(VENV_PYTHON), "-m", "coverage"]
    parts = [str(part) for part in folder.glob("coverage.*")]
    subprocess.run([*program, "combine", "-q", f"--data-file={whole}", *parts], cwd=ROOT, check=True)
    report = [*program, "report", f"--data-file={whole}", f"--fail-under={FLOOR}"]
    return subprocess.call(report, cwd=ROOT)
