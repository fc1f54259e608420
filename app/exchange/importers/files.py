"""Attachments that a source brings along, each read only when its item's turn has come.

A `FoundFile` is a name and a way to the bytes: a member of a zip, a data URL, words that were kept of it.
What its bytes are is told by the bytes; a picture is drawn anew, as one that a person attaches is, so that
neither the camera's notes nor a hostile file of pictures comes into the archive.
"""

from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from urllib.parse import unquote_to_bytes

from app.domain.exchange_errors import ExchangeError, FileDamaged, FileEmpty, FileTooLarge
from app.domain.parcel import FileBytes, ParcelFile
from app.exchange.file_kinds import PICTURES, kind_of, text_type
from app.exchange.importers.values import text
from app.exchange.pictures import read_picture
from app.exchange.plain_text import read_text
from app.exchange.refusals import refusal
from app.exchange.source import Member, Source

LONGEST_SIDE = 2048
MOST_BYTES = 64 << 20
UNKNOWN_TYPE = "application/octet-stream"
_LONGEST_NAME = 200
_UNNAMED = "file"
_DATA = "data:"


@dataclass(frozen=True, slots=True)
class FoundFile:
    """`read` gives all its bytes, and may raise ExchangeError."""

    name: str = field(repr=False)
    read: Callable[[], bytes] = field(repr=False)


def of_text(name: str, content: str) -> FoundFile:
    """Return a file of which the source has kept the words alone."""
    return FoundFile(name, lambda: text(content).encode())


def of_member(source: Source, member: Member, name: str = "") -> FoundFile:
    """Return a file that lies in the source itself."""

    def read() -> bytes:
        if member.size > MOST_BYTES:
            raise refusal(FileTooLarge)
        return source.read(member, MOST_BYTES)

    return FoundFile(name or member.name, read)


def of_data_url(name: str, url: str) -> FoundFile | None:
    """Return the file that is written out in an address, or None for an address of anything else."""
    if url[: len(_DATA)].lower() != _DATA:
        return None
    return FoundFile(name, lambda: _decoded(url))


def last_name(name: str) -> str:
    """Return what a file is called within its folder, whichever way the folders are told."""
    return name.replace("\\", "/").rpartition("/")[2]


def taken_in(found: FoundFile) -> tuple[ParcelFile, FileBytes]:
    """Return a file as an item has it, and its bytes. Raises ExchangeError."""
    content = found.read()
    if not content:
        raise refusal(FileEmpty)
    kind = kind_of(content)
    if kind in PICTURES and kind is not None:
        picture = read_picture(content, kind, LONGEST_SIDE)
        return _both(found.name, picture.media_type, picture.content, None)
    if kind is not None:
        return _both(found.name, kind.value, content, None)
    words = _words(content)
    media_type = UNKNOWN_TYPE if words is None else text_type(found.name)
    return _both(found.name, media_type, content, words)


def _both(name: str, media_type: str, content: bytes, words: str | None) -> tuple[ParcelFile, FileBytes]:
    seal = sha256(content).hexdigest()
    file = ParcelFile(_plain_name(name), media_type, seal, len(content), words)
    return file, FileBytes(seal, content)


def _words(content: bytes) -> str | None:
    try:
        return read_text(content)
    except ExchangeError:
        return None


def _plain_name(name: str) -> str:
    """Return a name of one line without any folders, at most so long that its ending is still there."""
    last = " ".join(last_name(text(name)).split())
    return last[-_LONGEST_NAME:] or _UNNAMED


def _decoded(url: str) -> bytes:
    head, _, content = url.partition(",")
    plain = unquote_to_bytes(content)
    if not head.lower().endswith(";base64"):
        return plain
    try:
        return b64decode(plain)
    except NotBase64 as error:
        raise refusal(FileDamaged) from error
