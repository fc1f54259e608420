"""Names that fit what was typed."""

import pytest

from app.domain.name_match import closest

NAMES = ("Translate to German", "Code review", "Explain like a thermostat", "Übersetzen")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", [0, 1, 2, 3]),
        ("code", [1]),
        ("REVIEW", [1]),
        ("crev", [1]),
        ("übers", [3]),
        ("t g", [0]),
        ("zebra", []),
    ],
)
def test_a_name_fits_that_holds_the_letters_in_their_order(typed: str, found: list[int]) -> None:
    assert closest(NAMES, typed) == found


def test_the_closest_comes_first() -> None:
    names = ("Tease out a plan", "A test plan", "test")
    assert closest(names, "test") == [2, 1, 0]
