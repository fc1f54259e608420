import pytest

from app.domain.exchange_errors import FileDamaged, FileTooLarge
from app.exchange.importers.databases import (
    LARGEST_DATABASE,
    NEWEST_MAY_BE_MISSING,
    databases,
    has_table_of,
    left_in_log,
    opened,
)
from app.exchange.source import RawFile, Source, held
from tests.fakes.exports.agents_sdk import asked, database

CONTENT = database({"s": [asked("Hello")]})


def test_databases_are_known_by_how_they_begin() -> None:
    source = Source([held("a.txt", CONTENT), held("b.db", b"SQLite"), held("c", CONTENT)])
    assert [member.name for member in databases(source)] == ["a.txt", "c"]


def test_a_table_is_known_by_its_columns() -> None:
    source = Source([held("b.db", b"SQLite format 3\0"), held("a.db", CONTENT)])
    assert has_table_of(source, frozenset({"session_id", "message_data"}))
    assert not has_table_of(source, frozenset({"session_id", "tip_message_hash"}))


def test_a_database_is_closed_again() -> None:
    source = Source([held("a.db", CONTENT)])
    with opened(source, source.members[0]) as database:
        assert "agent_messages" in database.tables
    with pytest.raises(FileDamaged):
        list(database.rows("agent_messages", ["id"]))


def test_one_that_is_too_large_is_not_even_read() -> None:
    source = Source([RawFile("a.db", LARGEST_DATABASE + 1, held("a.db", CONTENT).open)])
    with pytest.raises(FileTooLarge), opened(source, source.members[0]) as database:
        assert not database


@pytest.mark.parametrize(("log", "told"), [(b"something", 1), (b"", 0)])
def test_a_log_that_holds_something_is_told(log: bytes, told: int) -> None:
    source = Source([held("a.db", CONTENT), held("a.db-wal", log)])
    assert [each.why for each in left_in_log(source, source.members[0])] == [NEWEST_MAY_BE_MISSING] * told
