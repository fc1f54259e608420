import pytest

from app.credentials.archive_key import ArchiveKey
from app.domain.errors import SecretMalformed

ID = "0191e5a0-0000-7000-8000-000000000000"
OTHER = "0191e5a0-0000-7000-8000-000000000001"
HEX = "0123456789abcdef" * 6
MALFORMED = (
    "",
    HEX,
    f"{ID}:{HEX}",
    f"v2:{ID}:{HEX}",
    f"v1:{ID}:{HEX[:-1]}",
    f"v1:{ID}:{HEX}0",
    f"v1:{ID}:{HEX.upper()}",
    f"v1:{ID}:{HEX[:-1]}g",
    f"v1:{ID[:-1]}:{HEX}",
    f" v1:{ID}:{HEX}",
    f"v1:{ID}:{HEX}\n",
)


def test_a_key_survives_being_kept() -> None:
    key = ArchiveKey.new(ID)
    assert key.secret == f"v1:{ID}:{key.key_and_salt}"
    assert ArchiveKey.from_secret(key.secret) == key


def test_a_new_key_is_256_random_bits_and_a_salt() -> None:
    keys = {ArchiveKey.new(ID).key_and_salt for _ in range(50)}
    assert len(keys) == 50
    assert {len(bytes.fromhex(key)) for key in keys} == {32 + 16}


def test_what_is_no_key_is_refused_without_being_shown() -> None:
    for text in MALFORMED:
        with pytest.raises(SecretMalformed) as refusal:
            ArchiveKey.from_secret(text)
        assert "abcdef" not in f"{refusal.value!r} {refusal.value.summary}"


def test_the_check_value_belongs_to_key_and_archive() -> None:
    key = ArchiveKey(ID, HEX)
    assert key.check_value == ArchiveKey(ID, HEX).check_value == "f008a7f46828a3a4"
    assert key.check_value != ArchiveKey(OTHER, HEX).check_value
    assert key.check_value != ArchiveKey(ID, HEX[::-1]).check_value
    assert key.check_value not in HEX


def test_no_repr_holds_the_key() -> None:
    key = ArchiveKey(ID, HEX)
    assert ID in repr(key)
    assert HEX[:8] not in repr(key)
