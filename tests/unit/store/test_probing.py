import os
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.errors import StoreMissing
from app.store.driver import Connection, open_connection
from app.store.probing import key_opens


def everything(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("is_open", [True, False])
def test_the_right_key_opens_and_any_other_does_not(
    connection: Connection, file: Path, archive_key: str, is_open: bool
) -> None:
    if not is_open:
        connection.close()
    before = everything(file.parent)
    assert key_opens(file, archive_key)
    assert not key_opens(file, archive_key[::-1])
    assert everything(file.parent) == before


def test_a_log_that_a_crash_has_left_stays_as_it_is(
    connection: Connection, file: Path, archive_key: str, tmp_path: Path
) -> None:
    connection.execute("INSERT INTO setting (name, value) VALUES ('a', 'b')")
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    for ending in ("", "-wal"):
        (crashed / f"archive.db{ending}").write_bytes(Path(f"{file}{ending}").read_bytes())
    before = everything(crashed)
    assert not key_opens(crashed / file.name, archive_key[::-1])
    assert key_opens(crashed / file.name, archive_key)
    assert everything(crashed) == before
    with closing(open_connection(crashed / file.name, archive_key)) as opened:
        assert opened.execute("SELECT value FROM setting").fetchone() == ("b",)


def test_a_damaged_beginning_and_an_empty_file_are_opened_by_no_key(
    connection: Connection, file: Path, archive_key: str
) -> None:
    connection.close()
    content = file.read_bytes()
    file.write_bytes(content[:100] + os.urandom(100) + content[200:])
    assert not key_opens(file, archive_key)
    file.write_bytes(b"")
    assert not key_opens(file, archive_key)
    assert file.read_bytes() == b""


def test_a_file_that_is_not_there_is_missing_and_not_made(tmp_path: Path, archive_key: str) -> None:
    with pytest.raises(StoreMissing):
        key_opens(tmp_path / "archive.db", archive_key)
    assert list(tmp_path.iterdir()) == []
