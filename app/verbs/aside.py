"""What is said beside an answer: on standard error, so that the answer stays alone on standard output."""

import sys
from contextlib import suppress


def complain(sentence: str) -> None:
    """Say what is wrong. Where nobody can hear it, the exit code must do."""
    if sys.stderr is not None:
        with suppress(OSError):
            sys.stderr.write(f"sotto: {sentence}\n")
            sys.stderr.flush()


def remark(sentence: str, *, quiet: bool) -> None:
    """Say what may help a person. A program that listens is not told."""
    if not quiet and sys.stderr is not None and sys.stderr.isatty():
        complain(sentence)
