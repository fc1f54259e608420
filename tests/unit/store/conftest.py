"""An archive's bare connection, and the short way to put something into it."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.store.driver import Connection, open_connection
from app.store.migrate import migrate
from app.system.private_file import create_privately
from tests.unit.store.writing import Writing


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An empty file, as a first run makes it."""
    path = tmp_path / "archive.db"
    create_privately(path)
    return path


@pytest.fixture
def connection(file: Path, archive_key: str) -> Iterator[Connection]:
    with closing(open_connection(file, archive_key)) as opened:
        migrate(opened)
        yield opened


@pytest.fixture
def writing(connection: Connection) -> Writing:
    return Writing(connection)
