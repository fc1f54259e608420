"""SQL of blobs: bytes in pieces, so that no more than a piece is ever in memory. Equal bytes are kept once.

A blob that is still being written bears a made-up seal of half a seal's length, which no bytes have.
"""

from collections.abc import Collection, Iterable, Iterator

from app.domain.attachment import PIECE_BYTES, Seal, Sealing
from app.domain.errors import BugError, StoreDamaged
from app.store.driver import Connection

_BEGIN = "INSERT INTO blob (sha256, size) VALUES (randomblob(16), 0)"
_ADD_PIECE = "INSERT INTO blob_piece (blob, position, bytes) VALUES (?, ?, ?)"
_SAME = "SELECT id FROM blob WHERE sha256 = ?"
_SEAL = "UPDATE blob SET sha256 = ?, size = ? WHERE id = ?"
_FIND = "SELECT sha256, size FROM blob WHERE id = ?"
_PIECE = "SELECT bytes FROM blob_piece WHERE blob = ? AND position = ?"
_ORPHANS = """
    SELECT id FROM blob
    WHERE NOT EXISTS (SELECT 1 FROM attachment WHERE blob = blob.id) ORDER BY id
"""
_REMOVE_PIECES = "DELETE FROM blob_piece WHERE blob = ?"
_REMOVE = "DELETE FROM blob WHERE id = ?"


def add_blob(connection: Connection, bytes_: Iterable[bytes]) -> int:
    """Take in bytes that come in any portions, and return the number under which they are kept."""
    blob, sealing = begin_blob(connection), Sealing()
    for position, piece in enumerate(in_pieces(bytes_)):
        sealing.add(piece)
        add_piece(connection, blob, position, piece)
    return end_blob(connection, blob, sealing.seal)


def begin_blob(connection: Connection) -> int:
    """Begin a blob whose pieces may follow in transactions of their own, so that others need not wait."""
    number = connection.execute(_BEGIN).lastrowid
    if number is None:
        raise BugError("SQLite gave a new blob no number.")
    return number


def add_piece(connection: Connection, blob: int, position: int, piece: bytes) -> None:
    connection.execute(_ADD_PIECE, (blob, position, piece))


def add_pieces(connection: Connection, blob: int, first: int, following: Iterable[bytes]) -> None:
    """Add several pieces in their order: one transaction for each of them would take long."""
    for position, piece in enumerate(following, first):
        add_piece(connection, blob, position, piece)


def end_blob(connection: Connection, blob: int, seal: Seal) -> int:
    """Seal a blob. Returns the number of the one that holds these bytes: an older one, if they were known."""
    same = connection.execute(_SAME, (seal.sha256,)).fetchone()
    if same is not None:
        remove_blob(connection, blob)
        return int(same[0])
    connection.execute(_SEAL, (seal.sha256, seal.size, blob))
    return blob


def seal_of(connection: Connection, blob: int) -> Seal:
    row = connection.execute(_FIND, (blob,)).fetchone()
    if row is None:
        raise BugError("There is no such blob.")
    return Seal(*row)


def piece_at(connection: Connection, blob: int, position: int) -> bytes | None:
    """Return one piece, or None behind the last."""
    row = connection.execute(_PIECE, (blob, position)).fetchone()
    return row[0] if row else None


def pieces(connection: Connection, blob: int) -> Iterator[bytes]:
    """Yield a blob's pieces. Raises StoreDamaged before the last if they are not as they were given."""
    expected, sealing = seal_of(connection, blob), Sealing()
    held = b""
    for piece in _stored(connection, blob):
        sealing.add(piece)
        if held:
            yield held
        held = piece
    if sealing.seal != expected:
        raise damaged()
    if held:
        yield held


def waiting_bytes(connection: Connection, blob: int) -> bytes:
    """Return what has been written of a blob that is not sealed yet."""
    return b"".join(_stored(connection, blob))


def damaged() -> StoreDamaged:
    return StoreDamaged("A file in the archive is not whole.")


def orphans(connection: Connection, spared: Collection[int] = ()) -> list[int]:
    """Return the blobs that no attachment holds, but for those on their way to one."""
    return [blob for (blob,) in connection.execute(_ORPHANS) if blob not in spared]


def remove_orphans(connection: Connection, spared: Collection[int] = ()) -> int:
    """Remove the blobs that no attachment holds, but for those spared. Return how many they were."""
    found = orphans(connection, spared)
    for blob in found:
        remove_blob(connection, blob)
    return len(found)


def remove_unheld(connection: Connection, numbers: Iterable[int]) -> None:
    """Remove those of these blobs that no attachment holds."""
    for blob in set(orphans(connection)).intersection(numbers):
        remove_blob(connection, blob)


def remove_blob(connection: Connection, blob: int) -> None:
    connection.execute(_REMOVE_PIECES, (blob,))
    connection.execute(_REMOVE, (blob,))


def in_pieces(bytes_: Iterable[bytes]) -> Iterator[bytes]:
    """Cut bytes that come in any portions into pieces of one size; only the last may be shorter."""
    waiting = bytearray()
    for portion in bytes_:
        for start in range(0, len(portion), PIECE_BYTES):
            waiting += portion[start : start + PIECE_BYTES]
            if len(waiting) >= PIECE_BYTES:
                yield bytes(waiting[:PIECE_BYTES])
                del waiting[:PIECE_BYTES]
    if waiting:
        yield bytes(waiting)


def _stored(connection: Connection, blob: int) -> Iterator[bytes]:
    position = 0
    while (piece := piece_at(connection, blob, position)) is not None:
        yield piece
        position += 1
