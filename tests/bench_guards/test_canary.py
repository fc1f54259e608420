import json
import os
from pathlib import Path

import pytest
import sqlcipher3

from tests.fixtures.canary import find_canary, find_canary_in_deleted_files

CANARY = 'the "gélid" finch'


def write_database(path: Path, key: str | None) -> None:
    connection = sqlcipher3.connect(path)
    if key:
        connection.set_key(key)
    with connection:
        connection.execute("CREATE TABLE items (text)")
        connection.execute("INSERT INTO items VALUES (?)", (CANARY,))
    connection.close()


@pytest.mark.parametrize(
    "content",
    [
        f"before {CANARY} after".encode(),
        json.dumps({"text": CANARY}).encode(),
        json.dumps({"text": CANARY}, ensure_ascii=False).encode(),
        b"\0" + CANARY.encode("utf-16-le"),
        CANARY.encode("utf-16-be"),
        b"x" * 5_000_000 + CANARY.encode(),
    ],
)
def test_it_is_found_in_every_shape(tmp_path: Path, content: bytes) -> None:
    deep = tmp_path / "a/b"
    deep.mkdir(parents=True)
    (deep / "file").write_bytes(content)
    assert find_canary(CANARY, [tmp_path]) == [deep / "file"]


def test_it_is_found_in_a_database_without_a_key(tmp_path: Path) -> None:
    write_database(tmp_path / "open.db", key=None)
    write_database(tmp_path / "locked.db", key=f"x'{'5' * 64}'")
    assert find_canary(CANARY, [tmp_path]) == [tmp_path / "open.db"]


def test_it_is_found_in_a_name(tmp_path: Path) -> None:
    (tmp_path / f"{CANARY}.txt").touch()
    assert find_canary(CANARY, [tmp_path]) == [tmp_path / f"{CANARY}.txt"]


def test_nothing_is_found_where_nothing_is(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    (tmp_path / "other").write_text("a warm finch")
    assert find_canary(CANARY, [tmp_path]) == []


def test_it_is_found_in_a_deleted_file_that_is_still_open(tmp_path: Path) -> None:
    path = tmp_path / "gone"
    with path.open("w+") as file:
        file.write(CANARY)
        file.flush()
        assert find_canary_in_deleted_files(CANARY, os.getpid()) == []
        path.unlink()
        assert find_canary_in_deleted_files(CANARY, os.getpid()) == [f"{path} (deleted)"]
