from contextlib import closing
from pathlib import Path

import pytest

from app.store.driver import Connection, open_connection
from app.store.wholeness import damaged_pages, dangling_rows, misplaced_pages
from tests.unit.store.damage import small_archive, with_items_damaged

CHECKS = (damaged_pages, misplaced_pages, dangling_rows)


def answers(connection: Connection) -> list[int]:
    return [check(connection) for check in CHECKS]


@pytest.fixture
def file(tmp_path: Path, archive_key: str) -> Path:
    path = tmp_path / "small.db"
    small_archive(path, archive_key)
    return path


def test_a_whole_archive_has_no_complaints(file: Path, archive_key: str) -> None:
    with closing(open_connection(file, archive_key)) as connection:
        assert answers(connection) == [0, 0, 0]


def test_what_still_lies_in_the_log_is_looked_at_as_well(file: Path, archive_key: str) -> None:
    with closing(open_connection(file, archive_key)) as connection:
        connection.execute("INSERT INTO setting (name, value) VALUES ('late', ?)", ("x" * 9000,))
        assert answers(connection) == [0, 0, 0]


def test_a_page_without_its_seal_is_counted(file: Path, archive_key: str) -> None:
    file.write_bytes(with_items_damaged(file, archive_key))
    with closing(open_connection(file, archive_key)) as connection:
        assert damaged_pages(connection) == 1


def test_a_row_without_its_owner_is_counted(file: Path, archive_key: str) -> None:
    with closing(open_connection(file, archive_key)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("INSERT INTO journal (item, position, text) VALUES (777, 0, '')")
        assert answers(connection) == [0, 0, 1]
