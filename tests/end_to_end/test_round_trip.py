"""What is written out comes back as it was: through files, the process that reads, another archive."""

import secrets
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from app.chat.attaching import Attaching
from app.chat.event_stream import EventStream
from app.chat.exporting import Exporting
from app.chat.importing import Importing
from app.domain.export_choice import Detail, ExportChoice, Extent, Format
from app.domain.ids import ConversationId, IdSource
from app.domain.parcel import ParcelHead, ParcelItem
from app.store.archive import Archive
from app.store.departing import open_departure
from app.store.driver import Connection
from app.system.clock import now_us
from tests.fakes.exports.every import EXPORTS, Sample

FORMS = [
    ExportChoice(Format.JSON, Detail.FULL, Extent.ALL),
    ExportChoice(Format.MARKDOWN, Detail.FULL, Extent.ALL),
]


def importing(archive: Archive) -> Importing:
    ids = IdSource(now_us, secrets.token_bytes)
    return Importing(archive, Attaching(archive, ids), EventStream(), ids, now_us)


@pytest.fixture
async def other(tmp_path: Path) -> AsyncIterator[Archive]:
    opened = Archive()
    await opened.open(tmp_path / "other.db", secrets.token_hex(48), is_new=True, now=1)
    yield opened
    await opened.close()


def written(folder: Path, sample: Sample) -> Path:
    place = folder / "from elsewhere"
    for name, content in sample.files().items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(content)
    return place


def told(connection: Connection, conversation: ConversationId) -> tuple[ParcelHead, list[ParcelItem]]:
    with open_departure(connection, conversation, Extent.ALL) as departure:
        return departure.head, list(departure.items())


@pytest.mark.parametrize("choice", FORMS, ids=lambda choice: choice.format.value)
@pytest.mark.parametrize("sample", EXPORTS, ids=lambda sample: f"{sample.origin} {sample.variant}")
async def test_what_came_from_elsewhere_goes_out_and_comes_back(
    archive: Archive, other: Archive, tmp_path: Path, sample: Sample, choice: ExportChoice
) -> None:
    came = await importing(archive).bring_in(written(tmp_path, sample))
    assert came.added
    assert came.fault is None
    out = tmp_path / "out"
    await Exporting(archive).to_folder(came.added, choice, out)
    back = await importing(other).bring_in(out)
    assert set(back.added) == set(came.added)
    assert (back.origin, back.skipped, back.fault) == ("sotto", (), None)
    for conversation in came.added:
        before = await archive.study(told, conversation)
        assert await other.study(told, conversation) == before
    again = await importing(archive).bring_in(out)
    assert (again.added, again.grown, again.known) == ((), (), len(came.added))
