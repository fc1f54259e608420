"""What is said beside an answer: on standard error, so that the answer stays alone on standard output."""

import sys
from collections.abc import Callable
from contextlib import suppress

_BEGINNING = "\r\x1b[K"  # of the line, of which nothing is left


class Aside:
    """Says what is wrong, what may help, and how far slow work has come."""

    def __init__(self, write: Callable[[str], None], *, is_terminal: bool, quiet: bool = False) -> None:
        self._write = write
        self._is_for_person = is_terminal and not quiet
        self._shown = ""

    def complain(self, sentence: str) -> None:
        """Say what is wrong. Where nobody can hear it, the exit code must do."""
        self.clear()
        self._write(f"sotto: {sentence}\n")

    def remark(self, sentence: str) -> None:
        """Say what may help a person. A program that listens is not told."""
        if self._is_for_person:
            self.complain(sentence)

    def progress(self, doing: str) -> Callable[[int, int], None]:
        """Return what shows a person how much is done, and of how much. Any thread may call it."""

        def tell(done: int, of: int) -> None:
            line = f"{doing}: {done * 100 // max(of, 1)} %"
            if self._is_for_person and line != self._shown:
                self._shown = line
                self._write(f"{_BEGINNING}{line}")

        return tell

    def clear(self) -> None:
        """Leave nothing of what showed the progress."""
        if self._shown:
            self._shown = ""
            self._write(_BEGINNING)


def own_aside(*, quiet: bool = False) -> Aside:
    """What this process says on its own standard error."""
    is_terminal = sys.stderr is not None and sys.stderr.isatty()
    return Aside(say, is_terminal=is_terminal, quiet=quiet)


def complain(sentence: str) -> None:
    """Say what is wrong in this process."""
    own_aside().complain(sentence)


def say(text: str) -> None:
    """Write on this process's own standard error. Where nobody can hear it, the exit code must do."""
    if sys.stderr is not None:
        with suppress(OSError):
            sys.stderr.write(text)
            sys.stderr.flush()
