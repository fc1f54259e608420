"""Has a file read by a process of its own, which may be hostile by the time it answers.

What it says is bounded and looked at; how long it takes is bounded; and when the reading is over, however it
ended, there is no such process any more.
"""

import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from app.domain.errors import GivenUp
from app.domain.exchange_errors import ExchangeError, ReaderEnded, ReadingTooLong
from app.domain.text_pieces import storable
from app.exchange import frames
from app.exchange.confined import confined_process, reason_of_end
from app.exchange.confinement import Limits
from app.exchange.file_kinds import PICTURES, FileKind, kind_of
from app.exchange.frames import Frame, Garbled
from app.exchange.refusals import refusal, refusal_named

Progress = Callable[[int, int], None]
"""Told how much is done, and of how much."""

_MOST_OUT = 24 << 20
_TEXTS = frozenset(FileKind) - PICTURES
_MODULE = "app.exchange.reading_worker"
_PATIENCE_SECONDS = Limits().seconds


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What is in a file, as a model is given it: text, or a picture."""

    media_type: FileKind
    text: str | None = field(default=None, repr=False)
    picture: bytes | None = field(default=None, repr=False)


def worker_command() -> tuple[str, ...]:
    return (sys.executable, "-P", "-s", "-m", _MODULE)


class Reading:
    """One reading of one file. `read` blocks; `stop` may come from any thread, at any time, and again."""

    def __init__(self, seconds: float = _PATIENCE_SECONDS, command: Sequence[str] | None = None) -> None:
        self._seconds = seconds
        self._command = command or worker_command()
        self._changing = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._ended_by: ExchangeError | GivenUp | None = None

    def read(self, content: bytes, longest_side: int, progress: Progress | None = None) -> ReadFile:
        """Return what is in the file. Raises ExchangeError, and GivenUp once it is told to stop."""
        process = self._start()
        clock = threading.Timer(self._seconds, self._end, [refusal(ReadingTooLong)])
        clock.start()
        try:
            _send(process, content, longest_side)
            found = _received(process, progress)
        finally:
            clock.cancel()
            clock.join()
            _reap(process)
        if found is None or self._ended_by:
            raise self._ended_by or reason_of_end(process.returncode)
        return found

    def stop(self) -> None:
        self._end(GivenUp("The file is no longer wanted."))

    def _start(self) -> subprocess.Popen[bytes]:
        with self._changing:
            if self._ended_by:
                raise self._ended_by
            try:
                self._process = confined_process(self._command)
            except OSError as error:
                raise refusal(ReaderEnded) from error
            return self._process

    def _end(self, why: ExchangeError | GivenUp) -> None:
        with self._changing:
            self._ended_by = self._ended_by or why
            if self._process:
                self._process.kill()


def _send(process: subprocess.Popen[bytes], content: bytes, longest_side: int) -> None:
    """Hand the file over. A worker that has ended takes nothing; what it says tells why."""
    if process.stdin:
        with suppress(OSError):
            frames.put_frame(process.stdin, frames.number_frame(frames.LONGEST_SIDE, longest_side))
            frames.put_frame(process.stdin, Frame(frames.FILE, content))
        with suppress(OSError):
            process.stdin.close()


def _received(process: subprocess.Popen[bytes], progress: Progress | None) -> ReadFile | None:
    """Return what the worker has found, or None where it says nothing of sense. Raises what it names."""
    media_type = ""
    try:
        for frame in frames.take_frames(process.stdout, _MOST_OUT) if process.stdout else ():
            if frame.kind == frames.STEP:
                done, of = frames.step_in(frame)
                if progress:
                    progress(min(done, of), of)
            elif frame.kind == frames.MEDIA_TYPE:
                media_type = frame.content.decode()
            elif frame.kind == frames.REFUSED:
                raise refusal_named(frame.content.decode())
            else:
                return _checked(FileKind(media_type), frame)
    except (Garbled, ValueError, OSError):
        return None
    return None


def _checked(kind: FileKind, frame: Frame) -> ReadFile | None:
    """Take only what can be: whole characters, or a picture that begins as what it is said to be."""
    if frame.kind == frames.TEXT and kind in _TEXTS:
        return ReadFile(kind, text=storable(frame.content.decode()))
    if frame.kind == frames.PICTURE and kind in PICTURES and kind_of(frame.content) is kind:
        return ReadFile(kind, picture=frame.content)
    return None


def _reap(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()
    if process.stdout:
        process.stdout.close()
