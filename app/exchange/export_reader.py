"""Has exports read by a process of its own, which may be hostile by the time it answers.

Each piece that it sends is looked at before it is believed, and a conversation is given out only when it has
come whole. How long it may be silent is bounded, and so is how often it may ask for the same bytes.
"""

import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import IO

from app.domain.errors import GivenUp
from app.domain.exchange_errors import ExchangeError, ReaderEnded, ReadingTooLong
from app.domain.parcel import FileBytes, Parcel, Skipped
from app.exchange.confined import confined_process, reason_of_end
from app.exchange.distant_files import OpenFiles
from app.exchange.export_frames import END, EXPORT
from app.exchange.frames import Frame, Garbled, put_frame, take_frame
from app.exchange.gathering import Gathering, origin_in
from app.exchange.piece_frames import LARGEST_PIECE
from app.exchange.refusals import refusal, refusal_named
from app.exchange.source import RawFile

SILENCE_SECONDS = 30.0
MODULE = "app.exchange.export_worker"

_LOOK_SECONDS = 0.05
_READ_OVER_AND_OVER = 50
_READ_AT_LEAST = 256 << 20


@dataclass(frozen=True, slots=True)
class Origin:
    """Which program has written the export."""

    name: str


Found = Origin | Parcel | FileBytes | Skipped
"""What comes out of an export: its origin first, and a file's bytes before the conversation that has it."""


class ExportReader:
    """Reads one export after the other. One thread uses it; `stop` may come from any, at any time, and again.

    The thread that first reads must not end before the reader is closed: on Linux the process ends with it.
    """

    def __init__(self, seconds: float = SILENCE_SECONDS, command: Sequence[str] | None = None) -> None:
        self._seconds = seconds
        self._command = command or (sys.executable, "-P", "-s", "-m", MODULE)
        self._changing = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._ended_by: ExchangeError | GivenUp | None = None
        self._waiting_since: float | None = None
        self.bytes_read = 0

    @property
    def has_ended(self) -> bool:
        """Whether no more can be read: it was stopped, or the process has ended."""
        return self._ended_by is not None

    def read(self, files: list[RawFile]) -> Iterator[Found]:
        """Yield what is in the files. Raises ExchangeError behind all that came whole, and GivenUp."""
        process = self._running()
        opened = OpenFiles(files)
        watch = threading.Thread(target=self._watch, args=(stopped := threading.Event(),), daemon=True)
        watch.start()
        try:
            yield from self._found(process, files, opened)
        except (Garbled, OSError, ValueError) as error:
            raise self._broken(process) from error
        finally:
            stopped.set()
            watch.join()
            opened.close()

    def stop(self) -> None:
        self._end(GivenUp("The import is no longer wanted."))

    def close(self) -> None:
        """End the process, if there is one. Safe to call twice."""
        self.stop()
        if self._process:
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout):
                if pipe:
                    with suppress(OSError):
                        pipe.close()

    def _running(self) -> subprocess.Popen[bytes]:
        with self._changing:
            if self._ended_by:
                raise self._ended_by
            if self._process is None:
                try:
                    self._process = confined_process(self._command)
                except OSError as error:
                    raise refusal(ReaderEnded) from error
            return self._process

    def _found(
        self, process: subprocess.Popen[bytes], files: list[RawFile], opened: OpenFiles
    ) -> Iterator[Found]:
        if process.stdin is None or process.stdout is None:
            raise Garbled
        names = json.dumps([(file.name, file.size) for file in files]).encode()
        put_frame(process.stdin, Frame(EXPORT, names))
        most = max(_READ_AT_LEAST, sum(file.size for file in files) * _READ_OVER_AND_OVER)
        gathering = Gathering()
        while (frame := self._next(process.stdout)).kind != END:
            match frame.kind:
                case b"R":
                    put_frame(process.stdin, opened.answer(frame))
                    self.bytes_read = opened.bytes_read
                    if opened.bytes_read > most:
                        self._end(refusal(ReadingTooLong))
                case b"O":
                    yield Origin(gathering.begin(origin_in(frame)))
                case b"r":
                    yield from gathering.end()
                    raise refusal_named(frame.content.decode())
                case _:
                    yield from gathering.take(frame)
        yield from gathering.end()

    def _next(self, pipe: IO[bytes]) -> Frame:
        self._waiting_since = time.monotonic()
        try:
            frame = take_frame(pipe, LARGEST_PIECE)
        finally:
            self._waiting_since = None
        if frame is None:
            raise Garbled
        return frame

    def _watch(self, stopped: threading.Event) -> None:
        """End a process that says nothing for too long, while it is waited for."""
        while not stopped.wait(_LOOK_SECONDS):
            since = self._waiting_since
            if since is not None and time.monotonic() - since > self._seconds:
                self._end(refusal(ReadingTooLong))

    def _end(self, why: ExchangeError | GivenUp) -> None:
        with self._changing:
            self._ended_by = self._ended_by or why
            if self._process:
                self._process.kill()

    def _broken(self, process: subprocess.Popen[bytes]) -> ExchangeError | GivenUp:
        process.kill()
        process.wait()
        self._end(reason_of_end(process.returncode))
        return self._ended_by or refusal(ReaderEnded)
