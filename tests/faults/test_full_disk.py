"""A disk that is full at the worst moments. SQLite itself refuses: it is forbidden to grow the file."""

import pytest

from app.domain.errors import DiskFull
from app.domain.events import (
    ConversationCreated,
    ConversationRenamed,
    MessageStored,
    ReplyEnded,
    ReplyGrew,
    ReplyNotBegun,
    SendFailed,
)
from app.domain.item import ItemState
from app.domain.settings import ProviderSettings
from app.store.archive import Archive
from tests.fakes.scripted_server import Script, ScriptedServer
from tests.fixtures.core import Chat

LONG = "word " * 4000
_NO_LIMIT = 1 << 30


def fill(archive: Archive) -> None:
    """Leave the archive's file no room for another page."""
    limit(archive, 1)


def make_room(archive: Archive) -> None:
    limit(archive, _NO_LIMIT)


def limit(archive: Archive, pages: int) -> None:
    writer = archive._writing._connection
    assert writer is not None
    writer.execute(f"PRAGMA max_page_count = {pages}")


async def test_a_question_that_cannot_be_stored_is_not_sent(chat: Chat, server: ScriptedServer) -> None:
    chat.ask(server)
    fill(chat.archive)
    conversation = chat.controller.send(None, LONG)
    failed = await chat.told.until(SendFailed)

    assert (failed.conversation_id, failed.fault.kind) == (conversation, "DiskFull")
    assert server.requests == []
    assert await chat.controller.conversations() == []
    assert not chat.controller.is_streaming(conversation)


async def test_the_same_question_can_be_sent_once_there_is_room(chat: Chat, server: ScriptedServer) -> None:
    chat.ask(server)
    fill(chat.archive)
    chat.controller.send(None, LONG)
    await chat.told.until(SendFailed)
    make_room(chat.archive)
    chat.controller.send(None, LONG)
    await chat.told.until(ReplyEnded)
    assert len(await chat.controller.conversations()) == 1


async def test_a_reply_that_cannot_be_written_down_is_shown_and_told_of(chat: Chat) -> None:
    async with ScriptedServer(Script(pieces=("Hello", LONG), hold_before=1)) as server:
        chat.ask(server)
        conversation = chat.controller.send(None, "One")
        await chat.told.until(ReplyGrew)
        fill(chat.archive)
        server.go_on()
        ended = await chat.told.until(ReplyEnded)
        make_room(chat.archive)

    assert ended.item.state is ItemState.FAILED
    assert ended.item.fault is not None
    assert ended.item.fault.kind == "DiskFull"
    assert ended.item.text == "Hello" + LONG
    assert not chat.controller.is_streaming(conversation)


async def test_a_reply_that_has_no_place_on_disk_is_not_asked_for(chat: Chat, server: ScriptedServer) -> None:
    wordy = ProviderSettings(server.base_url, "a model with a long name " * 1000)
    chat.provider.use_for_this_run(wordy, None)
    chat.controller.events.subscribe(
        lambda event: fill(chat.archive) if isinstance(event, MessageStored) else None
    )
    conversation = chat.controller.send(None, "One")
    told = await chat.told.until(ReplyNotBegun)

    assert told.fault.kind == "DiskFull"
    assert server.requests == []
    assert not chat.controller.is_streaming(conversation)


async def test_a_title_without_room_on_the_disk_is_refused_and_nothing_has_changed(
    chat: Chat, server: ScriptedServer
) -> None:
    chat.ask(server)
    conversation = chat.controller.send(None, "One")
    await chat.told.until(ReplyEnded)
    before = await chat.controller.conversations()
    fill(chat.archive)
    with pytest.raises(DiskFull):
        await chat.controller.rename(conversation, LONG)
    assert await chat.controller.conversations() == before
    assert chat.told.of(ConversationRenamed) == []
    make_room(chat.archive)
    await chat.controller.rename(conversation, LONG)
    assert [each.title for each in await chat.controller.conversations()] == [LONG.strip()]


async def test_a_branch_that_finds_no_room_on_the_disk_leaves_nothing_behind(
    chat: Chat, server: ScriptedServer
) -> None:
    chat.ask(server)
    conversation = chat.controller.send(None, "One")
    await chat.told.until(ReplyEnded)
    await chat.controller.rename(conversation, LONG)
    before = await chat.controller.conversations()
    fill(chat.archive)
    with pytest.raises(DiskFull):
        await chat.controller.branch(conversation)
    assert await chat.controller.conversations() == before
    make_room(chat.archive)
    branch = await chat.controller.branch(conversation)
    assert [each.id for each in await chat.controller.conversations()] == [branch, conversation]
    await chat.told.until(ConversationCreated, 2)
