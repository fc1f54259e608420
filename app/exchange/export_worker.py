"""Reads exports in a process of its own, which gives up all it could do harm with before it looks.

It has no file: it asks for bytes, and what it finds goes out through a pipe. It serves one export after the
other, for as long as somebody asks.
"""

import codecs
import gc
import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from typing import IO

from app.domain.exchange_errors import (
    ConversationTooLarge,
    ExchangeError,
    ExportPackedTwice,
    ExportUnknown,
    FileNestedTooDeep,
)
from app.domain.parcel import FileBytes, Piece, Skipped
from app.exchange import frames
from app.exchange.confinement import Limits, close_doors, take_limits
from app.exchange.distant_files import Distance
from app.exchange.export_frames import END, EXPORT, LARGEST_LIST, ORIGIN, OVERSIZED
from app.exchange.frames import Frame, put_frame, take_frame, write_frame
from app.exchange.importers.every import importer_of
from app.exchange.piece_frames import LARGEST_FILE, LARGEST_PIECE, frame_of
from app.exchange.plain_text import ENCODINGS
from app.exchange.refusals import refusal
from app.exchange.source import Source

MEMORY_BYTES = 512 << 20

_HOURS = 3600
_LIMITS = Limits(memory_bytes=MEMORY_BYTES, processor_seconds=6 * _HOURS, seconds=24 * _HOURS)
# Conversations that lie in one another: half as deep as the stack was found to bear with eight megabytes.
_DEEPEST = 20_000
# What is read is a great deal and no garbage: looking for some as often as usual took half of the time.
_SELDOM = 1_000_000
_TOO_LARGE_A_FILE = "Attachments that are larger than Sotto keeps"
_PACKED = ".zip"


def main() -> None:
    take_limits(_LIMITS)
    target = _way_out()
    for encoding in ENCODINGS:
        codecs.lookup(encoding)
    time.strptime("", "")  # brings in what reads dates, while files can still be opened
    sys.setrecursionlimit(_DEEPEST)
    gc.set_threshold(_SELDOM)
    close_doors()
    serve(sys.stdin.buffer, target)


def serve(source: IO[bytes], target: IO[bytes]) -> None:
    """Read each export that is named, and give out what is in it, or the name of the reason why not."""
    while (asked := take_frame(source, LARGEST_LIST)) and asked.kind == EXPORT:
        try:
            _read_export(asked, Distance(target, source), lambda frame: write_frame(target, frame))
            put_frame(target, Frame(END, b""))
        except ExchangeError as error:
            put_frame(target, _refused(type(error)))
        except RecursionError:
            put_frame(target, _refused(FileNestedTooDeep))
        except MemoryError:
            put_frame(target, _refused(ConversationTooLarge))


def _read_export(asked: Frame, distance: Distance, put: Callable[[Frame], None]) -> None:
    files = json.loads(asked.content)
    source = Source(distance.file(number, name, size) for number, (name, size) in enumerate(files))
    importer = importer_of(source)
    if importer is None:
        raise refusal(ExportPackedTwice if _holds_packed(source) else ExportUnknown)
    put(Frame(ORIGIN, importer.ORIGIN.encode()))
    for piece in importer.pieces(source):
        for frame in _frames_of(piece):
            put(frame)


def _frames_of(piece: Piece) -> Iterator[Frame]:
    if isinstance(piece, FileBytes) and len(piece.content) > LARGEST_FILE:
        yield frame_of(Skipped(_TOO_LARGE_A_FILE))
        return
    frame = frame_of(piece)
    yield frame if len(frame.content) <= LARGEST_PIECE else Frame(OVERSIZED, b"")


def _holds_packed(source: Source) -> bool:
    return any(member.name.casefold().endswith(_PACKED) for member in source.members)


def _refused(kind: type[ExchangeError]) -> Frame:
    return Frame(frames.REFUSED, kind.__name__.encode())


def _way_out() -> IO[bytes]:
    """Keep the pipe for ourselves: whatever a library prints must not get in between."""
    target = os.fdopen(os.dup(sys.stdout.fileno()), "wb", buffering=1 << 16)
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return target


if __name__ == "__main__":
    main()
