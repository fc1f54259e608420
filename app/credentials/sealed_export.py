"""A stream of bytes sealed by a passphrase, piece by piece: neither end ever holds the whole.

Behind the head come pieces of 65 536 bytes, each sealed by AES-256-GCM and so 16 bytes longer; the last may
be shorter, and is empty only where all is. The nonce of a piece is its number, from 0, in eleven bytes, and a
twelfth that is 1 at the last piece and 0 before; the whole head goes along as associated data. So no piece
can be changed, moved, left out or taken from another file, and a file that was cut off lacks its last.
"""

import io
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag

from app.credentials.sealed_head import HEAD_BYTES, SealedHead
from app.domain.exchange_errors import FileDamaged

PIECE_BYTES = 64 * 1024

_TAG_BYTES = 16
_SEALED_BYTES = PIECE_BYTES + _TAG_BYTES
_COUNTER_BYTES = 11


def seal(passphrase: str, plain: Iterable[bytes]) -> Iterator[bytes]:
    """Yield what is to be written. Raises EmptyPassphrase at the first step."""
    head = SealedHead.new(passphrase)
    yield head.written
    number, piece = 0, b""
    for following in _pieces(plain):
        if piece:
            yield head.cipher.encrypt(_nonce(number, is_last=False), piece, head.written)
            number += 1
        piece = following
    yield head.cipher.encrypt(_nonce(number, is_last=True), piece, head.written)


def unseal(passphrase: str, sealed: BinaryIO) -> BinaryIO:
    """Return what is in a sealed file, to be read at any place of it. `sealed` must be able to seek.

    The last piece is read at once, so that a file that was cut off is known before anything is taken from it.
    Takes about a third of a second, and owns `sealed` from then on. Raises PassphraseMisfit, FileFromFuture
    and FileDamaged, which reading may raise as well.
    """
    sealed.seek(0)
    return unseal_with(SealedHead.read(sealed.read(HEAD_BYTES), passphrase), sealed)


def unseal_with(head: SealedHead, sealed: BinaryIO) -> BinaryIO:
    """Return what is in a sealed file whose beginning has been read. Raises FileDamaged."""
    return io.BufferedReader(_SealedReader(head, sealed), PIECE_BYTES)


class _SealedReader(io.RawIOBase):
    """Opens one piece at a time. It owns the sealed file, and closes it."""

    def __init__(self, head: SealedHead, sealed: BinaryIO) -> None:
        super().__init__()
        self._sealed = sealed
        self._head = head
        body = sealed.seek(0, io.SEEK_END) - HEAD_BYTES
        self._pieces = -(-body // _SEALED_BYTES)
        self._size = body - self._pieces * _TAG_BYTES
        self._place = 0
        self._open = (-1, b"")
        if not self._pieces or (not self._piece(self._pieces - 1) and self._pieces > 1):
            raise FileDamaged("The end of the sealed file is missing.")

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._place

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        self._place = max(0, offset + (0, self._place, self._size)[whence])
        return self._place

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if self._place >= self._size:
            return 0
        number, begin = divmod(self._place, PIECE_BYTES)
        taken = self._piece(number)[begin : begin + len(buffer)]
        buffer[: len(taken)] = taken
        self._place += len(taken)
        return len(taken)

    def close(self) -> None:
        self._open = (-1, b"")
        self._sealed.close()
        super().close()

    def _piece(self, number: int) -> bytes:
        if self._open[0] != number:
            self._open = (number, self._opened(number))
        return self._open[1]

    def _opened(self, number: int) -> bytes:
        self._sealed.seek(HEAD_BYTES + number * _SEALED_BYTES)
        nonce = _nonce(number, is_last=number == self._pieces - 1)
        try:
            return self._head.cipher.decrypt(nonce, self._sealed.read(_SEALED_BYTES), self._head.written)
        except InvalidTag as error:
            raise FileDamaged("A piece of the sealed file is missing or has been changed.") from error


def _pieces(plain: Iterable[bytes]) -> Iterator[bytes]:
    """Cut what comes into pieces of one length, but for the last."""
    gathered = bytearray()
    for part in plain:
        gathered += part
        begin = 0
        while len(gathered) - begin >= PIECE_BYTES:
            yield bytes(gathered[begin : begin + PIECE_BYTES])
            begin += PIECE_BYTES
        del gathered[:begin]
    if gathered:
        yield bytes(gathered)


def _nonce(number: int, *, is_last: bool) -> bytes:
    return number.to_bytes(_COUNTER_BYTES, "big") + bytes([is_last])
