"""Pieces as plain values, and back; whatever else comes is refused."""

import random
from collections.abc import Iterator
from typing import Any

import pytest

from app.exchange.piece_values import Misshapen, fit_body, head_from, head_values, item_from, item_values
from tests.fakes.made_parcels import made

RUBBISH: tuple[object, ...] = (None, True, -1, 1.5, 1 << 70, "x", "\ud800\0", [], {}, [[]], [None], {"a": 1})


def test_pieces_come_back_as_they_were() -> None:
    for seed in range(50):
        one = made(seed)
        assert head_from(head_values(one.head)) == one.head
        for item in one.items:
            assert item_from(item_values(item), item.body, item.edited) == item


def spoilt(values: dict[str, Any], dice: random.Random) -> Iterator[dict[str, Any]]:
    """Each value in turn missing, or of another kind."""
    for name in values:
        yield {other: value for other, value in values.items() if other != name}
        yield values | {name: dice.choice(RUBBISH)}


def test_values_of_another_kind_are_refused_and_nothing_else_is_raised() -> None:
    dice = random.Random(1)  # noqa: S311
    refused = 0
    for seed in range(40):
        one = made(seed)
        for values in spoilt(head_values(one.head), dice):
            refused += is_refused(lambda values=values: head_from(values))
        for item in one.items:
            for values in spoilt(item_values(item), dice):
                refused += is_refused(lambda values=values: item_from(values, "{}", None))
    assert refused > 500


def is_refused(reading: Any) -> bool:  # noqa: ANN401
    try:
        reading()
    except Misshapen:
        return True
    return False


@pytest.mark.parametrize("body", [None, 1, "", "[]", "{", "[" * 100_000, "NaN"], ids=range(7))
def test_a_body_is_an_object_of_json(body: object) -> None:
    with pytest.raises(Misshapen):
        fit_body(body)


def test_texts_are_made_such_that_the_archive_can_keep_them() -> None:
    one = made(2)
    values = head_values(one.head) | {"title": "half \ud800 and \0"}
    assert head_from(values).title == "half \ufffd and \u2400"
