import json

import pytest

from app.domain.exchange_errors import ExchangeError, FileDamaged
from app.domain.parcel import Skipped
from app.exchange.importers.entries import entries, json_members, recognised
from app.exchange.importers.tally import BROKEN_OFF, NOT_CONVERSATIONS, TWICE, Tally
from app.exchange.importers.values import Values, id_at
from app.exchange.source import Source, held
from tests.fixtures.parcels import source_of


def fits(entry: Values) -> bool:
    return "said" in entry


def name(entry: Values) -> str:
    return id_at(entry, "id")


def read(**files: bytes) -> tuple[list[str], list[Skipped]]:
    tally = Tally()
    source = Source(held(f"{called}.json", content) for called, content in files.items())
    return [called for called, _ in entries(source, fits, name, tally)], list(tally.told())


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
        assert recognised(source_of(content, "what"), fits, "said")
        assert [called for called, _ in entries(source_of(content, "what"), fits, name, Tally())] == ["1"]


def test_a_file_is_not_read_for_a_key_that_it_does_not_begin_with() -> None:
    assert not recognised(source_of(written("1")), fits, "told")
    assert recognised(source_of(written("1")), fits, "told", "said")
    far = b"[" + b" " * (5 << 20) + written("1")[1:]
    assert not recognised(source_of(far), fits, "said")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be", "utf-32"])
def test_any_encoding_is_recognised(encoding: str) -> None:
    assert recognised(source_of(written("1").decode().encode(encoding)), fits, "said")


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
    assert read(a=json.dumps([{}] * 30 + [{"id": "1", "said": "x"}]).encode()) == ([], [])


def test_what_is_whole_comes_in_and_the_rest_is_told() -> None:
    assert read(a=written("1", "2")[:-5], b=written("3")) == (["1", "3"], [Skipped(BROKEN_OFF)])


def test_where_nothing_is_whole_the_reason_is_raised() -> None:
    broken = written("1")[:-5]
    assert not recognised(source_of(broken), fits, "said")
    with pytest.raises(FileDamaged):
        read(a=broken)


@pytest.mark.parametrize("content", [b"", b"[", b"{", b"\0", b"[" * 100_000])
def test_rubbish_is_never_recognised(content: bytes) -> None:
    assert not recognised(source_of(content), fits, "said")
    try:
        found = list(entries(source_of(content), fits, name, Tally()))
    except ExchangeError:
        found = []
    assert found == []
