import asyncio
from pathlib import Path

from app.domain.events import ReplyEnded, ReplyGrew
from app.domain.item import ItemState
from app.store.archive import Archive
from tests.fakes.scripted_server import Script, ScriptedServer
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
    reply = (await recovered.page(conversation, None, 10)).items[1]
    await recovered.close()
    assert (reply.state, reply.text) == (ItemState.INTERRUPTED, "Hello there")


async def test_a_character_cut_in_two_arrives_whole(chat: Chat) -> None:
    async with ScriptedServer(Script(pieces=("glad \ud83d", "\ude00 day"))) as server:
        chat.ask(server)
        chat.controller.send(None, "One")
        ended = await chat.told.until(ReplyEnded)
    assert ended.item.text == "glad 😀 day"
    assert [event.text for event in chat.told.of(ReplyGrew)] == ["glad ", "😀 day"]
