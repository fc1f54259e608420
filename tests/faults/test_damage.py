"""An archive that is cut short or has a bit turned, at every place there is.

It opens whole, or is told to be damaged and comes out of the salvage with a report, or nothing of it can be
read and that is told. Never does a crash or a new, empty archive take its place.
"""

from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.errors import StoreError
from app.store.driver import open_connection, pragma
from app.store.sqlite_errors import translated
from app.system.profile import Profile
from tests.faults.conftest import Tell
from tests.unit.store.damage import ITEMS, PAGE, salvaged, small_archive, with_a_bit_flipped
from tests.unit.store.writing import Writing, reopened

SECTOR = 512
# Salvage takes a tenth of a second: of the cuts, a part is enough for every day.
SALVAGED = [40, pytest.param(1, marks=[pytest.mark.long, pytest.mark.timeout(3600)])]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "archive.db"


def is_whole(path: Path, key: str) -> bool:
    """Open the archive as a start does, look at all of it, and tell whether nothing is wrong."""
    try:
        with translated(), closing(open_connection(path, key)) as connection:
            if pragma(connection, "PRAGMA quick_check") != "ok":
                return False
            return len(Writing(connection).names("one")) == ITEMS
    except StoreError:
        return False


def outcome(content: bytes, path: Path, key: str, *, may_salvage: bool = True) -> str:
    """What becomes of an archive with such a content."""
    path.write_bytes(content)
    if is_whole(path, key):
        return "whole"
    if not may_salvage:
        return "damaged"
    path.write_bytes(content)
    target = path.with_name("salvaged.db")
    try:
        report = salvaged(path, target, key)
    except StoreError:
        assert not target.exists()
        return "lost"
    assert path.read_bytes() == content
    assert report.rows > 0
    with closing(open_connection(target, key)) as connection:
        assert pragma(connection, "PRAGMA quick_check") == "ok"
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    target.unlink()
    return "salvaged whole" if report.is_whole else "salvaged with gaps"


@pytest.mark.slow
def test_a_bit_is_turned_in_each_page(path: Path, archive_key: str, tell: Tell) -> None:
    content = small_archive(path, archive_key)
    found = Counter(
        outcome(with_a_bit_flipped(content, page), path, archive_key)
        for page in range(1, len(content) // PAGE + 1)
    )
    tell(f"a bit turned in each of {found.total()} pages: {dict(found)}")
    assert found["whole"] == found["lost"] == 0
    assert found["salvaged whole"] > found["salvaged with gaps"] > 10


@pytest.mark.slow
@pytest.mark.parametrize("one_in", SALVAGED)
def test_it_is_cut_at_every_sector(path: Path, archive_key: str, tell: Tell, one_in: int) -> None:
    content = small_archive(path, archive_key)
    found = Counter(
        outcome(content[:cut], path, archive_key, may_salvage=cut // SECTOR % one_in == 0)
        for cut in range(SECTOR, len(content), SECTOR)
    )
    tell(f"cut at each of {found.total()} sectors: {dict(found)}")
    assert found["whole"] == 0
    assert found["salvaged whole"] + found["salvaged with gaps"] > found["lost"]


@pytest.mark.parametrize("cut", [0, 1, SECTOR, PAGE, 20 * PAGE])
async def test_the_program_says_so_and_changes_nothing(path: Path, archive_key: str, cut: int) -> None:
    content = small_archive(path, archive_key)[:cut]
    path.write_bytes(content)  # noqa: ASYNC240 (nothing else runs meanwhile)
    with pytest.raises(StoreError):
        async with reopened(Profile(path.parent), archive_key):
            pass
    assert path.read_bytes() == content  # noqa: ASYNC240
