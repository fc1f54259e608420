import codecs
import io
import json
from typing import Any

import pytest

from app.domain.exchange_errors import ConversationTooLarge, FileDamaged, FileNestedTooDeep
from app.exchange.json_stream import encoding_of, json_values

VALUES = [{"a": [1, {"b": "ü]},\\"}]}, "text", 12, -1.5e3, None, True, [], {}]
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be")


def read(content: bytes, largest: int = 1 << 20) -> list[Any]:
    return list(json_values(io.BytesIO(content), largest))


class Trickle(io.BytesIO):
    """A stream that gives a byte at a time, whatever it is asked for."""

    def read(self, size: int | None = -1) -> bytes:
        return super().read(1 if size else 0)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_the_values_of_an_array_come_one_by_one(encoding: str) -> None:
    assert read(json.dumps(VALUES).encode(encoding)) == VALUES
    assert read(json.dumps(VALUES, indent=2, ensure_ascii=False).encode(encoding)) == VALUES


def test_a_lone_value_comes_by_itself() -> None:
    assert read(b'\n {"a": [1]} \n') == [{"a": [1]}]
    assert read(b"[]") == []
    assert read(b" \n") == read(b"") == []


def test_values_one_a_line_come_one_by_one() -> None:
    assert read(b'{"a": 1}\n{"a": 2}\n\n{"a": 3}') == [{"a": 1}, {"a": 2}, {"a": 3}]


def test_values_larger_than_what_is_taken_in_at_once_come_whole() -> None:
    large = [{"text": "x" * 3_000_000, "n": [1] * 500_000}, 1 << 40, {"text": "y" * 1_500_000}]
    assert read(json.dumps(large).encode(), 8 << 20) == large


def test_it_does_not_matter_where_the_bytes_are_cut() -> None:
    assert list(json_values(Trickle(json.dumps(VALUES, ensure_ascii=False).encode()))) == VALUES


def test_what_is_whole_before_the_end_breaks_off_has_come() -> None:
    values = [value for value in VALUES if not isinstance(value, float | int)]
    content = json.dumps(values, separators=(",", ":")).encode()
    for length in range(1, len(content)):
        came: list[Any] = []
        with pytest.raises(FileDamaged):
            came.extend(json_values(io.BytesIO(content[:length])))
        assert came == values[: len(came)]
    assert came == values


@pytest.mark.parametrize(
    "content", [b"hello", b"[1 2]", b"[1,]", b"{]", b'["\n"]', b"[1}", b"\xff\xfe\xff", b"<a>"]
)
def test_what_is_no_json_is_damaged(content: bytes) -> None:
    with pytest.raises(FileDamaged):
        read(content)


def test_numbers_that_are_none_are_read_as_null() -> None:
    assert read(b"[NaN, Infinity, -Infinity, 1e999, " + b"9" * 100_000 + b", 1]") == [None] * 5 + [1]


def test_halves_of_characters_and_names_that_come_twice_are_taken() -> None:
    assert read(rb'[{"a": 1, "a": "\ud800"}]') == [{"a": "\ud800"}]
    assert read(b'["\xff\xc3"]') == ["\ufffd\ufffd"]


@pytest.mark.parametrize("bomb", [b"[" * 100_000, b"[" * 100_001 + b"]" * 100_001, b'{"a":' * 100_000])
def test_nesting_without_end_is_refused(bomb: bytes) -> None:
    with pytest.raises(FileNestedTooDeep):
        read(bomb)


def test_a_value_has_its_largest_size() -> None:
    content = b'["' + b"x" * (3 << 20) + b'"]'
    assert len(read(content, 4 << 20)) == 1
    with pytest.raises(ConversationTooLarge):
        read(content, 1 << 20)
    with pytest.raises(ConversationTooLarge):
        read(b'["' + b"x" * (30 << 20), 1 << 20)


def test_much_white_space_is_no_value() -> None:
    assert read(b" " * (3 << 20) + b"[1" + b"\n" * (3 << 20) + b"]") == [1]


def test_an_encoding_is_told_by_its_mark_or_by_its_zeros() -> None:
    assert encoding_of(codecs.BOM_UTF8 + b"[") == ("utf-8", 3)
    assert encoding_of(b"[") == encoding_of(b"") == ("utf-8", 0)
    assert encoding_of("[]".encode("utf-16-le")) == ("utf-16-le", 0)
