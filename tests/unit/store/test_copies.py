import os
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from app.domain.errors import DiskFull, StoreBusy, StoreDamaged, StoreReadOnly
from app.store.copies import (
    Contents,
    _copy_pages,
    bytes_needed,
    copy_archive,
    remove_copy,
    require_room,
    take_alone,
    verify_copy,
)
from app.store.driver import Connection, open_connection, pragma, transaction
from app.store.sqlite_errors import translated
from app.system.private_file import create_privately
from tests.fixtures.child_program import StartChild
from tests.fixtures.small_disk import on_small_disk

NEW_KEY = "0123456789abcdef" * 6
WRITE = "INSERT INTO setting (name, value) VALUES (?, ?)"
PAGE = 4096


class Cancelled(Exception):
    """A person has thought better of it."""


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "copies"
    folder.mkdir()
    return folder / "copy.partial"


@pytest.fixture
def source(connection: Connection) -> Connection:
    """An archive of several steps of pages, a part of them still in its write-ahead log."""
    with transaction(connection):
        connection.executemany(WRITE, [(f"name {number}", "x" * 3000) for number in range(3000)])
    return connection


def rows(connection: Connection) -> list[tuple[str, str]]:
    return connection.execute("SELECT name, value FROM setting ORDER BY name").fetchall()


@pytest.mark.parametrize("same_key", [True, False])
def test_a_copy_holds_everything_under_its_key(
    source: Connection, target: Path, archive_key: str, same_key: bool
) -> None:
    key = archive_key if same_key else NEW_KEY
    contents = copy_archive(source, target, key)
    verify_copy(target, key, contents)
    with closing(open_connection(target, key)) as copy:
        assert rows(copy) == rows(source)
        for mark in ("application_id", "user_version"):
            assert pragma(copy, f"PRAGMA {mark}") == pragma(source, f"PRAGMA {mark}") != 0
    assert bytes_needed(source) == target.stat().st_size
    assert list(target.parent.iterdir()) == [target]
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_copy_under_a_new_key_does_not_open_with_the_old_one(
    source: Connection, target: Path, archive_key: str
) -> None:
    contents = copy_archive(source, target, NEW_KEY)
    with pytest.raises(StoreDamaged):
        verify_copy(target, archive_key, contents)
    verify_copy(target, NEW_KEY, contents)


def test_what_is_written_meanwhile_neither_delays_nor_enters_the_copy(
    source: Connection, file: Path, archive_key: str, target: Path
) -> None:
    steps: list[int] = []
    with closing(open_connection(file, archive_key)) as other:

        def write_at_each_step(done: int, _total: int) -> None:
            other.execute(WRITE, (f"meanwhile {len(steps)}", ""))
            steps.append(done)

        contents = copy_archive(source, target, NEW_KEY, progress=write_at_each_step)
    assert len(steps) > 4
    assert steps == sorted(set(steps))
    assert dict(contents.rows)["setting"] == 3000
    verify_copy(target, NEW_KEY, contents)
    assert len(rows(source)) == 3000 + len(steps)


def test_a_copy_outside_one_moment_would_begin_again_at_each_foreign_write(
    source: Connection, file: Path, archive_key: str, target: Path
) -> None:
    """What the copy is spared: this is SQLite's own way, and why a plain one may never end."""
    left: list[int] = []
    create_privately(target)
    with (
        closing(open_connection(file, archive_key)) as other,
        closing(open_connection(target, NEW_KEY)) as copy,
    ):

        def write_at_each_step(_status: int, remaining: int, _total: int) -> None:
            other.execute(WRITE, (f"meanwhile {len(left)}", ""))
            left.append(remaining)
            if len(left) == 20:
                raise Cancelled

        with pytest.raises(Cancelled):
            source.backup(copy, pages=512, progress=write_at_each_step)
    assert min(left) > 0


