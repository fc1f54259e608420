"""A log that has come from elsewhere never gets into an archive."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.errors import LogOfAnother, NotThisHistory
from app.store.driver import open_connection
from app.store.seals import is_foreign
from app.system.profile import log_of
from tests.unit.store.damage import ITEMS, crashed, salvaged, small_archive


@pytest.fixture
def whole(tmp_path: Path, archive_key: str) -> Path:
    path = tmp_path / "archive.db"
    small_archive(path, archive_key)
    return path


@pytest.fixture
def other_key(archive_key: str) -> str:
    return archive_key[::-1]


@pytest.fixture
def left_open(tmp_path: Path, other_key: str) -> Path:
    """Another history, as a crash leaves it: its newest writes are in its log."""
    return crashed(tmp_path / "other", other_key)


def test_the_log_of_another_history_is_refused_and_nothing_is_changed(
    whole: Path, left_open: Path, archive_key: str
) -> None:
    shutil.copy(log_of(left_open), log_of(whole))
    before = whole.read_bytes()
    with pytest.raises(LogOfAnother, match=r"archive.db-wal does not belong .* Move that file"):
        open_connection(whole, archive_key)
    assert whole.read_bytes() == before
    log_of(whole).unlink()
    with closing(open_connection(whole, archive_key)) as connection:
        assert connection.execute("SELECT count(*) FROM item").fetchone() == (ITEMS + 1,)


def test_another_history_in_the_archives_place_does_not_swallow_its_log(
    tmp_path: Path, other_key: str, archive_key: str
) -> None:
    own = crashed(tmp_path / "own", archive_key)
    small_archive(tmp_path / "other.db", other_key)
    shutil.copy(tmp_path / "other.db", own)
    before = own.read_bytes(), log_of(own).read_bytes()
    with pytest.raises(NotThisHistory, match="another history's"):
        open_connection(own, archive_key)
    assert (own.read_bytes(), log_of(own).read_bytes()) == before


def test_a_rescue_passes_over_the_log_of_another_history(
    tmp_path: Path, whole: Path, left_open: Path, archive_key: str
) -> None:
    shutil.copy(log_of(left_open), log_of(whole))
    assert salvaged(whole, tmp_path / "saved.db", archive_key).is_whole


def test_the_archives_own_log_is_its_own(tmp_path: Path, archive_key: str) -> None:
    own = crashed(tmp_path / "own", archive_key)
    assert not is_foreign(log_of(own), archive_key)
    with closing(open_connection(own, archive_key)) as connection:
        assert connection.execute("SELECT title FROM conversation").fetchone() == ("of the log",)


@pytest.mark.parametrize("size", [0, 20, 40, 3000])
def test_a_log_without_a_whole_page_is_not_foreign(left_open: Path, archive_key: str, size: int) -> None:
    log_of(left_open).write_bytes(log_of(left_open).read_bytes()[:size])
    assert not is_foreign(log_of(left_open), archive_key)


@pytest.mark.parametrize("place", [0, 8, 17, 25, 41, 49, 57, 4000])
def test_a_log_torn_at_its_beginning_is_not_foreign_for_it_is_passed_over(
    tmp_path: Path, archive_key: str, place: int
) -> None:
    own = crashed(tmp_path / "own", archive_key)
    content = bytearray(log_of(own).read_bytes())
    content[place] ^= 1
    log_of(own).write_bytes(content)
    assert not is_foreign(log_of(own), archive_key)
    with closing(open_connection(own, archive_key)) as connection:
        assert connection.execute("SELECT title FROM conversation").fetchone() != ("of the log",)
