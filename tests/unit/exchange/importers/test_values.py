import json
from decimal import Decimal
from typing import Any

import pytest

from app.exchange.importers.values import (
    MOST_RAW,
    as_json,
    as_text,
    flag_at,
    id_at,
    leftover,
    mapping,
    mapping_at,
    mappings_at,
    moment,
    moment_at,
    number_at,
    sequence_at,
    text_at,
    texts_at,
)

RUBBISH = (None, True, 3, 2.5, Decimal("1.5"), "text", [1], {"a": 1}, float("nan"), 10**400)
SECOND = 1_700_000_000
MICROSECONDS = SECOND * 1_000_000


@pytest.mark.parametrize("value", RUBBISH)
def test_no_look_fails_whatever_is_there(value: object) -> None:
    entry = mapping({"name": value})
    for look in (text_at, id_at, number_at, moment_at, flag_at, mapping_at, sequence_at):
        look(entry, "name", "other")
    assert list(mappings_at(entry, "name")) == []


@pytest.mark.parametrize("value", [None, [], "text", 1])
def test_what_is_no_mapping_is_an_empty_one(value: object) -> None:
    assert not mapping(value)


def test_the_first_name_of_the_right_kind_answers() -> None:
    entry = mapping({"a": 1, "b": "", "c": "text", "d": [1, "x", ""], "e": {"f": 2}, "g": True})
    assert text_at(entry, "a", "b", "c") == "text"
    assert number_at(entry, "c", "a") == 1
    assert list(texts_at(entry, "a", "d")) == ["x"]
    assert mapping_at(entry, "d", "e") == {"f": 2}
    assert flag_at(entry, "a", "g")
    assert not flag_at(entry, "a", "c")


def test_texts_can_be_stored() -> None:
    assert text_at({"a": "x\0\ud83d\r\ny"}, "a") == "x␀\ufffd\ny"


def test_an_id_is_short_and_the_same_every_time() -> None:
    assert id_at({"id": 12}, "id") == "12"
    assert id_at({"id": "abc"}, "uuid", "id") == "abc"
    long = id_at({"id": "a" * 10_000}, "id")
    assert len(long) == 64
    assert long == id_at({"id": "a" * 10_000}, "id") != id_at({"id": "a" * 9_999}, "id")
    assert id_at({"id": 10**400}, "id") == id_at({"id": True}, "id") == ""


@pytest.mark.parametrize(
    ("written", "microseconds"),
    [
        (SECOND, MICROSECONDS),
        (SECOND + 0.123456, MICROSECONDS + 123_456),
        (Decimal("1700000000.123456"), MICROSECONDS + 123_456),
        (SECOND * 1000 + 7, MICROSECONDS + 7000),
        (MICROSECONDS + 9, MICROSECONDS + 9),
        (MICROSECONDS * 1000, MICROSECONDS),
        (str(SECOND), MICROSECONDS),
        ("2023-11-14T22:13:20Z", MICROSECONDS),
        ("2023-11-14T22:13:20.000009+00:00", MICROSECONDS + 9),
        ("2023-11-15T00:13:20+02:00", MICROSECONDS),
        ("2023-11-14 22:13:20", MICROSECONDS),
    ],
)
def test_moments_are_read_in_every_unit(written: object, microseconds: int) -> None:
    assert moment(written) == microseconds


@pytest.mark.parametrize(
    "written",
    [
        *(0, -5, True, 10**30, 10**400, 1e308, float("inf"), float("nan"), Decimal("NaN"), Decimal("1e999")),
        *(
            "",
            "now",
            "nan",
            "1e999",
            "9999-12-31T23:59:59Z",
            "1901-01-01",
            "2023-11-14T22:13:20Z" * 100,
            None,
        ),
    ],
)
def test_what_is_no_moment_is_none(written: object) -> None:
    assert moment(written) is None


def test_what_json_does_not_know_is_not_written() -> None:
    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]
    assert as_json(deep) == as_json(float("nan")) == as_json(object()) == as_json(10**5000) == ""
    assert as_json({"a": Decimal("1.5"), "b": "\ud83d"}) == '{"a":1.5,"b":"\ufffd"}'
    assert as_text("{}") == "{}"
    assert as_text({"a": 1}) == '{"a":1}'
    assert as_text(None) == ""


def test_leftovers_are_what_has_no_place() -> None:
    entry = {"text": "said", "status": "done", "empty": "", "none": None, "parts": [], "flags": {"x": 1}}
    assert leftover(entry, ("text",)) == '{"status":"done","flags":{"x":1}}'
    assert leftover(entry, ("text", "status", "flags")) is None


def test_leftovers_are_bounded_and_still_json() -> None:
    entry = {"long": "a" * MOST_RAW, "many": [1] * MOST_RAW, "short": 1}
    assert leftover(entry, ()) == '{"short":1}'
    written = leftover({f"name {number}": "a" * 100 for number in range(1000)}, ())
    assert written is not None
    assert len(written) <= MOST_RAW
    assert len(json.loads(written)) > 100
