import pytest

from app.credentials.stretching import Stretching
from app.domain.errors import SidecarLost

SALT = "00112233445566778899aabbccddeeff"
QUICK = Stretching(SALT, memory_kib=64, passes=1, lanes=1)


def test_a_new_one_asks_for_as_much_as_a_thief_should_pay() -> None:
    made = Stretching.new()
    assert (made.memory_kib, made.passes, made.lanes) == (64 * 1024, 3, 4)
    assert len(bytes.fromhex(made.salt)) == 16
    assert made.salt != Stretching.new().salt


def test_a_passphrase_gives_the_same_seed_for_ever() -> None:
    """What opens an archive today must open it with every later library."""
    assert QUICK.seed("password").hex() == "af60926ed3124f7c67137ce923d56ea883d6adb8ba5e5439c443920fb7d31eb5"


def test_how_the_letters_were_composed_makes_no_difference() -> None:
    assert QUICK.seed("gr\u00fc\u00dfe") == QUICK.seed("gru\u0308\u00dfe")
    assert QUICK.seed("grusse") != QUICK.seed("Grusse")
    assert QUICK.seed("a word ") != QUICK.seed("a word")


def test_salt_and_numbers_change_the_seed() -> None:
    others = (
        Stretching(SALT[::-1], memory_kib=64, passes=1, lanes=1),
        Stretching(SALT, memory_kib=128, passes=1, lanes=1),
        Stretching(SALT, memory_kib=64, passes=2, lanes=1),
        Stretching(SALT, memory_kib=64, passes=1, lanes=2),
    )
    assert len({each.seed("word") for each in (QUICK, *others)}) == 5
    assert len({each.told for each in (QUICK, *others)}) == 5


@pytest.mark.parametrize(
    ("memory_kib", "passes", "lanes"),
    [
        (64 * 1024 * 1024, 3, 4),
        (1024 * 1024 + 1, 3, 4),
        (65536, 17, 4),
        (65536, 3, 17),
        (31, 3, 4),
        (0, 0, 0),
        (65536, 0, 4),
        (65536, 3, 0),
        (65536, 3, -1),
        (65536.0, 3, 4),
        (65536, True, 4),
        ("65536", 3, 4),
    ],
)
def test_a_file_cannot_ask_for_the_impossible(memory_kib: int, passes: int, lanes: int) -> None:
    with pytest.raises(SidecarLost):
        Stretching(SALT, memory_kib, passes, lanes)


@pytest.mark.parametrize("salt", ["", "00", SALT + "00"])
def test_a_salt_has_sixteen_bytes(salt: str) -> None:
    with pytest.raises(SidecarLost):
        Stretching(salt)
