"""Attachments: files at an item. Equal bytes are kept once, known by their seal."""

from dataclasses import dataclass, field
from hashlib import sha256

from app.domain.ids import AttachmentId, ItemId

PIECE_BYTES = 256 * 1024
PICTURE_TYPE = "image/"
"""How the media types of pictures begin."""


@dataclass(frozen=True, slots=True)
class Seal:
    """By which bytes are known again: their SHA-256 and how many they are."""

    sha256: bytes
    size: int


@dataclass(frozen=True, slots=True)
class Attachment:
    """`blob` is the number under which the archive keeps the bytes.

    `text_bytes` is how long the text is that a model is given of it, or None for a picture.
    """

    id: AttachmentId
    item: ItemId
    position: int
    blob: int
    size: int
    name: str = field(repr=False)
    media_type: str
    text_bytes: int | None = None


@dataclass(frozen=True, slots=True)
class PreparedFile:
    """A file that has been read, and whose bytes wait in the archive for the item that it will belong to."""

    id: AttachmentId
    blob: int
    seal: Seal
    name: str = field(repr=False)
    media_type: str
    text: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class GivenFile:
    """A file as a model is given it: its text, or its bytes where it is a picture."""

    name: str = field(repr=False)
    media_type: str
    text: str | None = field(default=None, repr=False)
    picture: bytes | None = field(default=None, repr=False)


class Sealing:
    """Seals bytes that come by in pieces, none of which is kept."""

    def __init__(self) -> None:
        self._digest = sha256()
        self._size = 0

    def add(self, piece: bytes) -> None:
        self._digest.update(piece)
        self._size += len(piece)

    @property
    def seal(self) -> Seal:
        return Seal(self._digest.digest(), self._size)
