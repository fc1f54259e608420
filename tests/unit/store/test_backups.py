from contextlib import closing
from pathlib import Path

import pytest

from app.domain.errors import BugError, FileExists, GivenUp
from app.store.backup_file import extract_archive, sidecar_of
from app.store.backups import (
    drop_backup,
    drop_superfluous,
    drop_unfinished,
    free_bytes,
    list_backups,
    make_backup,
    path_for,
)
from app.store.driver import Connection, open_connection
from tests.fixtures.canary import find_canary
from tests.unit.store.writing import Writing

NOON = 1_795_176_000_000_000  # 2026-11-20 12:00:00 UTC
SIDECAR = b"{}"
CANARY = "canary-52c8"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


@pytest.fixture
def written(connection: Connection, writing: Writing) -> Connection:
    writing.conversation("a")
    for number in range(50):
        writing.question("a", f"{number} {CANARY} " + "x" * 1000)
    return connection


def make(connection: Connection, folder: Path, key: str, now: int = NOON) -> Path:
    path = path_for(folder, now)
    make_backup(connection, path, key, SIDECAR)
    return path


def test_a_backup_holds_everything_and_is_encrypted(
    written: Connection, folder: Path, archive_key: str, tmp_path: Path
) -> None:
    path = make(written, folder, archive_key)
    assert sidecar_of(path) == SIDECAR
    assert path.stat().st_mode & 0o777 == 0o600
    extract_archive(path, tmp_path / "again.db")
    with closing(open_connection(tmp_path / "again.db", archive_key)) as again:
        assert again.execute("SELECT count(*) FROM item").fetchone() == (50,)
    assert find_canary(CANARY, [folder]) == []


def test_they_are_named_by_their_moment_and_listed_from_the_newest(
    written: Connection, folder: Path, archive_key: str
) -> None:
    assert list_backups(folder) == []
    first, again = make(written, folder, archive_key), make(written, folder, archive_key)
    later = make(written, folder, archive_key, NOON + 90_000_000)
    assert [path.name for path in (first, again, later)] == [
        "sotto-20261120-120000.backup",
        "sotto-20261120-120000-2.backup",
        "sotto-20261120-120130.backup",
    ]
    (folder / "notes.txt").write_text("not ours")
    listed = list_backups(folder)
    assert [backup.name for backup in listed] == [later.name, again.name, first.name]
    assert [backup.made_at for backup in listed] == [NOON + 90_000_000, NOON, NOON]
    assert listed[0].size == later.stat().st_size


def test_a_precaution_is_known_by_its_name(folder: Path) -> None:
    for is_precaution in (True, True, False):
        path_for(folder, NOON, is_precaution=is_precaution).touch()
    assert [(backup.name, backup.is_precaution, backup.made_at) for backup in list_backups(folder)] == [
        ("sotto-20261120-120000-before-change-2.backup", True, NOON),
        ("sotto-20261120-120000-before-change.backup", True, NOON),
        ("sotto-20261120-120000.backup", False, NOON),
    ]


def test_what_newer_ones_have_replaced_is_dropped(folder: Path) -> None:
    paths = [path_for(folder, NOON + hour * 3_600_000_000) for hour in range(3)]
    for path in paths:
        path.touch()
    drop_superfluous(folder, paths[1])
    assert list(folder.iterdir()) == [paths[1]]


def test_what_a_crash_has_left_of_backups_is_removed_and_nothing_else(folder: Path) -> None:
    drop_unfinished(folder)
    whole = path_for(folder, NOON)
    mine = folder / "notes.partial"
    left = path_for(folder, NOON + 1_000_000, is_precaution=True).with_suffix(".backup.partial")
    for path in (whole, mine, left, left.with_name(left.name + "-journal")):
        path.touch()
    drop_unfinished(folder)
    assert set(folder.iterdir()) == {whole, mine}


def test_an_existing_file_is_left_alone(written: Connection, tmp_path: Path, archive_key: str) -> None:
    mine = tmp_path / "mine"
    mine.write_text("mine")
    with pytest.raises(FileExists):
        make_backup(written, mine, archive_key, SIDECAR)
    assert mine.read_text() == "mine"


def test_what_is_given_up_or_fails_leaves_nothing(
    written: Connection, folder: Path, archive_key: str
) -> None:
    def give_up(_done: int, _of: int) -> None:
        raise GivenUp("No more.")

    path = path_for(folder, NOON)
    with pytest.raises(GivenUp):
        make_backup(written, path, archive_key, SIDECAR, progress=give_up)
    with pytest.raises(BugError):
        make_backup(written, path, "no key", SIDECAR)
    assert list(folder.iterdir()) == []
    make_backup(written, path, archive_key, SIDECAR)
    assert list(folder.iterdir()) == [path]


def test_a_backup_that_a_crash_cut_short_is_in_nobodys_way(
    written: Connection, folder: Path, archive_key: str
) -> None:
    path = path_for(folder, NOON)
    for ending in (".partial", ".0a1b2c3d.partial", ".0a1b2c3d.partial-wal"):
        path.with_name(path.name + ending).write_bytes(b"half")
    make_backup(written, path, archive_key, SIDECAR)
    drop_unfinished(folder)
    assert list(folder.iterdir()) == [path]


def test_a_persons_own_file_beside_it_is_left_alone(
    written: Connection, tmp_path: Path, archive_key: str
) -> None:
    mine = tmp_path / "copy.backup.partial"
    mine.write_text("mine")
    make_backup(written, tmp_path / "copy.backup", archive_key, SIDECAR)
    assert mine.read_text() == "mine"


def test_a_link_that_leads_nowhere_is_left_alone(
    written: Connection, tmp_path: Path, archive_key: str
) -> None:
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "nowhere")
    with pytest.raises(FileExists):
        make_backup(written, link, archive_key, SIDECAR)
    assert link.is_symlink()


def test_a_file_that_comes_into_the_place_meanwhile_is_left_alone(
    written: Connection, tmp_path: Path, archive_key: str
) -> None:
    place = tmp_path / "copy.backup"
    with pytest.raises(FileExists):
        make_backup(
            written,
            place,
            archive_key,
            SIDECAR,
            progress=lambda _done, _of: place.write_text("mine") and None,
        )
    assert place.read_text() == "mine"
    assert not list(tmp_path.glob("*.partial*"))


def test_two_that_begin_in_the_same_second_have_names_of_their_own(
    written: Connection, folder: Path, archive_key: str
) -> None:
    others: set[Path] = set()
    path = path_for(folder, NOON)
    make_backup(
        written, path, archive_key, SIDECAR, progress=lambda _done, _of: others.add(path_for(folder, NOON))
    )
    assert others == {folder / "sotto-20261120-120000-2.backup"}


def test_what_only_looks_like_a_backup_is_none(folder: Path) -> None:
    path_for(folder, NOON).mkdir()
    (folder / "sotto-20261399-120000.backup").touch()
    assert list_backups(folder) == []


def test_only_backups_can_be_dropped(written: Connection, folder: Path, archive_key: str) -> None:
    path = make(written, folder, archive_key)
    notes = folder / "notes.txt"
    notes.write_text("not ours")
    for name in (path.name, path.name, "notes.txt", "../archive.db"):
        drop_backup(folder, name)
    assert list(folder.iterdir()) == [notes]
    assert (folder.parent / "archive.db").exists()


def test_the_free_room_is_known_before_there_is_a_folder(folder: Path) -> None:
    before = free_bytes(folder)
    folder.mkdir()
    assert before > 0
    assert free_bytes(folder) > 0
