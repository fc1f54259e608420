import asyncio
from pathlib import Path

from app.domain.events import ReplyEnded, ReplyGrew
from app.domain.item import ItemState
from app.store import history
from app.store.archive import Archive
from tests.fakes.scripted_server import Ending, Script, ScriptedServer
from tests.fixtures.core import Chat


async def test_what_is_journalled_survives_without_an_end(
    chat: Chat, tmp_path: Path, archive_key: str
) -> None:
    """The archive is copied in mid-stream, as a crash would leave it, and opened afresh."""
    async with ScriptedServer(Script(hold_before=2)) as server:
        chat.ask(server)
        conversation = chat.controller.send(None, "One")
        await chat.told.until(ReplyGrew, 2)
        await asyncio.sleep(0.5)
        copy = tmp_path / "crashed"
        copy.mkdir()
        for file in (tmp_path / "profile").glob("archive.db*"):
            (copy / file.name).write_bytes(file.read_bytes())

    recovered = Archive()
    await recovered.open(copy / "archive.db", archive_key, is_new=False, now=1)
    reply = (await recovered.read(history.page, conversation, None, 10)).items[1]
    await recovered.close()
    assert (reply.state, reply.text) == (ItemState.INTERRUPTED, "Hello there")


async def test_a_character_cut_in_two_arrives_whole(chat: Chat) -> None:
    async with ScriptedServer(Script(pieces=("glad \ud83d", "\ude00 day"))) as server:
        chat.ask(server)
        chat.controller.send(None, "One")
        ended = await chat.told.until(ReplyEnded)
    assert ended.item.text == "glad 😀 day"
    assert [event.text for event in chat.told.of(ReplyGrew)] == ["glad ", "😀 day"]


async def test_stopping_twice_ends_once(chat: Chat) -> None:
    async with ScriptedServer(Script(hold_before=1)) as server:
        chat.ask(server)
        conversation = chat.controller.send(None, "One")
        await chat.told.until(ReplyGrew)
        chat.controller.stop(conversation)
        chat.controller.stop(conversation)
        await chat.told.until(ReplyEnded)
        chat.controller.stop(conversation)
    assert len(chat.told.of(ReplyEnded)) == 1


async def test_stopping_before_the_reply_has_begun_ends_it_empty(chat: Chat, server: ScriptedServer) -> None:
    chat.ask(server)
    chat.controller.stop(chat.controller.send(None, "One"))
    ended = await chat.told.until(ReplyEnded)
    assert (ended.item.state, ended.item.text) == (ItemState.STOPPED, "")


async def test_a_cut_reply_is_interrupted_with_its_text_kept(chat: Chat) -> None:
    async with ScriptedServer(Script(ending=Ending.CUT)) as server:
        chat.ask(server)
        chat.controller.send(None, "One")
        ended = await chat.told.until(ReplyEnded)
    assert (ended.item.state, ended.item.text) == (ItemState.INTERRUPTED, "Hello there.")


async def test_a_refusal_fails_the_reply_and_keeps_the_question(chat: Chat) -> None:
    async with ScriptedServer(Script.error(401)) as server:
        chat.ask(server)
        conversation = chat.controller.send(None, "One")
        ended = await chat.told.until(ReplyEnded)

    assert ended.item.state is ItemState.FAILED
    assert ended.item.fault is not None
    assert ended.item.fault.kind == "CredentialsRejected"
    assert (await chat.controller.history(conversation)).items[0].text == "One"


async def test_usage_is_told_with_the_end(chat: Chat, server: ScriptedServer) -> None:
    chat.ask(server)
    chat.controller.send(None, "One")
    ended = await chat.told.until(ReplyEnded)
    assert ended.usage is not None
    assert (ended.usage.input_tokens, ended.usage.output_tokens) == (7, 3)
