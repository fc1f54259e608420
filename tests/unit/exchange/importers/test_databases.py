import sqlite3
from contextlib import closing
from pathlib import Path

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


def test_one_that_is_too_large_is_known_and_not_even_read() -> None:
    source = Source([RawFile("a.db", LARGEST_DATABASE + 1, held("a.db", CONTENT).open)])
    assert has_table_of(source, frozenset({"of any kind"}))
    with pytest.raises(FileTooLarge), opened(source, source.members[0]) as database:
        assert not database


@pytest.mark.parametrize(
    ("beside", "told"),
    [("-wal", 1), ("-journal", 1), ("-shm", 0), (".bak", 0)],
)
def test_what_lies_beside_it_and_cannot_be_read_is_told(beside: str, told: int) -> None:
    source = Source([held("a.db", CONTENT), held(f"a.db{beside}", b"something")])
    with opened(source, source.members[0]) as found:
        assert [each.why for each in left_in_log(found)] == [NEWEST_MAY_BE_MISSING] * told


def test_what_is_in_its_log_belongs_to_it(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE one (said)")
        connection.execute("INSERT INTO one VALUES ('newest')")
        source = Source([held(each.name, each.read_bytes()) for each in tmp_path.iterdir()])
    (member,) = databases(source)
    assert has_table_of(source, frozenset({"said"}))
    with opened(source, member) as found:
        assert [row["said"] for row in found.rows("one", ["said"])] == ["newest"]
        assert not list(left_in_log(found))
