"""Reads one file in a process of its own, which gives up all it could do harm with before it looks.

The file comes in through one pipe and what is in it goes out through another. Nothing of it is ever written
anywhere else: no name and no content in the arguments, no temporary file, no message.
"""

import codecs
import os
import sys
from collections.abc import Callable, Iterator
from typing import IO

from app.domain.exchange_errors import ExchangeError, FileEmpty, FileUnpacksTooLarge
from app.exchange import frames
from app.exchange.confinement import Limits, close_doors, take_limits
from app.exchange.file_kinds import FileKind, kind_of
from app.exchange.frames import Frame
from app.exchange.plain_text import ENCODINGS, read_text
from app.exchange.refusals import refusal

_MOST_IN = 64 << 20
_STEPS = 100

Tell = Callable[[int, int], None]


def main() -> None:
    take_limits(Limits())
    serve(sys.stdin.buffer, _way_out(), close_doors)


def serve(source: IO[bytes], target: IO[bytes], before_reading: Callable[[], None]) -> None:
    """Take a file in and give out what is in it, or the name of the reason why not."""

    def tell(done: int, of: int) -> None:
        if done * _STEPS // of != (done - 1) * _STEPS // of:
            frames.put_frame(target, frames.step_frame(done, of))

    side, file = frames.take_frames(source, _MOST_IN)
    try:
        for frame in _answer(file.content, frames.number_in(side), tell, before_reading):
            frames.put_frame(target, frame)
    except ExchangeError as error:
        frames.put_frame(target, Frame(frames.REFUSED, type(error).__name__.encode()))
    except MemoryError:
        frames.put_frame(target, Frame(frames.REFUSED, FileUnpacksTooLarge.__name__.encode()))


def _answer(
    content: bytes, longest_side: int, tell: Tell, before_reading: Callable[[], None]
) -> Iterator[Frame]:
    if not content:
        raise refusal(FileEmpty)
    kind = kind_of(content) or FileKind.TEXT
    read = _reader_of(kind, longest_side)
    before_reading()
    yield from read(content, tell)


def _reader_of(kind: FileKind, longest_side: int) -> Callable[[bytes, Tell], Iterator[Frame]]:
    """Bring in all that the reading will need, while files can still be opened, and nothing else."""
    for encoding in ENCODINGS:
        codecs.lookup(encoding)
    match kind:
        case FileKind.TEXT:
            return lambda content, _: _text(kind, read_text(content))
        case FileKind.PDF:
            from app.exchange.pdf_text import read_pdf

            return lambda content, tell: _text(kind, read_pdf(content, tell))
        case FileKind.DOCX:
            from app.exchange.docx_text import read_docx

            return lambda content, _: _text(kind, read_docx(content))
        case _:
            from app.exchange.pictures import read_picture

            def drawn(content: bytes, _: Tell) -> Iterator[Frame]:
                picture = read_picture(content, kind, longest_side)
                yield Frame(frames.MEDIA_TYPE, picture.media_type.encode())
                yield Frame(frames.PICTURE, picture.content)

            return drawn


def _text(kind: FileKind, text: str) -> Iterator[Frame]:
    yield Frame(frames.MEDIA_TYPE, kind.value.encode())
    yield Frame(frames.TEXT, text.encode())


def _way_out() -> IO[bytes]:
    """Keep the pipe for ourselves: whatever a library prints must not get in between."""
    target = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return target


if __name__ == "__main__":
    main()
