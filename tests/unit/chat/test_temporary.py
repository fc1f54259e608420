import os
from datetime import date
from pathlib import Path

import pytest

from app.domain.errors import BugError
from app.domain.events import ConversationCreated, ConversationRemoved, ReplyEnded, SendFailed
from app.domain.ids import AssistantId, ConversationId
from app.domain.item import ItemState
from app.domain.library import Assistant
from app.store import conversations, drafts, history, purge, statistics
from app.store.archive import Archive
from app.store.driver import Connection
from app.store.statistics import Span
from tests.fakes.scripted_server import Script, ScriptedServer
from tests.fixtures.canary import find_canary
from tests.fixtures.core import Chat

CANARY = "quokka-7731 sails at dawn"


@pytest.fixture
async def asked(chat: Chat, server: ScriptedServer) -> ConversationId:
    """A temporary conversation of one question and its answer."""
    chat.ask(server)
    begun = await chat.controller.temporary.begin()
    assert chat.controller.send(begun, CANARY) == begun
    await chat.told.until(ReplyEnded)
    return begun


async def texts(chat: Chat, conversation: ConversationId) -> list[str]:
    return [item.text for item in (await chat.controller.history(conversation)).items]


async def test_it_is_asked_answered_and_listed_as_any_other(chat: Chat, asked: ConversationId) -> None:
    created = (await chat.told.until(ConversationCreated)).conversation
    assert (created.id, created.title, created.is_temporary) == (asked, CANARY, True)
    assert (await texts(chat, asked))[0] == CANARY
    chat.controller.send(asked, "And then?")
    assert (await chat.told.until(ReplyEnded, 2)).item.state is ItemState.COMPLETE
    assert len(await texts(chat, asked)) == 4
    assert [(each.id, each.is_temporary) for each in await chat.controller.conversations()] == [(asked, True)]


async def test_it_stands_in_the_list_among_the_others(chat: Chat, asked: ConversationId) -> None:
    other = chat.controller.send(None, "Why?")
    await chat.told.until(ReplyEnded, 2)
    listed = await chat.controller.conversations()
    assert [(each.id, each.is_temporary) for each in listed] == [(other, False), (asked, True)]


async def test_the_archive_on_the_disk_never_hears_of_it(chat: Chat, asked: ConversationId) -> None:
    chat.controller.drafts.keep(asked, CANARY)
    await chat.controller.drafts.close()
    assert await chat.archive.read(conversations.list_conversations) == []
    assert not await chat.archive.read(conversations.exists, asked)
    assert await chat.archive.read(drafts.all_drafts) == {}
    assert (await chat.archive.study(statistics.spent, Span(date.min, date.max))).total.requests == 0
    assert [page async for page in chat.controller.searching.search("quokka")] == []


def session_places(profile_folder: Path) -> list[Path]:
    return [profile_folder, *(Path(os.environ[name]) for name in ("HOME", "TMPDIR", "XDG_RUNTIME_DIR"))]


async def test_no_word_of_it_is_on_the_disk_nor_in_the_archive(
    chat: Chat, asked: ConversationId, tmp_path: Path
) -> None:
    await chat.controller.rename(asked, f"title {CANARY}")
    assert find_canary(CANARY, session_places(tmp_path)) == []
    assert await chat.archive.study(rows_with, CANARY) == 0
    passing = chat.controller._keeping.passing
    assert passing is not None
    assert await passing.study(rows_with, CANARY) == 2, "the question, and the title"


def rows_with(connection: Connection, text: str) -> int:
    """Count the rows that hold a text, in all columns of all tables."""
    tables = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    ).fetchall()
    return sum(
        text in str(row)
        for (table,) in tables
        for row in connection.execute(f"SELECT * FROM {table}")  # noqa: S608 (a name of the schema's own)
    )


async def test_until_its_first_question_it_keeps_its_id_and_is_in_no_list(chat: Chat) -> None:
    begun = await chat.controller.temporary.begin()
    assert await chat.controller.temporary.begin() == begun
    assert chat.controller.temporary.holds(begun)
    assert await chat.controller.conversations() == []


