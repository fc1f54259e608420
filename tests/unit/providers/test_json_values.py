import json

import pytest

from app.providers.json_values import count, item_body, mapping, sequence, text

ANYTHING = [None, True, 1, -1, 1.5, float("nan"), 10**30, "x", [1], {"a": 1}]


def test_what_is_not_what_it_should_be_is_nothing() -> None:
    assert [mapping(value) for value in ANYTHING] == [{}] * 9 + [{"a": 1}]
    assert [list(sequence(value)) for value in ANYTHING] == [[]] * 8 + [[1], []]
    assert [text(value) for value in ANYTHING] == [""] * 7 + ["x", "", ""]
    assert [count(value) for value in ANYTHING] == [0, 0, 1, *[0] * 7]


def test_an_item_keeps_every_value_and_their_order() -> None:
    written = '{"z":1.0,"a":[null,true,"ü"],"encrypted_content":"x+/="}'
    assert item_body(json.loads(written)) == written


def test_half_a_character_in_an_item_can_be_kept() -> None:
    assert item_body({"a": "\ud83d"}) == '{"a":"\ufffd"}'


def test_what_is_no_json_is_refused() -> None:
    with pytest.raises(ValueError, match="JSON"):
        item_body({"a": float("nan")})
