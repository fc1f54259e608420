from collections.abc import Iterator
from contextlib import closing

import pytest

from app.exchange.importers.foreign_database import ForeignDatabase
from app.exchange.importers.llm_store import LlmStore, decoded, ended
from app.exchange.importers.tally import FILES_MISSING, Tally
from tests.fakes.exports.llm_logs import FILE, FRAGMENT, RESPONSES, Log


@pytest.fixture
def store() -> Iterator[LlmStore]:
    log = Log(RESPONSES)
    log.beside("prompt_fragments", "r", fragment_id=2, order=1)
    log.beside("prompt_fragments", "r", fragment_id=1, order=0)
    with closing(ForeignDatabase(log.content())) as database:
        yield LlmStore(database, Tally())


def test_rows_are_put_together_in_the_order_that_they_tell(store: LlmStore) -> None:
    found = store.grouped("prompt_fragments", "response_id", "fragment_id", "order")
    assert [row["fragment_id"] for row in found["r"]] == [1, 2]
    assert store.grouped("no_such_table", "id") == {}


def test_texts_and_files_are_found_by_their_names(store: LlmStore) -> None:
    assert (store.fragment("1"), store.fragment("9")) == (FRAGMENT, "")
    (file,) = store.files(["held", "away", "gone"])
    assert (file.name, file.read()) == ("/private/day.txt", FILE)
    assert {each.why: each.count for each in store.tally.told()} == {FILES_MISSING: 2}


@pytest.mark.parametrize("written", [None, 7, b"{}", "", "[1]", "{", "[" * 100_000])
def test_what_is_no_mapping_is_an_empty_one(written: object) -> None:
    assert decoded(written) == {}


def test_a_wait_that_cannot_be_is_none() -> None:
    assert ended(1_000_000, {"duration_ms": 1500}) == 2_500_000
    for took in (None, -1, 1e300, "1500"):
        assert ended(1_000_000, {"duration_ms": took}) is None
    assert ended(None, {"duration_ms": 1500}) is None
