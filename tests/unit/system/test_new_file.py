"""Files that a person asked for: whole or not there at all."""

import os
import stat
from pathlib import Path

import pytest

from app.domain.errors import DiskFull, FileExists, PlaceUnwritable
from app.system.new_file import new_file, place_errors_translated, private_folder, require_free
from tests.fixtures.child_program import StartChild
from tests.fixtures.small_disk import on_small_disk


def test_a_file_takes_its_place_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "new.md"
    with new_file(path) as file:
        file.write(b"whole")
        assert not path.exists()
    assert path.read_bytes() == b"whole"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_what_is_raised_leaves_nothing(tmp_path: Path) -> None:
    def fails() -> None:
        with new_file(tmp_path / "new.md") as file:
            file.write(b"half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fails()
    assert not list(tmp_path.iterdir())


def test_another_file_is_replaced_only_where_that_was_said(tmp_path: Path) -> None:
    path = tmp_path / "kept.md"
    path.write_bytes(b"kept")
    with pytest.raises(FileExists), new_file(path):
        pytest.fail("nothing is written")
    assert path.read_bytes() == b"kept"
    with new_file(path, may_replace=True) as file:
        file.write(b"new")
    assert path.read_bytes() == b"new"


def test_a_file_that_came_meanwhile_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "raced.md"

    def is_slow() -> None:
        with new_file(path) as file:
            file.write(b"slow")
            path.write_bytes(b"fast")

    with pytest.raises(FileExists):
        is_slow()
    assert path.read_bytes() == b"fast"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_never_gives_way(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(FileExists):
        require_free(tmp_path / "folder", may_replace=True)


def test_a_link_that_leads_nowhere_is_in_the_way_too(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "missing")
    with pytest.raises(FileExists):
        require_free(tmp_path / "link")


def test_a_place_that_is_none_is_told(tmp_path: Path) -> None:
    with pytest.raises(PlaceUnwritable), new_file(tmp_path / "missing" / "new.md"):
        pytest.fail("nothing is written")
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(PlaceUnwritable):
        private_folder(tmp_path / "file" / "folder")


def test_a_new_folder_is_private(tmp_path: Path) -> None:
    private_folder(tmp_path / "a" / "b")
    assert stat.S_IMODE((tmp_path / "a" / "b").stat().st_mode) == 0o700


def test_a_name_that_is_too_long_is_told() -> None:
    with pytest.raises(PlaceUnwritable), place_errors_translated():
        os.stat("x" * 5_000)  # noqa: PTH116


def test_a_full_disk_is_told_and_leaves_nothing(child: StartChild, tmp_path: Path) -> None:
    told = on_small_disk(
        child,
        tmp_path / "disk",
        "64k",
        """
        from app.domain.errors import DiskFull
        from app.system.new_file import new_file

        disk = Path(sys.argv[1])
        try:
            with new_file(disk / "new.md") as file:
                for _ in range(100):
                    file.write(bytes(10_000))
        except DiskFull as error:
            print(error.summary, list(disk.iterdir()))
        """,
    ).ends()
    assert told == f"{DiskFull('The disk is full.').summary} []"
