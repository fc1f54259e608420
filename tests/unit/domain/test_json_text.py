from types import MappingProxyType

import pytest

from app.domain.json_text import json_text, values_from


def test_values_come_back_with_their_order_and_their_kinds_of_number() -> None:
    values = {"z": 1.0, "a": 1, "漢": [None, True, {"deep": "\0"}], "big": 2**80}
    kept = values_from(json_text(MappingProxyType(values)))
    assert list(kept.items()) == list(values.items())
    assert [type(kept[name]) for name in "za"] == [float, int]


def test_half_a_character_is_mended() -> None:
    assert values_from(json_text({"a": "x\ud83d"})) == {"a": "x�"}


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_what_json_does_not_know_is_refused(number: float) -> None:
    with pytest.raises(ValueError, match="JSON"):
        json_text({"a": number})


def test_what_was_read_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        values_from("{}")["a"] = 1  # type: ignore[index]
