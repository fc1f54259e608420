"""The work of an export: what it writes, and what it takes back."""

from pathlib import Path

import pytest

from app.chat.export_work import FilePlace, FolderPlace, export_into, export_to
from app.domain.errors import GivenUp
from app.domain.export_choice import Detail, ExportChoice
from app.store.archive import Archive
from app.store.driver import Connection
from tests.unit.store.writing import ONE, begin

CHOICE = ExportChoice(detail=Detail.TEXT)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "exports"
    made.mkdir()
    return made


def entries(folder: Path) -> list[Path]:
    return list(folder.iterdir())


def ignore(_done: int, _of: int) -> None:
    """Nobody waits."""


def give_up(_done: int, _of: int) -> None:
    raise GivenUp("Not wanted.")


async def test_a_folder_that_was_made_for_nothing_goes_again(archive: Archive, folder: Path) -> None:
    await begin(archive)
    place = FolderPlace(folder / "a" / "b", may_replace=False)
    with pytest.raises(GivenUp):
        await archive.study(export_into, [ONE], CHOICE, place, give_up)
    assert not entries(folder)


async def test_a_folder_that_was_there_stays(archive: Archive, folder: Path) -> None:
    await begin(archive)
    with pytest.raises(GivenUp):
        await archive.study(export_into, [ONE], CHOICE, FolderPlace(folder, may_replace=False), give_up)
    assert entries(folder) == []


async def test_no_transaction_outlives_the_work(archive: Archive, folder: Path) -> None:
    await begin(archive)
    place = FilePlace(folder / "out.md", may_replace=False)
    await archive.study(export_into, [ONE], CHOICE, place, ignore)
    assert not await archive.study(is_in_transaction)
    with pytest.raises(GivenUp):
        await archive.study(export_to, ONE, CHOICE, bytearray().extend, give_up)
    assert not await archive.study(is_in_transaction)


def is_in_transaction(connection: Connection) -> bool:
    return connection.in_transaction
