import pytest

from app.chat.event_stream import EventStream
from app.chat.purging import Purging
from app.domain.events import ArchivePurged
from app.domain.purged import Purged
from app.store import purge, purge_marks, removal
from app.store.archive import Archive
from app.store.purge_marks import PurgeMark
from tests.fixtures.core import EventRecorder
from tests.unit.store.writing import ONE, begin


@pytest.fixture
async def removed(archive: Archive) -> Purged:
    """A conversation that is gone, and whose item is yet to leave the file."""
    await begin(archive)
    return await archive.write(removal.remove_conversation, ONE)


async def test_what_nothing_holds_leaves_the_file_and_is_noted_and_told(
    archive: Archive, removed: Purged
) -> None:
    events = EventStream()
    told = EventRecorder(events)
    done = await Purging(archive, events, lambda: 7).purge(removed)
    assert done == Purged(items=1, conversations=1, oldest=1)
    assert (await told.until(ArchivePurged)).purged == done
    assert await archive.read(purge_marks.last_purge) == PurgeMark(1, 7)
    assert not await archive.study(purge.unneeded)


async def test_it_stops_when_it_is_not_to_go_on(archive: Archive, removed: Purged) -> None:
    done = await Purging(archive, EventStream(), lambda: 7).purge(removed, lambda: False)
    assert done == removed
    assert await archive.study(purge.unneeded)


async def test_where_there_is_nothing_nothing_is_noted(archive: Archive) -> None:
    assert await Purging(archive, EventStream(), lambda: 7).purge(Purged()) == Purged()
    assert await archive.read(purge_marks.last_purge) is None
