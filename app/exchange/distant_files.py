"""Files that a process reads without ever having them: it asks for bytes, and is given them.

One has the files open and answers; the other may open nothing and asks, through what looks like a file.
"""

import io
import struct
from typing import IO, Any, BinaryIO

from app.domain.exchange_errors import FileUnreadable
from app.exchange.frames import Frame, Garbled, put_frame, take_frame
from app.exchange.refusals import refusal
from app.exchange.source import RawFile

READ, CONTENT, FAILED = b"R", b"C", b"F"
LARGEST_READ = 1 << 20

_ASKED = struct.Struct(">IQI")
_BUFFER = 256 << 10


class Distance:
    """The asker's end of the pipes: where questions go out, and where answers come in."""

    def __init__(self, questions: IO[bytes], answers: IO[bytes]) -> None:
        self._questions = questions
        self._answers = answers

    def file(self, number: int, name: str, size: int) -> RawFile:
        return RawFile(name, size, lambda: _buffered(_DistantFile(self, number, size)))

    def read(self, number: int, offset: int, length: int) -> bytes:
        put_frame(self._questions, Frame(READ, _ASKED.pack(number, offset, length)))
        answer = take_frame(self._answers, LARGEST_READ)
        if answer is None or answer.kind != CONTENT:
            raise refusal(FileUnreadable)
        return answer.content


class _DistantFile(io.RawIOBase):
    """One file, read from wherever it is wanted."""

    def __init__(self, distance: Distance, number: int, size: int) -> None:
        self._distance = distance
        self._number = number
        self._size = size
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401  # whatever bytes can be written into
        length = min(len(buffer), LARGEST_READ, max(0, self._size - self._at))
        content = self._distance.read(self._number, self._at, length) if length else b""
        buffer[: len(content)] = content
        self._at += len(content)
        return len(content)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        starts = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}
        self._at = max(0, starts[whence] + offset)
        return self._at

    def tell(self) -> int:
        return self._at


class OpenFiles:
    """The answerer's end: files that are opened when they are first asked for, the last one stays open."""

    def __init__(self, files: list[RawFile]) -> None:
        self._files = files
        self._last: tuple[int, BinaryIO] | None = None
        self.bytes_read = 0

    def answer(self, asked: Frame) -> Frame:
        """Return what was asked for. Raises Garbled for a question that makes no sense."""
        try:
            number, offset, length = _ASKED.unpack(asked.content)
        except struct.error as error:
            raise Garbled from error
        if number >= len(self._files) or length > LARGEST_READ:
            raise Garbled
        self.bytes_read += length
        try:
            stream = self._opened(number)
            stream.seek(offset)
            return Frame(CONTENT, stream.read(length))
        except (OSError, ValueError, OverflowError):
            return Frame(FAILED, b"")

    def close(self) -> None:
        if self._last:
            self._last[1].close()
            self._last = None

    def _opened(self, number: int) -> BinaryIO:
        if self._last and self._last[0] == number:
            return self._last[1]
        self.close()
        stream = self._files[number].open()
        self._last = (number, stream)
        return stream


def _buffered(raw: io.RawIOBase) -> BinaryIO:
    return io.BufferedReader(raw, _BUFFER)
