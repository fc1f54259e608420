"""What may have become of an archive's files while it was closed: each is opened, or refused in words."""

import shutil
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.errors import StoreError, StoreReadOnly
from app.store import history
from app.store.driver import open_connection, pragma, transaction
from app.store.migrate import migrate
from app.system.private_file import create_privately
from app.system.profile import Profile
from tests.unit.store.writing import ONE, Writing, reopened

FOLDED, WAITING = 5, 3


@pytest.fixture
def unclean(profile: Profile, archive_key: str, tmp_path: Path) -> Profile:
    """An archive whose owner was cut off: five questions in the file, three more in its log."""
    made = tmp_path / "made.db"
    create_privately(made)
    with closing(open_connection(made, archive_key)) as connection:
        migrate(connection)
        writing = Writing(connection)
        writing.conversation(ONE)
        for number in range(FOLDED):
            write(connection, number)
        pragma(connection, "PRAGMA wal_checkpoint(TRUNCATE)")
        for number in range(FOLDED, FOLDED + WAITING):
            write(connection, number)
        for ending in ("", "-wal", "-shm"):
            shutil.copy(f"{made}{ending}", f"{profile.archive}{ending}")
    return profile


def write(connection, number: int) -> None:  # noqa: ANN001
    with transaction(connection):
        Writing(connection).question(ONE, f"q{number}", now=number * 1_000_000)


def beside(profile: Profile, ending: str) -> Path:
    return profile.archive.with_name(profile.archive.name + ending)


async def count(profile: Profile, key: str) -> int:
    """Open the archive as the program does, and count what is there: all of it in order, nothing torn."""
    async with reopened(profile, key) as archive:
        found = (await archive.read(history.page, ONE, None, 99)).items
    assert [item.id for item in found] == [f"q{number}" for number in range(len(found))]
    return len(found)


async def test_what_waits_in_the_log_is_there(unclean: Profile, archive_key: str) -> None:
    assert await count(unclean, archive_key) == FOLDED + WAITING


async def test_the_index_of_the_log_is_made_again(unclean: Profile, archive_key: str) -> None:
    beside(unclean, "-shm").unlink()
    assert await count(unclean, archive_key) == FOLDED + WAITING


async def test_without_its_log_an_archive_opens_with_what_was_folded(
    unclean: Profile, archive_key: str
) -> None:
    beside(unclean, "-wal").unlink()
    assert await count(unclean, archive_key) == FOLDED


@pytest.mark.parametrize("part", [0.2, 0.5, 0.8, 0.99])
async def test_a_torn_log_gives_what_was_whole_in_it(unclean: Profile, archive_key: str, part: float) -> None:
    log = beside(unclean, "-wal")
    log.write_bytes(log.read_bytes()[: int(log.stat().st_size * part)])
    assert FOLDED <= await count(unclean, archive_key) < FOLDED + WAITING


@pytest.mark.parametrize("part", [0.2, 0.5, 0.8])
async def test_a_turned_bit_in_the_log_ends_it_there(unclean: Profile, archive_key: str, part: float) -> None:
    log = beside(unclean, "-wal")
    content = bytearray(log.read_bytes())
    content[int(len(content) * part)] ^= 1
    log.write_bytes(content)
    assert FOLDED <= await count(unclean, archive_key) < FOLDED + WAITING


async def test_the_log_of_another_archive_is_not_taken_for_its_own(
    unclean: Profile, archive_key: str, tmp_path: Path
) -> None:
    other = tmp_path / "other.db"
    create_privately(other)
    with closing(open_connection(other, archive_key[::-1])) as connection:
        migrate(connection)
        shutil.copy(f"{other}-wal", beside(unclean, "-wal"))
    beside(unclean, "-shm").unlink()
    with pytest.raises(StoreError):
        await count(unclean, archive_key)


@pytest.mark.slow
async def test_a_folder_that_may_only_be_read_is_told_and_left_alone(
    unclean: Profile, archive_key: str
) -> None:
    folder = unclean.folder
    subprocess.run(["mount", "-t", "tmpfs", "small", folder / "logs"], check=True)  # noqa: ASYNC221
    for ending in ("", "-wal"):
        shutil.copy(beside(unclean, ending), folder / "logs")
    subprocess.run(["mount", "-o", "remount,ro", folder / "logs"], check=True)  # noqa: ASYNC221
    try:
        with pytest.raises(StoreReadOnly):
            await count(Profile(folder / "logs"), archive_key)
    finally:
        subprocess.run(["umount", folder / "logs"], check=True)  # noqa: ASYNC221