def test_progress_ends_with_all_of_it(source: Connection, target: Path) -> None:
    told: list[tuple[int, int]] = []
    contents = copy_archive(source, target, NEW_KEY, progress=lambda *step: told.append(step))
    assert told[-1] == (bytes_needed(source) // PAGE,) * 2
    verify_copy(target, NEW_KEY, contents, progress=lambda *step: told.append(step))
    assert told[-4:] == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_a_cancelled_copy_leaves_nothing_behind(source: Connection, target: Path) -> None:
    def cancel(done: int, _total: int) -> None:
        if done > 1000:
            raise Cancelled

    with pytest.raises(Cancelled):
        copy_archive(source, target, NEW_KEY, progress=cancel)
    assert list(target.parent.iterdir()) == []
    assert not source.in_transaction
    verify_copy(target, NEW_KEY, copy_archive(source, target, NEW_KEY))


def test_a_file_that_is_there_already_is_left_as_it_is(source: Connection, target: Path) -> None:
    target.write_bytes(b"something of somebody's")
    with pytest.raises(StoreReadOnly):
        copy_archive(source, target, NEW_KEY)
    assert target.read_bytes() == b"something of somebody's"


def test_a_folder_that_is_not_there_is_the_worlds_fault(source: Connection, tmp_path: Path) -> None:
    with pytest.raises(StoreReadOnly):
        copy_archive(source, tmp_path / "missing" / "copy", NEW_KEY)


def test_an_archive_that_is_being_written_is_busy_and_not_waited_for(
    source: Connection, target: Path
) -> None:
    create_privately(target)
    with pytest.raises(StoreBusy), closing(open_connection(target, NEW_KEY)) as copy, transaction(source):
        _copy_pages(source, copy, None)


def test_nobody_takes_alone_what_another_has_open(source: Connection, file: Path, archive_key: str) -> None:
    source.execute("PRAGMA busy_timeout = 0")
    with closing(open_connection(file, archive_key)), pytest.raises(StoreBusy):
        take_alone(source)
    take_alone(source)


def test_what_is_taken_alone_is_closed_to_all_others_and_can_be_copied(
    source: Connection, file: Path, archive_key: str, target: Path
) -> None:
    take_alone(source)
    with closing(dbapi2.connect(str(file), timeout=0)) as other:
        other.set_key(f"x'{archive_key}'")
        with pytest.raises(StoreBusy), translated():
            other.execute("SELECT count(*) FROM setting")
    verify_copy(target, NEW_KEY, copy_archive(source, target, NEW_KEY))


def test_room_is_asked_for_before_anything_is_begun(
    source: Connection, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    require_room(source, target.parent)
    usage = shutil.disk_usage(target.parent)
    scarce = usage._replace(free=bytes_needed(source))
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: scarce)
    with pytest.raises(DiskFull, match="MiB"):
        require_room(source, target.parent)


def test_room_for_two_is_more_than_room_for_one(
    source: Connection, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scarce = shutil.disk_usage(target.parent)._replace(free=bytes_needed(source) + (4 << 20))
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: scarce)
    require_room(source, target.parent)
    with pytest.raises(DiskFull):
        require_room(source, target.parent, copies=2)


FILL_A_SMALL_DISK = """
    from app.domain.errors import DiskFull
    from app.store.copies import copy_archive
    from app.store.driver import open_connection

    source = open_connection(Path(sys.argv[3]), sys.argv[4])
    try:
        copy_archive(source, disk / "copy", sys.argv[5])
    except DiskFull:
        print("told", len(list(disk.iterdir())), source.in_transaction)
    print(source.execute("SELECT count(*) FROM setting").fetchone()[0])
    source.close()
"""


def test_a_full_disk_is_told_and_leaves_the_archive_alone(
    source: Connection, file: Path, archive_key: str, target: Path, child: StartChild
) -> None:
    filling = on_small_disk(child, target.parent, "3m", FILL_A_SMALL_DISK, file, archive_key, NEW_KEY)
    output = filling.ends()
    assert output.split() == ["told", "0", "False", "3000"]
    assert len(rows(source)) == 3000


def lose_the_end(path: Path) -> None:
    os.truncate(path, path.stat().st_size - PAGE * 3)


def flip_a_bit(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(PAGE * 500 + 77)
        byte = file.read(1)[0]
        file.seek(-1, os.SEEK_CUR)
        file.write(bytes([byte ^ 1]))


def lose_a_row(path: Path) -> None:
    change(path, "DELETE FROM setting WHERE name = 'name 1'")


def lose_a_mark(path: Path) -> None:
    change(path, "PRAGMA user_version = 0")


def lose_a_parent(path: Path) -> None:
    change(
        path,
        "PRAGMA foreign_keys = OFF",
        "INSERT INTO journal (item, position, text) VALUES (7, 0, '')",
    )


def change(path: Path, *statements: str) -> None:
    with closing(open_connection(path, NEW_KEY)) as copy:
        for statement in statements:
            copy.execute(statement)


@pytest.mark.parametrize("harm", [lose_the_end, flip_a_bit, lose_a_row, lose_a_mark, lose_a_parent])
def test_a_copy_that_is_not_whole_is_found_out(
    source: Connection, target: Path, harm: Callable[[Path], None]
) -> None:
    contents = copy_archive(source, target, NEW_KEY)
    harm(target)
    with pytest.raises(StoreDamaged):
        verify_copy(target, NEW_KEY, contents)


def test_contents_name_every_plain_table(source: Connection) -> None:
    source.execute("CREATE VIRTUAL TABLE words USING fts5 (word)")
    source.execute("INSERT INTO words (word) VALUES ('one')")
    counted = dict(Contents.of(source).rows)
    assert counted["setting"] == 3000
    assert "words" not in counted
    assert counted["words_content"] == 1
    assert {"conversation", "run", "item", "branch", "journal", "request"} <= counted.keys()


@pytest.fixture
def leftovers(target: Path) -> Iterator[list[Path]]:
    made = [target.with_name(target.name + ending) for ending in ("", "-wal", "-shm", "-journal")]
    for path in made:
        create_privately(path)
    yield made
    assert list(target.parent.iterdir()) == []


def test_a_removed_copy_takes_along_what_lies_beside_it(target: Path, leftovers: list[Path]) -> None:
    assert all(path.exists() for path in leftovers)
    remove_copy(target)
    remove_copy(target)
