import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.errors import DiskFull, StoreDamaged
from app.domain.salvage_report import SalvageReport
from app.store.driver import open_connection, pragma
from app.store.salvage import salvage
from tests.unit.store.damage import (
    ITEMS,
    new_ids,
    pages_of,
    salvaged,
    small_archive,
    with_a_bit_flipped,
    with_items_damaged,
)
from tests.unit.store.writing import Writing

ROWS = ITEMS + 1 + 1 + 2 + 2 + 1  # items, the conversation, branches, runs, the setting


@pytest.fixture
def damaged(tmp_path: Path, archive_key: str) -> Path:
    path = tmp_path / "archive.db"
    small_archive(path, archive_key)
    return path


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "salvaged.db"


def test_a_whole_archive_comes_out_whole(damaged: Path, target: Path, archive_key: str) -> None:
    assert salvaged(damaged, target, archive_key) == SalvageReport(
        ROWS, (), 0, 0, 0, conversations=1, messages=ITEMS + 1
    )
    with closing(open_connection(target, archive_key)) as connection:
        assert len(Writing(connection).names("one")) == ITEMS
        assert connection.execute("SELECT name, value FROM setting").fetchall() == [("a", "b")]


def test_lost_items_are_counted_and_their_places_kept(damaged: Path, target: Path, archive_key: str) -> None:
    damaged.write_bytes(content := with_items_damaged(damaged, archive_key))
    report = salvaged(damaged, target, archive_key)
    assert report.rows == ROWS - report.places
    assert 1 <= report.places <= 12
    assert report.messages == ITEMS + 1 - report.places
    assert {gap.table for gap in report.gaps} == {"item"}
    with closing(open_connection(target, archive_key)) as connection:
        assert len(Writing(connection).names("one")) == ITEMS
        assert pragma(connection, "PRAGMA quick_check") == "ok"
    assert damaged.read_bytes() == content


def test_lost_branches_are_found_by_what_hangs_loose(damaged: Path, target: Path, archive_key: str) -> None:
    (page,) = pages_of(damaged, archive_key, ("branch",))
    damaged.write_bytes(with_a_bit_flipped(damaged.read_bytes(), page))
    assert salvaged(damaged, target, archive_key).loose_ends == 2


def test_where_nothing_can_be_read_nothing_is_made(damaged: Path, target: Path, archive_key: str) -> None:
    damaged.write_bytes(b"")
    with pytest.raises(StoreDamaged, match="Nothing"):
        salvaged(damaged, target, archive_key)
    assert list(target.parent.iterdir()) == [damaged]


def test_another_key_reads_nothing(damaged: Path, target: Path, archive_key: str) -> None:
    with pytest.raises(StoreDamaged, match="Nothing"):
        salvaged(damaged, target, archive_key[::-1])
    assert not target.exists()


def test_it_can_be_ended_in_between(damaged: Path, target: Path, archive_key: str) -> None:
    def end(done: int, _of: int) -> None:
        if done > 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        salvage(damaged, target, archive_key, now=1, new_id=new_ids(), progress=end)
    assert list(target.parent.iterdir()) == [damaged]


def test_it_tells_how_far_it_has_come(damaged: Path, target: Path, archive_key: str) -> None:
    told: list[int] = []
    salvage(damaged, target, archive_key, now=1, new_id=new_ids(), progress=lambda done, _: told.append(done))
    assert told == sorted(told)
    assert (told[-2], told[-1]) == (60, 100)


def test_what_comes_out_is_encrypted(damaged: Path, target: Path, archive_key: str) -> None:
    salvaged(damaged, target, archive_key)
    with closing(sqlite3.connect(target)) as plain, pytest.raises(sqlite3.DatabaseError):
        plain.execute("SELECT * FROM item")


def test_room_is_asked_for_before_anything_is_begun(
    damaged: Path, target: Path, archive_key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    scarce = shutil.disk_usage(target.parent)._replace(free=damaged.stat().st_size * 2)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: scarce)
    with pytest.raises(DiskFull, match="A rescue needs"):
        salvaged(damaged, target, archive_key)
    assert list(target.parent.iterdir()) == [damaged]
