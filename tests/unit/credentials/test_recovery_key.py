import re
from collections.abc import Callable
from itertools import pairwise

import pytest

from app.credentials.recovery_key import RecoveryKey
from app.domain.errors import RecoveryKeyMistyped

KEY = RecoveryKey(bytes(range(100, 132)))
TEXT = "CHJP-CSV8-D5N6-PV3D-DSQQ-0WBJ-EDT7-AXKQ-F1WQ-MYVW-FNZ7-Z041-GA1R-6R57"


def test_a_key_comes_back_from_its_own_text() -> None:
    for _ in range(100):
        key = RecoveryKey.new()
        assert RecoveryKey.parse(key.text) == key


def test_how_a_key_is_written_stays_for_ever() -> None:
    """It lies on paper: what is written today must be read by every later Sotto."""
    assert KEY.text == TEXT
    assert RecoveryKey.parse(TEXT) == KEY


def test_a_key_is_256_bits_and_each_is_new() -> None:
    assert len({RecoveryKey.new().bits for _ in range(50)}) == 50
    assert len(RecoveryKey.new().bits) == 32


def test_the_text_is_groups_of_letters_that_cannot_be_confused() -> None:
    for _ in range(50):
        assert re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{4}-){13}[0-9A-HJKMNP-TV-Z]{4}", RecoveryKey.new().text)


@pytest.mark.parametrize(
    "retyped",
    [
        str.lower,
        lambda text: text.replace("-", ""),
        lambda text: text.replace("-", " "),
        lambda text: text.replace("-", " \u2013 "),
        lambda text: text.replace("-", "\n"),
        lambda text: f"\t {text}\u00a0\r\n",
        lambda text: text.replace("0", "O").replace("1", "I"),
        lambda text: text.replace("0", "o").replace("1", "l"),
        lambda text: text.replace("V", "u"),
    ],
)
def test_habits_of_writing_are_forgiven(retyped: Callable[[str], str]) -> None:
    for key in (KEY, *(RecoveryKey.new() for _ in range(20))):
        assert RecoveryKey.parse(retyped(key.text)) == key


def test_every_slip_of_one_letter_is_noticed() -> None:
    letters = KEY.text.replace("-", "")
    for place, letter in enumerate(letters):
        for slip in set("0123456789ABCDEFGHJKMNPQRSTVWXYZ") - {letter}:
            with pytest.raises(RecoveryKeyMistyped):
                RecoveryKey.parse(letters[:place] + slip + letters[place + 1 :])


def test_two_letters_in_the_wrong_order_are_noticed() -> None:
    letters = KEY.text.replace("-", "")
    for place, (one, other) in enumerate(pairwise(letters)):
        if one != other:
            with pytest.raises(RecoveryKeyMistyped):
                RecoveryKey.parse(letters[:place] + other + one + letters[place + 2 :])


@pytest.mark.parametrize("typed", ["", "-", "abc", TEXT[:-1], f"{TEXT}0", TEXT.replace("C", "!"), "ß" * 56])
def test_what_is_no_key_is_refused_without_being_shown(typed: str) -> None:
    with pytest.raises(RecoveryKeyMistyped) as refusal:
        RecoveryKey.parse(typed)
    assert len(typed) < 4 or typed not in f"{refusal.value!r} {refusal.value.summary}"


def test_no_repr_holds_the_key() -> None:
    assert repr(KEY) == "RecoveryKey()"
