"""Characters and units."""

import pytest

from app.ui.widgets.utf16 import characters_in, units_in


@pytest.mark.parametrize(("text", "units"), [("", 0), ("plain", 5), ("größe", 5), ("a😀b", 4)])
def test_an_emoji_is_two_units(text: str, units: int) -> None:
    assert units_in(text) == units
    assert characters_in(text, units) == len(text)


def test_units_are_counted_back_into_characters() -> None:
    assert [characters_in("a😀b", units) for units in (0, 1, 3, 4, 9)] == [0, 1, 2, 3, 3]
