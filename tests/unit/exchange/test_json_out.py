"""JSON out: a text that anybody can read, at once or as a stream."""

import json
from base64 import b64decode

from app.domain.parcel import FileBytes, Skipped
from app.exchange.json_out import json_text
from tests.fakes.made_parcels import made


def test_it_is_one_array_with_a_value_on_each_line() -> None:
    text = "".join(json_text(made(4).pieces, "Sotto 1"))
    first, *others = json.loads(text)
    assert first == {"sotto": "json", "version": 1, "exporter": "Sotto 1"}
    assert {each["piece"] for each in others} <= {"conversation", "item", "bytes"}
    assert [json.loads(line.rstrip(",")) for line in text.split("\n")[1:-2]] == [first, *others]


def test_a_large_file_comes_in_parts() -> None:
    file = FileBytes("hash", bytes(range(256)) * 8_000)
    _, *parts = json.loads("".join(json_text([file], "")))
    assert [part["is_last"] for part in parts] == [False, False, True]
    assert b"".join(b64decode(part["base64"]) for part in parts) == file.content


def test_an_empty_file_is_there_too() -> None:
    _, part = json.loads("".join(json_text([FileBytes("hash", b"")], "")))
    assert part == {"piece": "bytes", "sha256": "hash", "base64": "", "is_last": True}


def test_what_stayed_behind_is_not_told() -> None:
    assert len(json.loads("".join(json_text([Skipped("Lost.")], "")))) == 1
