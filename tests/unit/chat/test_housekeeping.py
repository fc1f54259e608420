import asyncio
from collections.abc import AsyncIterator
from itertools import count

import pytest

from app.chat.event_stream import EventStream
from app.chat.housekeeping import Housekeeping
from app.domain.errors import Fault, StoreError
from app.domain.events import ArchivePurged, ConversationRemoved, ProblemArose, UndoForgotten
from app.domain.ids import BranchId, ConversationId, ItemId, NoteId, UndoId
from app.domain.purged import Purged
from app.domain.undo import Act, Undo
from app.store import conversations, notes, overlays, purge, purge_marks, removal, retention, undo
from app.store.archive import Archive
from app.store.purge_marks import PurgeMark
from app.system.profile import Profile
from tests.fixtures.core import EventRecorder
from tests.unit.store.writing import ONE, begin

DAY = undo.KEPT_FOR


class House:
    """An archive with one conversation, its housekeeping, and a clock that a test sets."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.now = 1
        self.events = EventStream()
        self.told = EventRecorder(self.events)
        self.chores = 0
        self.keeping = Housekeeping(archive, self.events, lambda: self.now, [self.do_chore], rest=0.01)

    async def do_chore(self) -> None:
        self.chores += 1


@pytest.fixture
async def house(archive: Archive) -> AsyncIterator[House]:
    await begin(archive)
    made = House(archive)
    yield made
    await made.keeping.close()


async def test_where_all_is_tidy_nothing_is_told(house: House) -> None:
    assert await house.keeping.tidy() == Purged()
    assert house.told.events == []


async def test_what_else_is_to_be_done_comes_last(house: House) -> None:
    await house.keeping.tidy()
    assert house.chores == 1


async def test_what_cannot_be_purged_keeps_nothing_else_back(house: House) -> None:
    await house.archive.write(lambda connection: connection.execute("DROP TABLE item_words_docsize"))
    await house.archive.write(removal.remove_conversation, ONE)
    with pytest.raises(StoreError):
        await house.keeping.tidy()
    assert house.chores == 1


async def test_who_ends_it_while_it_purges_waits_for_nothing_else(house: House) -> None:
    """The clock is asked a third time for the end of the purge."""
    await house.archive.write(removal.remove_conversation, ONE)
    asked = count(1)

    def now() -> int:
        if next(asked) == 3:
            asyncio.current_task().cancel()
        return 7

    keeping = Housekeeping(house.archive, house.events, now, [house.do_chore])
    with pytest.raises(asyncio.CancelledError):
        await asyncio.create_task(keeping.tidy())
    await keeping.close()
    assert (await house.archive.read(purge_marks.last_purge)).at in (None, 7)
    assert house.chores == 0


async def test_a_purge_is_noted_for_the_sake_of_the_backups(house: House) -> None:
    await house.archive.write(removal.remove_conversation, ONE)
    house.now = 7
    await house.keeping.tidy()
    assert await house.archive.read(purge_marks.last_purge) == PurgeMark(oldest=1, at=7)


async def test_what_was_deleted_for_ever_leaves_file_and_log(house: House, profile: Profile) -> None:
    await house.archive.write(removal.remove_conversation, ONE)
    assert await house.keeping.tidy() == Purged(items=1, oldest=1)
    assert (await house.told.until(ArchivePurged)).purged.items == 1
    assert profile.archive.with_name(profile.archive.name + "-wal").stat().st_size == 0
    assert not await house.archive.study(purge.unneeded)


async def test_what_was_deleted_for_ever_leaves_file_and_log_also_where_all_items_are_shared(
    house: House, profile: Profile
) -> None:
    two, log = ConversationId("two"), profile.archive.with_name(profile.archive.name + "-wal")
    await house.archive.write(conversations.branch_conversation, ONE, two, BranchId("b"), 2)
    await house.archive.write(notes.add_note, NoteId("n"), two, None, "Canary", 3)
    await house.archive.write(removal.remove_conversation, two)
    assert log.stat().st_size > 0
    house.now = 7
    await house.keeping.tidy()
    assert log.stat().st_size == 0
    assert await house.archive.read(purge_marks.last_purge) == PurgeMark(2, 7)
    assert len(house.told.of(ArchivePurged)) == 1
    await house.keeping.tidy()
    assert len(house.told.of(ArchivePurged)) == 1


async def test_a_note_that_a_person_lets_go_of_leaves_file_and_log(house: House, profile: Profile) -> None:
    await house.archive.write(notes.add_note, NoteId("n"), ONE, None, "Canary", 3)
    await house.archive.write(notes.remove_note, NoteId("n"), UndoId("u"), 4)
    await house.archive.write(undo.forget, UndoId("u"))
    house.now = 7
    await house.keeping.tidy()
    assert profile.archive.with_name(profile.archive.name + "-wal").stat().st_size == 0
    assert await house.archive.read(purge_marks.last_purge) == PurgeMark(3, 7)


async def test_a_hidden_message_is_kept_for_as_long_as_it_can_be_had_back(house: House) -> None:
    by = Undo(UndoId("u"), Act.HIDE)
    await house.archive.write(overlays.hide, ONE, ItemId("one question"), by, 1)
    house.now = DAY
    assert await house.keeping.tidy() == Purged()
    house.now = DAY + 1
    assert await house.keeping.tidy() == Purged(emptied=1, oldest=1)


async def test_a_hidden_message_is_purged_as_soon_as_nobody_offers_it_back(house: House) -> None:
    offered = {UndoId("u")}
    keeping = Housekeeping(house.archive, house.events, lambda: house.now, offered=lambda: offered)
    by = Undo(UndoId("u"), Act.HIDE)
    await house.archive.write(overlays.hide, ONE, ItemId("one question"), by, 1)
    house.now = undo.NEW_FOR + 2
    assert await keeping.tidy() == Purged()
    offered.clear()
    assert await keeping.tidy() == Purged(emptied=1, oldest=1)
    await keeping.close()


async def test_a_note_is_purged_when_its_undo_is_let_go_of(house: House) -> None:
    await house.archive.write(notes.add_note, NoteId("n"), ONE, None, "Canary", 3)
    await house.archive.write(notes.remove_note, NoteId("n"), UndoId("u"), 4)
    house.now = DAY + 3
    assert await house.keeping.tidy() == Purged()
    house.now = DAY + 4
    assert await house.keeping.tidy() == Purged(texts=1, oldest=3)
    assert await house.archive.read(purge_marks.last_purge) == PurgeMark(3, DAY + 4)


async def test_old_trash_and_expired_conversations_are_removed(house: House) -> None:
    await begin(house.archive, name := conversations.ConversationId("two"))
    await house.archive.write(conversations.trash, ONE, 1)
    await house.archive.write(retention.keep, name, 24)
    house.now = DAY + 2
    assert (await house.keeping.tidy()).conversations == 1
    house.now = removal.TRASH_KEPT_FOR + 1
    assert (await house.keeping.tidy()).conversations == 1
    assert [event.conversation_id for event in house.told.of(ConversationRemoved)] == [name, ONE]


async def test_it_begins_by_itself_once_nothing_happens(house: House) -> None:
    await house.archive.write(removal.remove_conversation, ONE)
    house.keeping.start()
    await house.told.until(ArchivePurged)
    await begin(house.archive, name := conversations.ConversationId("two"))
    await house.archive.write(removal.remove_conversation, name)
    house.events.publish(ProblemArose(Fault("DiskFull", "x")))
    await house.told.until(ArchivePurged, 2)


async def test_what_a_person_deletes_for_ever_is_purged_at_the_next_rest(house: House) -> None:
    house.keeping.start()
    await house.keeping.tidy()
    await house.archive.write(removal.remove_conversation, ONE)
    house.events.publish(ConversationRemoved(ONE))
    await house.told.until(ArchivePurged)


async def test_what_only_an_undo_held_is_purged_at_the_next_rest(house: House) -> None:
    await house.archive.write(overlays.hide, ONE, ItemId("one question"), Undo(UndoId("u"), Act.HIDE), 1)
    house.keeping.start()
    assert await house.keeping.tidy() == Purged()
    await house.archive.write(undo.forget, UndoId("u"))
    house.events.publish(UndoForgotten())
    assert (await house.told.until(ArchivePurged)).purged == Purged(emptied=1, oldest=1)


async def test_what_it_removed_itself_does_not_stir_it(house: House) -> None:
    await house.archive.write(retention.keep, ONE, 24)
    house.now = DAY + 2
    await house.keeping.tidy()
    await house.told.until(ConversationRemoved)
    assert not house.keeping._stirred.is_set()
    house.events.publish(ConversationRemoved(ONE))
    await house.told.until(ConversationRemoved, 2)
    assert house.keeping._stirred.is_set()


async def test_it_ends_when_asked_and_can_be_asked_twice(house: House) -> None:
    house.keeping.start()
    await house.keeping.close()
    await house.keeping.close()
    await house.archive.write(removal.remove_conversation, ONE)
    assert house.told.events == []
