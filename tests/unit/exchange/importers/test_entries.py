import json

import pytest

from app.domain.exchange_errors import ExchangeError, FileDamaged
from app.domain.parcel import Skipped
from app.exchange.importers.entries import Shape, entries, json_members, recognised
from app.exchange.importers.tally import BROKEN_OFF, NOT_CONVERSATIONS, TWICE, Tally
from app.exchange.importers.values import Values, id_at
from app.exchange.source import Source, held
from tests.fixtures.parcels import source_of


def fits(entry: Values) -> bool:
    return "said" in entry


def name(entry: Values) -> str:
    return id_at(entry, "id")


SHAPE = Shape(("said",), fits, name)


def read(**files: bytes) -> tuple[list[str], list[Skipped]]:
    tally = Tally()
    source = Source(held(f"{called}.json", content) for called, content in files.items())
    return [called for called, _ in entries(source, SHAPE, tally)], list(tally.told())


def written(*names: str) -> bytes:
    return json.dumps([{"id": called, "said": "x"} for called in names]).encode()


def test_every_file_that_holds_conversations_is_read_and_no_other() -> None:
    assert read(a=written("1", "2"), user=b'{"id": 5}', other=b"[1, 2]", z=written("3")) == (
        ["1", "2", "3"],
        [],
    )


def test_likely_files_come_first() -> None:
    source = Source(held(called, b"[]") for called in ("a.json", "x/conversations-1.json", "b.txt"))
    assert [member.name for member in json_members(source)] == ["x/conversations-1.json", "a.json"]


def test_a_lone_file_may_have_any_name_and_the_array_may_be_wrapped() -> None:
    wrapped = json.dumps({"conversations": [{"id": "1", "said": "x"}]}).encode()
    for content in (wrapped, written("1"), b'{"id": "1", "said": "x"}'):
        assert recognised(source_of(content, "what"), SHAPE)
        assert [called for called, _ in entries(source_of(content, "what"), SHAPE, Tally())] == ["1"]


def test_a_file_is_not_read_for_a_key_that_it_does_not_begin_with() -> None:
    assert not recognised(source_of(written("1")), Shape(("told",), fits, name))
    assert recognised(source_of(written("1")), Shape(("told", "said"), fits, name))
    far = b"[" + b" " * (5 << 20) + written("1")[1:]
    assert not recognised(source_of(far), SHAPE)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be", "utf-32"])
def test_any_encoding_is_recognised(encoding: str) -> None:
    assert recognised(source_of(written("1").decode().encode(encoding)), SHAPE)


def test_each_name_comes_once_and_what_does_not_fit_is_counted() -> None:
    content = json.dumps([7, {"id": "1", "said": "x"}, {"id": "1", "said": "y"}, {}]).encode()
    assert read(a=content) == (["1"], [Skipped(NOT_CONVERSATIONS, 2), Skipped(TWICE)])


def test_what_has_no_name_is_named_after_what_it_holds() -> None:
    content = json.dumps([{"said": "x"}, {"said": "y"}, {"said": "x"}]).encode()
    (first, second), skipped = read(a=content)
    assert first != second
    assert skipped == [Skipped(TWICE)]
    assert read(a=content)[0] == [first, second]


def test_what_comes_late_is_not_looked_for() -> None:
    content = json.dumps([{}] * 30 + [{"id": "1", "said": "x"}]).encode()
    assert not recognised(source_of(content), SHAPE)
    assert read(a=content) == ([], [])


def test_a_large_file_of_something_else_is_not_even_looked_into() -> None:
    assert read(a=written("1"), other=b'{"else": ' + b"[" * 1_000_000) == (["1"], [])


def test_among_many_files_the_right_one_is_found() -> None:
    files = [held(f"{number}.json", b'{"a": 1}') for number in range(500)]
    assert recognised(Source([*files, held("x.json", written("1"))]), SHAPE)


def test_what_is_whole_comes_in_and_the_rest_is_told() -> None:
    assert read(a=written("1", "2")[:-5], b=written("3")) == (["1", "3"], [Skipped(BROKEN_OFF)])


def test_where_nothing_is_whole_the_reason_is_raised() -> None:
    broken = written("1")[:-5]
    assert not recognised(source_of(broken), SHAPE)
    with pytest.raises(FileDamaged):
        read(a=broken)


@pytest.mark.parametrize("content", [b"", b"[", b"{", b"\0", b"[" * 100_000])
def test_rubbish_is_never_recognised(content: bytes) -> None:
    assert not recognised(source_of(content), SHAPE)
    try:
        found = list(entries(source_of(content), SHAPE, Tally()))
    except ExchangeError:
        found = []
    assert found == []
