from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from app.domain.errors import BugError, DiskFull, StoreFromFuture
from app.store.driver import Connection, open_connection, pragma
from app.store.migrate import SCHEMA_VERSION, migrate
from app.store.migrations import v0001_first
from tests.fixtures.child_program import StartChild
from tests.fixtures.tomorrow import STEPS_OF_TOMORROW, TOMORROW, whole_version

# Ends the child in front of its nth statement, as a power cut would.
MIGRATE_AND_DIE = """
    import os, signal, sys
    from pathlib import Path
    from app.store.driver import open_connection
    from app.store.migrate import migrate

    connection = open_connection(Path(sys.argv[1]), sys.argv[2])
    left = int(sys.argv[3])

    def tick(statement):
        global left
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)

    connection.set_trace_callback(tick)
    migrate(connection)
"""
STATEMENTS = 105  # with those that the search index runs for itself


@pytest.fixture
def fresh(file: Path, archive_key: str) -> Connection:
    with closing(open_connection(file, archive_key)) as opened:
        yield opened


def schema(connection: Connection) -> list[tuple[str, str]]:
    return connection.execute("SELECT name, sql FROM sqlite_schema ORDER BY name").fetchall()


def version(connection: Connection) -> tuple[int, int]:
    return pragma(connection, "PRAGMA user_version"), len(schema(connection))


def test_a_fresh_archive_gets_the_whole_schema(fresh: Connection) -> None:
    migrate(fresh)
    assert pragma(fresh, "PRAGMA user_version") == SCHEMA_VERSION == 1
    assert pragma(fresh, "PRAGMA application_id").to_bytes(4) == b"Sott"
    made = [statement.split()[2] for statement in v0001_first.STATEMENTS if "CREATE TABLE" in statement]
    tables = {name for (name,) in fresh.execute("SELECT name FROM pragma_table_list WHERE type = 'table'")}
    assert tables == {*made, "sqlite_schema", "sqlite_temp_schema", "sqlite_sequence"}
    assert len(made) == 28


def test_a_current_archive_is_left_as_it_is(connection: Connection, file: Path) -> None:
    pragma(connection, "PRAGMA wal_checkpoint(TRUNCATE)")
    before = file.read_bytes()
    migrate(connection)
    pragma(connection, "PRAGMA wal_checkpoint(TRUNCATE)")
    assert file.read_bytes() == before


def test_an_archive_from_the_future_is_refused(connection: Connection) -> None:
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    before = schema(connection)
    with pytest.raises(StoreFromFuture, match=f"version {SCHEMA_VERSION + 1}"):
        migrate(connection)
    assert schema(connection) == before
    assert not connection.in_transaction


def test_a_step_that_fails_takes_the_whole_migration_back(fresh: Connection) -> None:
    for position in range(len(v0001_first.STATEMENTS) + 1):
        steps = (*v0001_first.STATEMENTS[:position], "CREATE TABLE broken (")
        with pytest.raises(dbapi2.OperationalError):
            migrate(fresh, steps=(steps,))
        assert version(fresh) == (0, 0)
    migrate(fresh)


def test_an_older_archive_is_prepared_before_the_steps_that_it_lacks(connection: Connection) -> None:
    connection.execute("INSERT INTO setting (name, value) VALUES ('a', 'b')")
    seen: list[int] = []
    migrate(connection, lambda source: seen.append(whole_version(source, 1)), steps=STEPS_OF_TOMORROW)
    assert seen == [SCHEMA_VERSION]
    assert whole_version(connection, 1) == TOMORROW
    migrate(connection, steps=STEPS_OF_TOMORROW)


def test_a_new_archive_is_brought_through_all_steps_and_needs_no_preparation(fresh: Connection) -> None:
    migrate(fresh, steps=STEPS_OF_TOMORROW)
    assert whole_version(fresh, 0) == TOMORROW


def test_where_the_preparation_fails_no_step_is_begun(connection: Connection) -> None:
    before = schema(connection)

    def refuse(_source: Connection) -> None:
        raise DiskFull("No room.")

    with pytest.raises(DiskFull):
        migrate(connection, refuse, steps=STEPS_OF_TOMORROW)
    with pytest.raises(BugError, match="backup"):
        migrate(connection, steps=STEPS_OF_TOMORROW)
    assert (version(connection)[0], schema(connection)) == (SCHEMA_VERSION, before)
    assert not connection.in_transaction


@pytest.mark.slow
def test_a_migration_that_is_killed_anywhere_begins_anew(
    archive_key: str, connection: Connection, child: StartChild, tmp_path: Path
) -> None:
    expected = schema(connection)
    for statement in range(1, STATEMENTS + 1):
        path = tmp_path / f"{statement}.db"
        path.touch()
        victim = child(MIGRATE_AND_DIE, path, archive_key, str(statement))
        assert victim.process.wait() == -9, victim.output
        with closing(open_connection(path, archive_key)) as survivor:
            assert version(survivor) == (0, 0)
            migrate(survivor)
            assert schema(survivor) == expected
            assert pragma(survivor, "PRAGMA integrity_check") == "ok"


def test_a_migration_has_as_many_statements_as_were_killed(fresh: Connection) -> None:
    run: list[str] = []
    fresh.set_trace_callback(run.append)
    migrate(fresh)
    assert len(run) == STATEMENTS
