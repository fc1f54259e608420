import os
from pathlib import Path

import pytest

from app.domain.exchange_errors import FileUnreadable, TooManyFiles
from app.exchange.chosen_files import chosen_files, opened


def test_a_file_is_chosen_by_itself(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"[1]")
    [file] = chosen_files(path)
    assert (file.name, file.size) == ("a.json", 3)
    with file.open() as stream:
        assert stream.read() == b"[1]"


@pytest.mark.parametrize(("log", "names"), [(b"log", ["a.db", "a.db-wal"]), (b"", ["a.db"])])
def test_a_database_comes_with_its_log(tmp_path: Path, log: bytes, names: list[str]) -> None:
    for name, content in (("a.db", b"content"), ("a.db-wal", log), ("b.db-wal", b"another's")):
        (tmp_path / name).write_bytes(content)
    assert [file.name for file in chosen_files(tmp_path / "a.db")] == names


def test_markdown_comes_with_the_files_beside_it(tmp_path: Path) -> None:
    for name in ("talk.md", "talk.files/pot.png", "talk.txt", "other.files/pot.png", "other.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    assert [file.name for file in chosen_files(tmp_path / "talk.md")] == ["talk.md", "pot.png"]
    assert [file.name for file in chosen_files(tmp_path / "other.txt")] == ["other.txt"]
    (tmp_path / "link.md").write_text("")
    (tmp_path / "link.files").symlink_to(tmp_path / "talk.files")
    assert [file.name for file in chosen_files(tmp_path / "link.md")] == ["link.md"]


def test_a_folder_is_each_file_in_it_by_name(tmp_path: Path) -> None:
    for name in ("b.txt", "a/d.txt", "a/c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    assert [file.name for file in chosen_files(tmp_path)] == ["b.txt", "a/c.txt", "a/d.txt"]
    with pytest.raises(TooManyFiles):
        chosen_files(tmp_path, most=2)


def test_what_is_no_file_is_left_in_a_folder_and_refused_alone(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("/etc/hostname")
    (tmp_path / "loop").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    assert chosen_files(tmp_path) == []
    with pytest.raises(FileUnreadable):
        chosen_files(tmp_path / "pipe")


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable):
        chosen_files(tmp_path / "nothing")


def test_a_source_is_opened_and_closed(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(b"[1, 2]")
    with opened(tmp_path) as source:
        [member] = source.members
        assert list(source.json_items(member)) == [1, 2]
