from hashlib import sha256

from app.domain.ids import ItemId
from app.domain.parcel import ParcelFile
from app.store import blobs, origins
from app.store.driver import Connection
from app.store.parcel_belongings import brought_in, digest, known_hashes
from tests.unit.store.parceling import item, parcel, take


def test_what_a_conversation_was_brought_in_with_is_known_by_a_digest(connection: Connection) -> None:
    take(connection, parcel([item("q"), item("a", "q")]))
    assert brought_in(connection, 1) == {digest("q"), digest("a")}
    assert brought_in(connection, 2) == set()
    assert -(1 << 63) <= digest("\ud800") < 1 << 63


def test_bytes_that_are_here_are_known_by_their_hash(connection: Connection) -> None:
    blobs.add_blob(connection, [b"bytes"])
    here, gone = sha256(b"bytes").hexdigest(), sha256(b"other").hexdigest()
    assert known_hashes(connection, [here, gone]) == {here}


def test_bytes_that_waited_are_sealed_when_their_item_comes(connection: Connection) -> None:
    waiting = blobs.begin_blob(connection)
    blobs.add_piece(connection, waiting, 0, b"bytes")
    file = ParcelFile("f", "text/plain", sha256(b"bytes").hexdigest(), 5)
    assert take(connection, parcel([item("q", files=(file,))]), {file.sha256: waiting}).files == 1
    assert known_hashes(connection, [file.sha256]) == {file.sha256}


def test_what_an_item_was_elsewhere_is_kept_word_for_word(connection: Connection) -> None:
    take(connection, parcel([item("q", raw='{"odd": [1]}')]))
    [found] = origins.find_items_by_origin(connection, "q")
    assert origins.raw_origin(connection, ItemId(found)) == '{"odd": [1]}'
