"""Trees under everything that a person can do to them, at random."""

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.store.driver import Connection, open_connection
from app.store.migrate import migrate
from app.system.private_file import create_privately
from tests.unit.store.tree_oracle import TreeOracle
from tests.unit.store.writing import Writing

OPERATIONS = 60


@pytest.fixture
def connection(tmp_path: Path, archive_key: str) -> Iterator[Connection]:
    path = tmp_path / "archive.db"
    create_privately(path)
    with closing(open_connection(path, archive_key)) as opened:
        migrate(opened)
        yield opened


def attack(connection: Connection, seeds: range) -> Counter[str]:
    counts: Counter[str] = Counter()
    for seed in seeds:
        connection.execute("BEGIN")
        oracle = TreeOracle(Writing(connection), seed)
        for _ in range(OPERATIONS):
            oracle.agrees_on(oracle.step())
        oracle.agrees()
        oracle.is_sound()
        counts += oracle.counts
        connection.execute("ROLLBACK")
    print(f"\n{len(seeds)} histories of {OPERATIONS} operations: {dict(counts)}")
    return counts


@pytest.mark.slow
def test_trees_are_those_of_plain_lists(connection: Connection) -> None:
    counts = attack(connection, range(150))
    for kind in ("played", "outdated", "items purged", "items emptied"):
        assert counts[kind] > 20


@pytest.mark.long
@pytest.mark.timeout(900)
def test_trees_are_those_of_plain_lists_at_length(connection: Connection) -> None:
    assert attack(connection, range(1_000, 3_000))["items purged"] > 1_000
