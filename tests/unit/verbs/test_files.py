from pathlib import Path

import pytest

from app.domain.errors import InputError
from app.store.driver import Connection
from app.verbs.files import prepared_files, require_files
from tests.fixtures.core import Chat


def blobs(connection: Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM blob").fetchone()[0])


def written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


async def test_files_are_made_ready_in_their_order(chat: Chat, tmp_path: Path) -> None:
    paths = [written(tmp_path, "a.txt", b"First"), written(tmp_path, "b.md", b"Second")]
    found = await prepared_files(chat.controller.attaching(None), paths)
    assert [(file.name, file.text) for file in found] == [("a.txt", "First"), ("b.md", "Second")]


async def test_one_that_cannot_be_read_is_told_by_its_place_and_none_is_kept(
    chat: Chat, tmp_path: Path
) -> None:
    paths = [written(tmp_path, "a.txt", b"First"), written(tmp_path, "quokka.pdf", b"%PDF-1.7 not really")]
    with pytest.raises(InputError) as told:
        await prepared_files(chat.controller.attaching(None), paths)
    assert told.value.summary == "File 2 of 2: The file is damaged."
    assert await chat.archive.read(blobs) == 0


def test_what_is_not_there_is_told_before_anything_is_begun(tmp_path: Path) -> None:
    there = written(tmp_path, "a.txt", b"First")
    require_files([there])
    for missing in (tmp_path / "b.txt", tmp_path):
        with pytest.raises(InputError, match=r"File 2 of 2: The file cannot be opened\."):
            require_files([there, missing])
    with pytest.raises(InputError, match=r"^The file cannot be opened\."):
        require_files([tmp_path])
