"""Runs the whole suite in parts beside each other, each in a private session of its own.

What works hard, what waits for a disk, and what waits for windows: together they take as long as the longest.
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
FLOWS = "tests/end_to_end"
# Of the units: what goes with the flows, and what with all else. The window's and the others come first.
WITH_THE_FLOWS = frozenset({"chat", "domain", "exchange", "markup", "providers"})
WITH_THE_REST = frozenset({"store", "credentials", "verbs"})
FLOOR = 90  # per cent of app/
LAST_LINES = 50


def run_whole(options: Sequence[str]) -> int:
    """Run everything; then say what of app/ was never reached. The first part is shown as it runs.

    A reader of the last lines alone must see what failed: if that was the first part, its end comes again.
    """
    with tempfile.TemporaryDirectory(prefix="sotto-") as name:
        folder = Path(name)
        with contextlib.ExitStack() as files:
            names = (f"part {number}" for number in range(2, len(parts()) + 1))
            later = [files.enter_context((folder / name).open("w+b")) for name in names]
            codes, end_of_first = run_parts(options, folder, later)
            for _, file in sorted(zip(codes[1:], later, strict=True), key=lambda ended: ended[0]):
                file.seek(0)
                show(*file)
        if codes[0]:
            show(b"\nThe first part, above, ended with:\n", *end_of_first)
        return max(codes) or report_coverage(folder)


def run_parts(
    options: Sequence[str], folder: Path, later: Sequence[IO[bytes]]
) -> tuple[list[int], Iterable[bytes]]:
    """Return how all ended, and the last lines of the first. A Ctrl-C reaches them directly."""
    end: deque[bytes] = deque(maxlen=LAST_LINES)
    with (
        signals_unwind(),
        answering_signals(keep_waiting, (signal.SIGINT,)),
        contextlib.ExitStack() as running,
    ):
        processes = [
            running.enter_context(started(part, options, folder / f"coverage.{number}", output))
            for number, (part, output) in enumerate(zip(parts(), (subprocess.PIPE, *later), strict=True))
        ]
        for line in processes[0].stdout or ():
            show(line)
            end.append(line)
        return [process.wait() for process in processes], end


def parts() -> list[list[str]]:
    """Return what is run beside each other; the last is all that is in none before, whatever comes to be."""
    names = sorted(path.name for path in (ROOT / UNITS).iterdir())
    units = [name for name in names if not name.startswith("_") and name != "conftest.py"]
    first = [f"{UNITS}/{name}" for name in units if name not in WITH_THE_FLOWS | WITH_THE_REST]
    flows = [FLOWS, *(f"{UNITS}/{name}" for name in units if name in WITH_THE_FLOWS)]
    return [first, flows, ["tests", *(f"--ignore={path}" for path in (*first, *flows))]]


def show(*lines: bytes) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.writelines(lines)
    sys.stdout.buffer.flush()


@contextlib.contextmanager
def started(
    part: Sequence[str], options: Sequence[str], coverage: Path, output: IO[bytes] | int
) -> Iterator[subprocess.Popen[bytes]]:
    command = [str(VENV_PYTHON), "packaging/private_session.py", str(VENV_PYTHON), "-m", "pytest"]
    with subprocess.Popen(
        [*command, *part, *options],
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
    """Print what was reached by any part, and fail below the floor."""
    whole = folder / "coverage"
    program = [str(VENV_PYTHON), "-m", "coverage"]
    parts = [str(part) for part in folder.glob("coverage.*")]
    subprocess.run([*program, "combine", "-q", f"--data-file={whole}", *parts], cwd=ROOT, check=True)
    report = [*program, "report", f"--data-file={whole}", f"--fail-under={FLOOR}"]
    return subprocess.call(report, cwd=ROOT)
