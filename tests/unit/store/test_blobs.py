import random
import tracemalloc
from collections.abc import Iterator

import pytest

from app.domain.attachment import PIECE_BYTES, Sealing
from app.domain.errors import BugError, StoreDamaged
from app.domain.ids import AttachmentId, ItemId
from app.store import blobs
from app.store.attachments import add_attachment
from app.store.driver import Connection, transaction
from tests.unit.store.writing import Writing

MEGABYTE = 1 << 20
SIZES = [0, 1, PIECE_BYTES - 1, PIECE_BYTES, PIECE_BYTES + 1, 3 * PIECE_BYTES + 7]


def some_bytes(size: int, seed: int = 1) -> bytes:
    return random.Random(seed).randbytes(size)  # noqa: S311


def portions(whole: bytes, size: int) -> Iterator[bytes]:
    for start in range(0, len(whole), size):
        yield whole[start : start + size]


def count(connection: Connection, table: str) -> int:
    (number,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608
    return int(number)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("portion", [100_000, PIECE_BYTES, 5 * PIECE_BYTES])
def test_bytes_come_back_in_pieces_of_one_size(connection: Connection, size: int, portion: int) -> None:
    whole = some_bytes(size)
    blob = blobs.add_blob(connection, portions(whole, portion))
    read = list(blobs.pieces(connection, blob))
    assert b"".join(read) == whole
    assert all(len(piece) == PIECE_BYTES for piece in read[:-1])
    assert blobs.seal_of(connection, blob).size == size


def test_equal_bytes_are_kept_once(connection: Connection) -> None:
    whole = some_bytes(2 * PIECE_BYTES + 5)
    first, second = (blobs.add_blob(connection, portions(whole, size)) for size in (1_000, 300_000))
    other = blobs.add_blob(connection, [whole[:-1]])
    assert first == second != other
    assert (count(connection, "blob"), count(connection, "blob_piece")) == (2, 6)


def test_an_upload_that_breaks_off_leaves_nothing(connection: Connection) -> None:
    def broken() -> Iterator[bytes]:
        yield some_bytes(2 * PIECE_BYTES)
        raise OSError("The disk was pulled out.")

    with pytest.raises(OSError, match="pulled"), transaction(connection):
        blobs.add_blob(connection, broken())
    assert (count(connection, "blob"), count(connection, "blob_piece")) == (0, 0)


def test_two_files_may_be_taken_in_beside_each_other(connection: Connection) -> None:
    numbers = [blobs.begin_blob(connection) for _ in range(2)]
    seals = []
    for blob, whole in zip(numbers, (b"one", b"two"), strict=True):
        sealing = Sealing()
        sealing.add(whole)
        blobs.add_piece(connection, blob, 0, whole)
        seals.append(sealing.seal)
    assert [blobs.end_blob(connection, *each) for each in zip(numbers, seals, strict=True)] == numbers


DAMAGES = {
    "a changed byte": "UPDATE blob_piece SET bytes = zeroblob(length(bytes)) WHERE position = 1",
    "a missing piece": "DELETE FROM blob_piece WHERE position = 1",
    "a missing end": "DELETE FROM blob_piece WHERE position = 2",
    "no pieces": "DELETE FROM blob_piece",
    "another seal": "UPDATE blob SET sha256 = zeroblob(32)",
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_file_is_told_before_its_end_is_given(connection: Connection, damage: str) -> None:
    whole = some_bytes(2 * PIECE_BYTES + 5)
    blob = blobs.add_blob(connection, [whole])
    connection.execute(damage)
    given: list[bytes] = []
    with pytest.raises(StoreDamaged):
        given.extend(blobs.pieces(connection, blob))
    assert len(b"".join(given)) < len(whole)


def test_only_blobs_without_an_attachment_are_orphans(writing: Writing, connection: Connection) -> None:
    writing.conversation("a")
    writing.question("a", "q")
    held, idle, coming = (blobs.add_blob(connection, [name]) for name in (b"held", b"idle", b"coming"))
    unfinished = blobs.begin_blob(connection)
    add_attachment(connection, AttachmentId("x"), ItemId("q"), held, "a.txt", "text/plain")
    assert blobs.orphans(connection) == [idle, coming, unfinished]
    assert blobs.orphans(connection, spared={coming}) == [idle, unfinished]
    for orphan in blobs.orphans(connection):
        blobs.remove_blob(connection, orphan)
    assert list(blobs.pieces(connection, held)) == [b"held"]
    assert count(connection, "blob_piece") == 1


def test_orphans_are_removed_unless_they_are_on_their_way(writing: Writing, connection: Connection) -> None:
    writing.conversation("a")
    writing.question("a", "q")
    held, idle, coming, other = (blobs.add_blob(connection, [each]) for each in (b"h", b"i", b"c", b"o"))
    add_attachment(connection, AttachmentId("x"), ItemId("q"), held, "a.txt", "text/plain")
    assert blobs.remove_orphans(connection, {coming, other}) == 1
    assert blobs.orphans(connection) == [coming, other]
    blobs.remove_unheld(connection, [held, idle, coming])
    assert blobs.orphans(connection) == [other]
    assert list(blobs.pieces(connection, held)) == [b"h"]


def test_pieces_can_be_added_several_at_once(connection: Connection) -> None:
    blob, sealing = blobs.begin_blob(connection), Sealing()
    blobs.add_pieces(connection, blob, 0, [b"a", b"b"])
    blobs.add_pieces(connection, blob, 2, [b"c"])
    sealing.add(b"abc")
    assert list(blobs.pieces(connection, blobs.end_blob(connection, blob, sealing.seal))) == [
        b"a",
        b"b",
        b"c",
    ]


def test_a_blob_that_does_not_exist_is_our_own_fault(connection: Connection) -> None:
    with pytest.raises(BugError):
        blobs.seal_of(connection, 9)


def test_a_large_file_is_never_in_memory_as_a_whole(connection: Connection) -> None:
    def large() -> Iterator[bytes]:
        source = random.Random(3)  # noqa: S311
        for _ in range(16):
            yield source.randbytes(MEGABYTE)

    tracemalloc.start()
    with transaction(connection):
        blob = blobs.add_blob(connection, large())
    size = sum(len(piece) for piece in blobs.pieces(connection, blob))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (size, peak < 5 * MEGABYTE) == (16 * MEGABYTE, True)
