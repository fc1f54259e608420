import stat
from pathlib import Path

import pytest

from app.domain.errors import DiskFull
from app.store.ballast import Ballast
from app.store.driver import Connection

SIZE = 1 << 16


@pytest.fixture
def ballast(tmp_path: Path) -> Ballast:
    made = Ballast(tmp_path / "ballast", size=SIZE)
    made.keep()
    return made


class Full:
    """Work that finds the disk full so many times."""

    def __init__(self, times: int) -> None:
        self.left = times

    def __call__(self) -> str:
        if self.left:
            self.left -= 1
            raise DiskFull("The disk is full.")
        return "done"


def test_it_is_made_of_real_bytes_and_private(ballast: Ballast, tmp_path: Path) -> None:
    made = (tmp_path / "ballast").stat()
    assert ballast.is_kept
    assert (made.st_size, stat.S_IMODE(made.st_mode)) == (SIZE, 0o600)
    assert made.st_blocks * 512 >= SIZE


def test_a_full_disk_takes_it_and_the_work_is_done_again(ballast: Ballast, connection: Connection) -> None:
    assert ballast.write(connection, Full(1)) == "done"
    assert not ballast.is_kept
    news = ballast.news()
    assert news is not None
    assert news.fault.kind == "ReserveUsed"
    assert ballast.news() is None


def test_it_is_made_again_at_the_next_write_for_which_there_is_plenty_of_room(
    ballast: Ballast, connection: Connection
) -> None:
    ballast.write(connection, Full(1))
    ballast.write(connection, Full(0))
    assert ballast.is_kept


def test_without_plenty_of_room_it_is_not_made(tmp_path: Path) -> None:
    ballast = Ballast(tmp_path / "ballast", plenty=1 << 60)
    ballast.keep()
    assert not (tmp_path / "ballast").exists()


def test_a_disk_that_stays_full_is_told(ballast: Ballast, connection: Connection) -> None:
    with pytest.raises(DiskFull):
        ballast.write(connection, Full(2))
    with pytest.raises(DiskFull):
        ballast.write(connection, Full(1))


def test_other_errors_leave_it_alone(ballast: Ballast, connection: Connection) -> None:
    def fail() -> None:
        raise KeyError

    with pytest.raises(KeyError):
        ballast.write(connection, fail)
    assert ballast.is_kept


def test_with_room_to_open_it_is_kept(ballast: Ballast) -> None:
    ballast.make_room()
    assert ballast.is_kept


def test_a_folder_that_takes_nothing_is_no_reason_to_fail(tmp_path: Path) -> None:
    ballast = Ballast(tmp_path / "missing" / "ballast")
    ballast.keep()
    ballast.make_room()
    assert not ballast.is_kept
