from hashlib import sha256

import pytest

from app.domain.attachment import Attachment, GivenFile, PreparedFile, Seal, Sealing
from app.domain.ids import AttachmentId, ItemId


@pytest.mark.parametrize("pieces", [[], [b""], [b"abc"], [b"a", b"", b"bc"]])
def test_bytes_have_one_seal_however_they_come(pieces: list[bytes]) -> None:
    sealing = Sealing()
    for piece in pieces:
        sealing.add(piece)
    whole = b"".join(pieces)
    assert sealing.seal == Seal(sha256(whole).digest(), len(whole))


def test_the_repr_does_not_hold_the_name() -> None:
    attachment = Attachment(AttachmentId("a"), ItemId("i"), 0, 1, 3, "canary.txt", "text/plain")
    assert attachment.name == "canary.txt"
    assert "canary" not in repr(attachment)


def test_nothing_of_a_prepared_or_given_file_is_shown() -> None:
    prepared = PreparedFile(AttachmentId("a"), 1, Seal(b"", 3), "canary.txt", "text/plain", "canary")
    given = GivenFile("canary.txt", "image/png", "canary", b"canary")
    assert "canary" not in repr((prepared, given))
