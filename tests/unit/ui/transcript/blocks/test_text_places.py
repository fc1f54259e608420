"""Places in characters and in units."""

import pytest

from app.ui.transcript.blocks.text_places import TextPlaces


@pytest.mark.parametrize("text", ["", "abc", "a😀b", "😀😀", "é日\ufffc𝒳"])
def test_places_agree_with_the_encoding(text: str) -> None:
    places = TextPlaces(text)
    for place in range(len(text) + 1):
        units = len(text[:place].encode("utf-16-le")) // 2
        assert places.units(place) == units
        assert places.place(units) == place


def test_in_the_middle_of_a_sign_is_before_it_and_beyond_the_end_is_the_end() -> None:
    assert TextPlaces("a😀b").place(2) == 1
    assert TextPlaces("ab").place(9) == 2
    assert TextPlaces("ab").units(9) == 2