async def test_what_branches_from_it_is_temporary_too(chat: Chat, asked: ConversationId) -> None:
    branch = await chat.controller.branch(asked)
    assert (await chat.told.until(ConversationCreated, 2)).conversation.is_temporary
    item = (await chat.controller.history(asked)).items[0]
    made = await chat.controller.branches.fork_at(asked, item.id)
    await chat.controller.branches.detach(asked, made)
    detached = (await chat.told.until(ConversationCreated, 3)).conversation
    assert detached.is_temporary
    assert await texts(chat, branch) == await texts(chat, asked)
    assert await texts(chat, detached.id) == [CANARY]
    assert await chat.archive.read(conversations.list_conversations) == []


async def test_what_is_done_to_its_messages_can_be_undone(chat: Chat, asked: ConversationId) -> None:
    question, answer = (await chat.controller.history(asked)).items
    undo = await chat.controller.marks.delete(asked, question.id)
    assert await texts(chat, asked) == [answer.text]
    await chat.controller.removing.undo(undo.id)
    assert await texts(chat, asked) == [CANARY, answer.text]


@pytest.mark.parametrize("way", ["forget", "trash"])
async def test_a_forgotten_one_has_left_the_memory_too(chat: Chat, asked: ConversationId, way: str) -> None:
    if way == "forget":
        await chat.controller.temporary.forget(asked)
    else:
        await chat.controller.trash(asked)
    assert (await chat.told.until(ConversationRemoved)).conversation_id == asked
    assert (await chat.controller.conversations(), await chat.controller.trashed()) == ([], [])
    passing = chat.controller._keeping.passing
    assert passing is not None
    assert await passing.study(rows_with, CANARY) == 0
    assert not await passing.study(purge.unneeded)


async def test_forgetting_ends_the_reply_that_is_under_way(chat: Chat) -> None:
    async with ScriptedServer(Script(hold_before=1)) as slow:
        chat.ask(slow)
        begun = await chat.controller.temporary.begin()
        chat.controller.send(begun, CANARY)
        await chat.controller.temporary.forget(begun)
    assert not chat.controller.is_streaming(begun)
    assert await chat.controller.conversations() == []


async def test_it_ends_with_the_closing_of_the_history(chat: Chat, asked: ConversationId) -> None:
    archive: Archive | None = chat.controller._keeping.passing
    await chat.controller.close()
    assert archive is not None
    with pytest.raises(BugError):
        await archive.read(history.page, asked, None, 10)


async def test_a_question_that_finds_no_room_may_be_asked_again(chat: Chat, server: ScriptedServer) -> None:
    chat.ask(server)
    begun = await chat.controller.temporary.begin()
    assert chat.controller._keeping.passing is not None
    await chat.controller._keeping.passing.write(leave_no_room)
    chat.controller.send(begun, CANARY * 9_000)
    assert (await chat.told.until(SendFailed)).fault.kind == "DiskFull"
    assert await chat.controller.temporary.begin() == begun


def leave_no_room(connection: Connection) -> None:
    connection.execute("PRAGMA max_page_count = 1")


async def test_it_is_answered_again_otherwise_and_further_without_reaching_the_disk(
    chat: Chat, asked: ConversationId
) -> None:
    question, answer = (await chat.controller.history(asked)).items
    chat.controller.replies.regenerate(asked, answer.id)
    await chat.told.until(ReplyEnded, 2)
    chat.controller.replies.resend(asked, question.id, f"otherwise {CANARY}")
    await chat.told.until(ReplyEnded, 3)
    await chat.controller.replies.keep_next(asked, f"next {CANARY}")
    assert (await texts(chat, asked))[0] == f"otherwise {CANARY}"
    assert await chat.archive.study(rows_with, CANARY) == 0


async def test_an_assistant_answers_in_a_temporary_conversation_too(
    chat: Chat, server: ScriptedServer
) -> None:
    chat.ask(server)
    await chat.controller.library.keep_assistant(Assistant(AssistantId("ada"), "Ada", "Be brief."))
    temporary = await chat.controller.temporary.begin()
    chat.controller.send(temporary, "@Ada why?")
    assert (await chat.told.until(ReplyEnded)).item.author == "Ada"
