import zipfile
from collections.abc import Iterator
from io import SEEK_END, BytesIO
from itertools import islice

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.credentials.sealed_export import PIECE_BYTES, seal, unseal
from app.domain.exchange_errors import FileDamaged, PassphraseMisfit

WORDS = "four words are enough"
SEALED_BYTES = PIECE_BYTES + 16
PLAIN = bytes(range(256)) * 700  # two whole pieces and a part of one


@pytest.fixture(scope="module")
def sealed() -> bytes:
    return b"".join(seal(WORDS, [PLAIN]))


def opened(sealed: bytes) -> bytes:
    with unseal(WORDS, BytesIO(sealed)) as plain:
        return plain.read()


@pytest.mark.parametrize("size", [0, 1, PIECE_BYTES - 1, PIECE_BYTES, PIECE_BYTES + 1, 2 * PIECE_BYTES])
def test_what_is_sealed_comes_out_again(size: int) -> None:
    assert opened(b"".join(seal(WORDS, [PLAIN[:size]]))) == PLAIN[:size]


def test_in_which_parts_it_came_makes_no_difference(sealed: bytes) -> None:
    parts = [PLAIN[:7], b"", PLAIN[7 : PIECE_BYTES + 9], PLAIN[PIECE_BYTES + 9 :]]
    again = b"".join(seal(WORDS, parts))
    assert len(again) == len(sealed)
    assert opened(again) == PLAIN


def test_nothing_of_it_is_seen_and_it_is_another_each_time(sealed: bytes) -> None:
    assert PLAIN[:32] not in sealed
    assert b"".join(seal(WORDS, [PLAIN]))[48:] != sealed[48:]


def test_it_is_sealed_as_it_comes() -> None:
    def without_end() -> Iterator[bytes]:
        while True:
            yield PLAIN

    assert [len(part) for part in islice(seal(WORDS, without_end()), 4)] == [48, *3 * [SEALED_BYTES]]


def test_it_can_be_read_at_any_place(sealed: bytes) -> None:
    with unseal(WORDS, BytesIO(sealed)) as plain:
        assert plain.seek(-5, SEEK_END) == len(PLAIN) - 5
        assert plain.read() == PLAIN[-5:]
        plain.seek(PIECE_BYTES - 3)
        assert plain.read(6) == PLAIN[PIECE_BYTES - 3 : PIECE_BYTES + 3]
        plain.seek(len(PLAIN) + 1)
        assert plain.read() == b""


def test_a_package_is_read_through_the_seal() -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.writestr("a", PLAIN)
    with unseal(WORDS, BytesIO(b"".join(seal(WORDS, [packed.getvalue()])))) as plain:
        assert zipfile.ZipFile(plain).read("a") == PLAIN


def test_another_passphrase_does_not_open_it(sealed: bytes) -> None:
    with pytest.raises(PassphraseMisfit):
        unseal("four words", BytesIO(sealed))


CUTS = (48, 49, 63, 48 + SEALED_BYTES, 48 + 2 * SEALED_BYTES, 48 + 2 * SEALED_BYTES + 5, -1)


@pytest.mark.parametrize("size", CUTS)
def test_a_file_that_was_cut_off_is_known_before_it_is_read(sealed: bytes, size: int) -> None:
    with pytest.raises(FileDamaged):
        unseal(WORDS, BytesIO(sealed[:size]))


def test_what_is_put_behind_it_is_noticed(sealed: bytes) -> None:
    with pytest.raises(FileDamaged):
        unseal(WORDS, BytesIO(sealed + b"\0"))


def test_an_empty_piece_behind_whole_ones_is_no_end() -> None:
    """Only a file without anything in it ends so, or there would be two ways to write the same."""
    with pytest.raises(FileDamaged):
        unseal(WORDS, BytesIO(b"".join(seal(WORDS, [PLAIN[:PIECE_BYTES]])) + bytes(16)))


@pytest.mark.parametrize("place", [48, 48 + SEALED_BYTES, 48 + SEALED_BYTES * 2 - 1])
def test_a_changed_byte_is_noticed(sealed: bytes, place: int) -> None:
    changed = bytearray(sealed)
    changed[place] ^= 1
    with pytest.raises(FileDamaged):
        opened(bytes(changed))


def test_pieces_keep_their_places(sealed: bytes) -> None:
    head, rest = sealed[:48], sealed[48:]
    one, two = rest[:SEALED_BYTES], rest[SEALED_BYTES : 2 * SEALED_BYTES]
    with pytest.raises(FileDamaged):
        opened(head + two + one + rest[2 * SEALED_BYTES :])
    with pytest.raises(FileDamaged):
        opened(head + two + rest[2 * SEALED_BYTES :])


def test_a_reader_written_from_the_description_alone_opens_it(sealed: bytes) -> None:
    head, rest = sealed[:48], sealed[48:]
    memory = int.from_bytes(head[12:16], "big")
    way = Argon2id(salt=head[16:32], length=32, iterations=head[9], lanes=head[10], memory_cost=memory)
    seed = way.derive(WORDS.encode())
    cipher = AESGCM(HKDF(SHA256(), 32, salt=None, info=b"Sotto export|key").derive(seed))
    pieces = [rest[at : at + SEALED_BYTES] for at in range(0, len(rest), SEALED_BYTES)]
    plain = b""
    for number, piece in enumerate(pieces):
        nonce = number.to_bytes(11, "big") + bytes([piece is pieces[-1]])
        plain += cipher.decrypt(nonce, piece, head)
    assert plain == PLAIN
