"""What goes through the pipes to and from a reading process: frames of a kind, a length and their bytes."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO, Any

# To the worker: how long a picture's longer side may be, then the file. It learns no name.
LONGEST_SIDE, FILE = b"l", b"f"
# From the worker: steps, if there are any. Then why not, or the media type and what was read.
STEP, REFUSED, MEDIA_TYPE, TEXT, PICTURE = b"s", b"r", b"m", b"t", b"p"

_HEAD = struct.Struct(">cI")
_NUMBER = struct.Struct(">I")
_STEP = struct.Struct(">II")


class Garbled(Exception):
    """What came through the pipe is not what was agreed upon."""


@dataclass(frozen=True, slots=True)
class Frame:
    kind: bytes
    content: bytes = field(repr=False)


def number_frame(kind: bytes, number: int) -> Frame:
    return Frame(kind, _NUMBER.pack(number))


def step_frame(done: int, of: int) -> Frame:
    return Frame(STEP, _STEP.pack(done, of))


def number_in(frame: Frame) -> int:
    return int(_unpacked(_NUMBER, frame)[0])


def step_in(frame: Frame) -> tuple[int, int]:
    """Return how much is done, and of how much."""
    done, of = _unpacked(_STEP, frame)
    return done, of


def put_frame(target: IO[bytes], frame: Frame) -> None:
    """Put a frame into the pipe, and all that was written before."""
    write_frame(target, frame)
    target.flush()


def write_frame(target: IO[bytes], frame: Frame) -> None:
    """Write a frame that need not be in the pipe before others are: many go at once."""
    target.write(_HEAD.pack(frame.kind, len(frame.content)))
    target.write(frame.content)


def take_frames(source: IO[bytes], most: int) -> Iterator[Frame]:
    """Yield frames until the pipe ends. Raises Garbled for one that breaks off, or beyond `most` bytes."""
    while frame := take_frame(source, most - _HEAD.size):
        most -= _HEAD.size + len(frame.content)
        yield frame


def take_frame(source: IO[bytes], most: int) -> Frame | None:
    """Return the next frame, or None where the pipe has ended. Raises Garbled as above."""
    head = source.read(_HEAD.size)
    if not head:
        return None
    kind, length = _unpacked(_HEAD, Frame(b"", head))
    if length > most:
        raise Garbled
    content = source.read(length)
    if len(content) < length:
        raise Garbled
    return Frame(kind, content)


def _unpacked(form: struct.Struct, frame: Frame) -> tuple[Any, ...]:
    if len(frame.content) != form.size:
        raise Garbled
    return form.unpack(frame.content)
