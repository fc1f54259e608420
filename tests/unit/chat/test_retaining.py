import pytest

from app.chat.retaining import Retaining
from app.domain.events import ArchivePurged, ConversationRemoved
from app.domain.ids import ConversationId
from app.domain.retention import Retention
from app.store import conversations, purge, purge_marks, retention
from app.system.clock import now_us
from tests.fixtures.core import Chat
from tests.unit.store.writing import begin

HOUR = 3600 * 1_000_000
NEW, OLD = ConversationId("new"), ConversationId("old")


@pytest.fixture
async def retaining(chat: Chat) -> Retaining:
    """Of two conversations one has not changed for 48 hours."""
    await begin(chat.archive, NEW, now=now_us())
    await begin(chat.archive, OLD, now=now_us() - 48 * HOUR)
    return chat.controller.retaining


async def listed(chat: Chat) -> list[str]:
    return [each.id for each in await chat.archive.read(conversations.list_conversations)]


async def test_a_number_says_how_many_would_go_and_changes_nothing(chat: Chat, retaining: Retaining) -> None:
    assert [await retaining.going(None, hours) for hours in (0, 24, 72)] == [0, 1, 0]
    assert [await retaining.going(OLD, hours) for hours in (0, 24, 72, None)] == [0, 1, 0, 0]
    assert await retaining.going(NEW, 24) == 0
    assert (await retaining.state(), await listed(chat)) == (Retention(0), [NEW, OLD])


async def test_what_is_due_goes_at_once_and_leaves_the_file(chat: Chat, retaining: Retaining) -> None:
    assert await retaining.keep(None, 24) == 1
    assert (await chat.told.until(ConversationRemoved)).conversation_id == OLD
    assert (await chat.told.until(ArchivePurged)).purged.items == 1
    assert not await chat.archive.study(purge.unneeded)
    mark = await chat.archive.read(purge_marks.last_purge)
    assert mark is not None
    assert mark.at is not None
    assert mark.at - mark.oldest > 47 * HOUR
    assert (await retaining.state(), await listed(chat)) == (Retention(24), [NEW])


async def test_one_has_a_number_of_its_own(chat: Chat, retaining: Retaining) -> None:
    assert await retaining.keep(OLD, 0) == 0
    assert await retaining.keep(None, 24) == 0
    assert await retaining.state(OLD) == Retention(24, 0)
    assert await retaining.going(OLD, None) == 1
    assert await retaining.keep(OLD, None) == 1
    assert await listed(chat) == [NEW]


async def test_what_is_pinned_stays(chat: Chat, retaining: Retaining) -> None:
    await chat.archive.write(pin_all)
    assert (await retaining.going(None, 24), await retaining.keep(None, 24)) == (0, 0)
    assert await listed(chat) == [NEW, OLD]
    assert await chat.archive.read(retention.retention_in_general) == 24


def pin_all(connection: retention.Connection) -> None:
    connection.execute("UPDATE conversation SET pinned_at = 1")
