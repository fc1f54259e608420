import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest

from app.domain.exchange_errors import FileDamaged
from app.exchange.importers.foreign_database import MAGIC, ForeignDatabase, Value, is_database


def made(*statements: str) -> bytes:
    with closing(sqlite3.connect(":memory:")) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
        return connection.serialize()


@contextmanager
def opened(content: bytes) -> Iterator[ForeignDatabase]:
    with closing(ForeignDatabase(content)) as database:
        yield database


def values(content: bytes, table: str, *columns: str) -> list[tuple[Value, ...]]:
    with opened(content) as database:
        return [tuple(row.values()) for row in database.rows(table, columns)]


def test_rows_come_as_they_lie_there() -> None:
    content = made(
        "CREATE TABLE one (id INTEGER PRIMARY KEY, said, other)",
        "CREATE INDEX by_said ON one (said)",
        "INSERT INTO one VALUES (2, 'a', 1.5), (1, 'b', x'00ff'), (3, NULL, 7)",
    )
    assert values(content, "one", "id", "said", "other") == [(1, "b", b"\0\xff"), (2, "a", 1.5), (3, None, 7)]


def test_a_column_that_is_not_there_is_none() -> None:
    content = made("CREATE TABLE one (said)", "INSERT INTO one VALUES ('a')")
    assert values(content, "one", "later", "said") == [(None, "a")]
    assert values(content, "one", "later") == []


def test_a_name_cannot_end_the_statement() -> None:
    content = made('CREATE TABLE "a""; DROP" ("b"" FROM x" TEXT)', 'INSERT INTO "a""; DROP" VALUES (1)')
    assert values(content, 'a"; DROP', 'b" FROM x') == [("1",)]


def test_text_that_is_none_is_read_all_the_same() -> None:
    content = made("CREATE TABLE one (said)", "INSERT INTO one VALUES (CAST(x'61ff62' AS TEXT))")
    assert values(content, "one", "said") == [("a\ufffdb",)]


def test_a_file_that_has_a_log_beside_it_opens_by_itself() -> None:
    content = made("CREATE TABLE one (said)", "INSERT INTO one VALUES ('a')")
    logged = content[:18] + b"\2\2" + content[20:]
    assert values(logged, "one", "said") == [("a",)]


def test_only_plain_columns_of_plain_tables_are_there() -> None:
    content = made(
        "CREATE TABLE plain (said, one AS (upper(said)), two AS (said || said) STORED)",
        "CREATE VIEW seen AS SELECT * FROM plain",
        "CREATE VIRTUAL TABLE found USING fts5(said)",
        "CREATE TRIGGER acts AFTER INSERT ON plain BEGIN DELETE FROM plain; END",
    )
    with opened(content) as database:
        assert {"seen", "found", "acts"}.isdisjoint(database.tables)
        assert database.tables["plain"] == {"said"}


def test_a_view_that_is_written_down_as_a_table_is_refused() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE plain (said)")
        connection.execute("CREATE TABLE one (said)")
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "UPDATE sqlite_master SET sql = 'CREATE VIEW one AS SELECT said FROM plain' WHERE name = 'one'"
        )
        connection.commit()
        content = connection.serialize()
    with pytest.raises(FileDamaged):
        ForeignDatabase(content)


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM seen",
        "SELECT upper(said) FROM plain",
        "SELECT count(*) FROM (SELECT 1) WHERE load_extension('x')",
        "SELECT * FROM json_each('[1]')",
        "SELECT * FROM pragma_database_list",
        "SELECT * FROM found",
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT i FROM n",
        "INSERT INTO plain VALUES (1)",
        "DROP TABLE plain",
        "ATTACH ':memory:' AS other",
        "VACUUM INTO 'x'",
        "PRAGMA query_only = OFF",
        "PRAGMA trusted_schema = ON",
        "PRAGMA writable_schema = ON",
    ],
)
def test_nothing_else_can_be_done_with_it(statement: str) -> None:
    content = made(
        "CREATE TABLE plain (said)",
        "CREATE VIEW seen AS SELECT said FROM plain",
        "CREATE VIRTUAL TABLE found USING fts5(said)",
    )
    with opened(content) as database, pytest.raises(sqlite3.Error):
        database._connection.execute(statement).fetchmany(3)


def test_what_opens_is_read_by_the_same_way_as_what_may_not_be_done() -> None:
    with opened(made("CREATE TABLE plain (said)")) as database:
        assert database._connection.execute("SELECT said FROM plain").fetchall() == []


def test_a_file_of_which_more_can_be_read_than_is_in_it_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.exchange.importers.foreign_database._SPARE_BYTES", 0)
    monkeypatch.setattr("app.exchange.importers.foreign_database._TIMES_ITS_SIZE", 1)
    content = made("CREATE TABLE one (said)", "INSERT INTO one VALUES (zeroblob(3000))")
    with opened(content) as database:
        for _ in range(2):
            assert len(list(database.rows("one", ["said"]))) == 1
        with pytest.raises(FileDamaged):
            list(database.rows("one", ["said"]))


@pytest.mark.parametrize(
    "content", [b"", MAGIC, MAGIC + bytes(84), MAGIC + b"\xff" * 5000, b"PK\x03\x04" * 50]
)
def test_what_is_no_database_is_refused(content: bytes) -> None:
    with pytest.raises(FileDamaged):
        ForeignDatabase(content)
    assert is_database(content) == content.startswith(MAGIC)


def test_damage_anywhere_is_told_in_our_own_words() -> None:
    content = made(
        "CREATE TABLE one (id INTEGER PRIMARY KEY, said TEXT)",
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 300)"
        " INSERT INTO one SELECT i, hex(zeroblob(i)) FROM n",
    )
    assert outcomes(content[:end] for end in range(0, len(content), 256)) <= {0}
    assert outcomes(content[:at] + b"\xff\x7f" + content[at + 2 :] for at in range(0, len(content), 61)) > {0}


def outcomes(contents: Iterator[bytes]) -> set[int]:
    """How many rows each of them gives, none where it is refused."""
    return {_count(content) for content in contents}


def _count(content: bytes) -> int:
    try:
        with opened(content) as database:
            return sum(1 for table in database.tables for _ in database.rows(table, ["id", "said"]))
    except FileDamaged:
        return 0
