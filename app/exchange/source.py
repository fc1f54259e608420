"""What an importer reads from: a file, each file of a packed one, or each file of a folder.

To an importer they are all the same: members with names, which are looked at and never used as paths, and
bytes, which are bounded before anything is unpacked. Every reading raises an ExchangeError if it must.
"""

import io
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, BinaryIO

from app.domain.exchange_errors import (
    ExchangeError,
    FileDamaged,
    FileProtected,
    FileUnpacksTooLarge,
    FileUnreadable,
    TooManyFiles,
)
from app.domain.text_pieces import storable
from app.exchange.json_stream import LARGEST_VALUE, json_values
from app.exchange.refusals import refusal

_ZIP = b"PK\x03\x04"
_LONGEST_NAME = 1000
_SEALED = 0x1
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
# Whatever the library says of a packed file that is not as it should be.
_UNPACKING = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    RuntimeError,
    NotImplementedError,
    ValueError,
    OverflowError,
)


@dataclass(frozen=True, slots=True)
class Caps:
    """How much is unpacked. `ratio` holds for whatever unpacks to more than `ratio_from` bytes."""

    entries: int = 50_000
    bytes: int = 8 << 30
    ratio: int = 100
    ratio_from: int = 4 << 20


@dataclass(frozen=True, slots=True)
class RawFile:
    """A file as it lies there. `open` gives a stream that can be read from any place."""

    name: str = field(repr=False)
    size: int
    open: Callable[[], BinaryIO] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Member:
    """One file. Its name is what was said of it: not to be trusted, and no path. `number` tells it apart."""

    name: str = field(repr=False)
    size: int
    number: int = 0


def held(name: str, content: bytes) -> RawFile:
    """A file that is in memory."""
    return RawFile(name, len(content), lambda: io.BytesIO(content))


class Source:
    """All that can be read of what a person chose."""

    def __init__(self, files: Iterable[RawFile], caps: Caps = Caps()) -> None:
        self._caps = caps
        self._open_members: list[tuple[Member, Callable[[], BinaryIO]]] = []
        self._archives: list[zipfile.ZipFile] = []
        for file in files:
            self._add(file)

    @property
    def members(self) -> tuple[Member, ...]:
        return tuple(member for member, _ in self._open_members)

    def read(self, member: Member, most: int) -> bytes:
        """Return the first `most` bytes, or fewer where there are no more."""
        with self.open(member) as stream:
            return stream.read(most)

    def open(self, member: Member) -> BinaryIO:
        """Return a stream of the member's bytes: never more than it was said to have."""
        return _Guarded.buffered(self._open_members[member.number][1])

    def json_items(self, member: Member, largest: int = LARGEST_VALUE) -> Iterator[Any]:
        """Yield the values of the JSON array at the top, of a lone value, or of one value a line."""
        with self.open(member) as stream:
            yield from json_values(stream, largest)

    def close(self) -> None:
        for archive in self._archives:
            archive.close()

    def _add(self, file: RawFile) -> None:
        with _translated():
            stream = file.open()
            beginning = stream.read(len(_ZIP))
        if beginning != _ZIP:
            stream.close()
            self._add_member(file.name, file.size, file.open)
            return
        with _translated():
            archive = zipfile.ZipFile(stream)
            self._archives.append(archive)
            entries = [entry for entry in archive.infolist() if not entry.filename.endswith("/")]
        _check(entries, file.size, self._caps)
        for entry in entries:
            self._add_member(entry.filename, entry.file_size, _opener(archive, entry))

    def _add_member(self, name: str, size: int, opening: Callable[[], BinaryIO]) -> None:
        if len(self._open_members) >= self._caps.entries:
            raise refusal(TooManyFiles)
        member = Member(storable(name[:_LONGEST_NAME]), size, len(self._open_members))
        self._open_members.append((member, opening))


def _opener(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Callable[[], BinaryIO]:
    return lambda: archive.open(entry)  # type: ignore[return-value]  # what it gives can be read in binary


def _check(entries: Sequence[zipfile.ZipInfo], packed: int, caps: Caps) -> None:
    """Refuse by what is said of the entries: no more than that is ever unpacked."""
    if len(entries) > caps.entries:
        raise refusal(TooManyFiles)
    if any(entry.flag_bits & _SEALED for entry in entries):
        raise refusal(FileProtected)
    if any(entry.compress_type not in _METHODS for entry in entries):
        raise refusal(FileDamaged)
    sizes = [(sum(entry.file_size for entry in entries), packed)]
    for unpacked, size in chain(sizes, ((entry.file_size, entry.compress_size) for entry in entries)):
        if unpacked > caps.bytes or unpacked > max(size * caps.ratio, caps.ratio_from):
            raise refusal(FileUnpacksTooLarge)


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except ExchangeError:
        raise
    except _UNPACKING as error:
        raise refusal(FileDamaged) from error
    except OSError as error:
        raise refusal(FileUnreadable) from error


class _Guarded(io.RawIOBase):
    """A stream whose library's own words for what is wrong never come through."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    @classmethod
    def buffered(cls, opening: Callable[[], BinaryIO]) -> BinaryIO:
        with _translated():
            return io.BufferedReader(cls(opening()))

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401  # whatever bytes can be written into
        with _translated():
            content = self._stream.read(len(buffer))
        buffer[: len(content)] = content
        return len(content)

    def close(self) -> None:
        self._stream.close()
        super().close()
