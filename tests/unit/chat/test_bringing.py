import secrets
from collections.abc import AsyncIterator

import pytest

from app.chat.attaching import Attaching
from app.chat.bringing import Bringing
from app.domain.errors import StoreBusy
from app.domain.ids import IdSource
from app.domain.import_report import Outcome
from app.domain.parcel import Parcel, Skipped
from app.exchange.export_reader import Origin
from app.store import blobs
from app.store.archive import Archive
from app.store.parcel_belongings import known_hashes
from app.system.clock import now_us
from tests.unit.exchange import parts

WITH_FILE = Parcel(parts.head(origin="test"), (parts.item(files=(parts.FILE,)),))


@pytest.fixture
async def bringing(archive: Archive) -> AsyncIterator[Bringing]:
    ids = IdSource(now_us, secrets.token_bytes)
    attaching = Attaching(archive, ids)
    yield Bringing(archive, attaching, ids, now_us)
    await attaching.close()


async def test_bytes_wait_for_their_conversation(bringing: Bringing, archive: Archive) -> None:
    for found in (Origin("test"), parts.BYTES, parts.BYTES, Skipped("No text.", 2), WITH_FILE):
        taken = await bringing.take(found)
    assert taken is not None
    assert (taken.outcome, taken.files) == (Outcome.ADDED, 1)
    await bringing.forget_rest()
    report = bringing.report()
    assert (report.origin, report.added, report.files) == ("test", (taken.conversation.id,), 1)
    assert report.skipped == (Skipped("No text.", 2),)
    assert await archive.read(known_hashes, [parts.BYTES.sha256])
    assert await archive.read(blobs.orphans) == []


async def test_bytes_that_no_conversation_takes_are_removed(bringing: Bringing, archive: Archive) -> None:
    await bringing.take(parts.BYTES)
    assert len(await archive.read(blobs.orphans)) == 1
    await bringing.forget_rest()
    assert await archive.read(blobs.orphans) == []


async def test_a_file_without_its_bytes_is_told_of(bringing: Bringing) -> None:
    await bringing.take(WITH_FILE)
    assert bringing.report().skipped == (Skipped("Attachments that are not in the export"),)


async def test_what_ends_it_early_is_noted_or_raised(bringing: Bringing) -> None:
    busy = StoreBusy("Busy.")
    with pytest.raises(StoreBusy):
        bringing.end(busy)
    await bringing.take(WITH_FILE)
    bringing.end(busy)
    assert bringing.report().fault == busy.fault
