"""Attachments: files at an item. Equal bytes are kept once, known by their seal."""

from dataclasses import dataclass, field
from hashlib import sha256

from app.domain.ids import AttachmentId, ItemId

PIECE_BYTES = 256 * 1024


@dataclass(frozen=True, slots=True)
class Seal:
    """By which bytes are known again: their SHA-256 and how many they are."""

    sha256: bytes
    size: int


@dataclass(frozen=True, slots=True)
class Attachment:
    """`blob` is the number under which the archive keeps the bytes."""

    id: AttachmentId
    item: ItemId
    position: int
    blob: int
    size: int
    name: str = field(repr=False)
    media_type: str


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
