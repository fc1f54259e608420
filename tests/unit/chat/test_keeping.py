import asyncio

from app.chat.keeping import Keeping
from app.domain.ids import ConversationId
from app.store import conversations
from tests.fixtures.core import Chat

ONE, OTHER = ConversationId("one"), ConversationId("other")


async def test_what_is_not_temporary_is_kept_on_the_disk(chat: Chat) -> None:
    keeping = Keeping(chat.controller._parts)
    assert keeping.of(ONE) is chat.controller._parts
    assert not keeping.is_temporary(ONE)
    assert not keeping.is_temporary(None)
    assert keeping.archives == [chat.archive]
    assert keeping.passing is None


async def test_what_is_temporary_has_an_archive_and_a_journal_of_its_own(chat: Chat) -> None:
    keeping = Keeping(chat.controller._parts)
    await asyncio.gather(keeping.keep_in_memory(ONE), keeping.keep_in_memory(OTHER))
    passing = keeping.of(ONE)
    assert keeping.of(OTHER) is passing
    assert (keeping.is_temporary(ONE), keeping.archives) == (True, [chat.archive, passing.archive])
    assert passing.archive is not chat.archive
    assert passing.journal is not chat.controller._parts.journal
    assert passing.events is chat.controller.events
    assert await passing.archive.read(conversations.list_conversations) == []
    await keeping.close()


async def test_one_id_is_awaited_until_it_has_begun(chat: Chat) -> None:
    keeping = Keeping(chat.controller._parts)
    awaited = await keeping.await_temporary()
    assert await keeping.await_temporary() == awaited
    keeping.note_begun(ONE)
    assert keeping.is_awaited(awaited)
    keeping.note_begun(awaited)
    assert not keeping.is_awaited(awaited)
    assert not keeping.is_awaited(None)
    assert await keeping.await_temporary() != awaited
    assert keeping.is_temporary(awaited)
    await keeping.close()
