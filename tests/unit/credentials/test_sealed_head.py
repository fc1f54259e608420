import pytest

from app.credentials.sealed_head import HEAD_BYTES, SIGN, SealedHead, is_sealed
from app.domain.errors import EmptyPassphrase
from app.domain.exchange_errors import FileDamaged, FileFromFuture, PassphraseMisfit

WORDS = "four words are enough"
# What every later Sotto must still open: one pass, one lane, 64 KiB, and the salt 00 11 .. FF.
EARLY = bytes.fromhex(
    "89534f54544f0d0a010101000000004000112233445566778899aabbccddeeff40c51c693315215ec3b4e3d5faeb7fb9"
)


@pytest.fixture(scope="module")
def head() -> SealedHead:
    return SealedHead.new(WORDS)


def test_a_head_is_as_long_as_is_said_and_known_by_its_sign(head: SealedHead) -> None:
    assert len(head.written) == HEAD_BYTES
    assert is_sealed(head.written)
    assert not is_sealed(b"PK\x03\x04")
    assert not is_sealed(SIGN[:-1])


def test_it_asks_a_thief_for_as_much_as_the_archive_does(head: SealedHead) -> None:
    assert head.written[8:16].hex() == "0103040000010000"


def test_the_same_passphrase_gives_the_same_cipher(head: SealedHead) -> None:
    sealed = head.cipher.encrypt(bytes(12), b"text", None)
    assert SealedHead.read(head.written, WORDS).cipher.decrypt(bytes(12), sealed, None) == b"text"


def test_another_passphrase_does_not_fit(head: SealedHead) -> None:
    with pytest.raises(PassphraseMisfit):
        SealedHead.read(head.written, WORDS.upper())


def test_a_passphrase_needs_a_word() -> None:
    with pytest.raises(EmptyPassphrase):
        SealedHead.new(" ")


def test_what_was_sealed_early_opens_for_ever() -> None:
    assert SealedHead.read(EARLY, "password").written == EARLY
    with pytest.raises(PassphraseMisfit):
        SealedHead.read(EARLY, "passwort")


def test_a_newer_form_is_told_from_a_damaged_file() -> None:
    with pytest.raises(FileFromFuture):
        SealedHead.read(EARLY[:8] + b"\x02" + EARLY[9:], "password")


@pytest.mark.parametrize("written", [b"", EARLY[:-1], b"x" * HEAD_BYTES])
def test_what_is_no_head_is_damaged(written: bytes) -> None:
    with pytest.raises(FileDamaged):
        SealedHead.read(written, "password")


@pytest.mark.parametrize("place", [9, 10, 12])
def test_a_file_cannot_ask_for_the_impossible(place: int) -> None:
    with pytest.raises(FileDamaged):
        SealedHead.read(EARLY[:place] + b"\xff" + EARLY[place + 1 :], "password")
