import asyncio
import secrets
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from app.chat.attaching import Attaching
from app.chat.event_stream import EventStream
from app.chat.importing import Importing
from app.chat.searching import Searching
from app.credentials.sealed_export import seal
from app.domain.errors import GivenUp
from app.domain.events import ConversationCreated, ConversationsMarked, ViewChanged
from app.domain.exchange_errors import (
    ExportUnknown,
    FileDamaged,
    FileSealed,
    FileUnreadable,
    PassphraseMisfit,
)
from app.domain.ids import IdSource
from app.domain.import_report import Preview
from app.store import conversations, history
from app.store.archive import Archive
from app.system.clock import now_us
from tests.fixtures.children import children
from tests.fixtures.core import EventRecorder
from tests.fixtures.waiting import until

CHAT = "# Glazes\n\n## You\nWhat is cobalt?\n\n## ChatGPT\nA walrus of a metal.\n"


@pytest.fixture
def told() -> EventStream:
    return EventStream()


@pytest.fixture
async def heard(told: EventStream) -> EventRecorder:
    return EventRecorder(told)


@pytest.fixture
async def importing(archive: Archive, told: EventStream) -> AsyncIterator[Importing]:
    before, ids = children(), IdSource(now_us, secrets.token_bytes)
    attaching = Attaching(archive, ids)
    yield Importing(archive, attaching, told, ids, now_us)
    await attaching.close()
    assert children() == before


@pytest.fixture
def chat(tmp_path: Path) -> Callable[..., Path]:
    def write(text: str = CHAT, name: str = "chat.md") -> Path:
        path = tmp_path / "exports" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
        return path

    return write


async def titles(archive: Archive) -> list[str]:
    return [each.title for each in await archive.read(conversations.list_conversations)]


async def test_a_look_tells_all_and_changes_nothing(
    importing: Importing, archive: Archive, chat: Callable[..., Path]
) -> None:
    preview = await importing.look(chat())
    assert preview == Preview("markdown", len(CHAT), conversations=1, items=2)
    assert await titles(archive) == []
    await importing.bring_in(chat())
    assert (await importing.look(chat())).known == 1


async def test_a_chat_is_brought_in_shown_and_found(
    importing: Importing, archive: Archive, heard: EventRecorder, chat: Callable[..., Path]
) -> None:
    steps: list[tuple[int, int]] = []
    report = await importing.bring_in(chat(), lambda *step: steps.append(step))
    created = await heard.until(ConversationCreated)
    assert report.added == (created.conversation.id,)
    assert (report.origin, report.items, report.known, report.fault) == ("markdown", 2, 0, None)
    assert (await heard.until(ConversationsMarked)).conversations == report.added
    assert steps[-1] == (len(CHAT), len(CHAT))
    page = await archive.read(history.page, created.conversation.id, None, 9)
    assert [item.text for item in page.items] == ["What is cobalt?", "A walrus of a metal."]
    assert all(item.created_at > 1_700_000_000_000_000 for item in page.items)
    pages = [page async for page in Searching(archive, now_us).search("walrus")]
    assert len(pages[0].hits) == 1


async def test_once_more_it_brings_only_what_is_new(
    importing: Importing, heard: EventRecorder, archive: Archive, chat: Callable[..., Path]
) -> None:
    first = await importing.bring_in(chat())
    again = await importing.bring_in(chat())
    assert (again.added, again.grown, again.known, again.items) == ((), (), 1, 0)
    more = await importing.bring_in(chat(CHAT + "## You\nThanks\n"))
    assert (more.added, more.grown, more.items) == ((), first.added, 1)
    assert (await heard.until(ViewChanged)).conversation_id == first.added[0]
    assert await titles(archive) == ["Glazes"]


async def test_what_is_in_the_trash_is_told_and_left_there(
    importing: Importing, archive: Archive, chat: Callable[..., Path]
) -> None:
    report = await importing.bring_in(chat())
    await archive.write(conversations.trash, report.added[0], now_us())
    assert (await importing.look(chat())).in_trash == 1
    assert (await importing.bring_in(chat())).in_trash == 1
    assert await titles(archive) == []


async def test_a_folder_is_brought_in(importing: Importing, chat: Callable[..., Path]) -> None:
    chat()
    folder = chat(CHAT, "again.md").parent
    assert (await importing.look(folder)).conversations == 2
    assert len((await importing.bring_in(folder)).added) == 2


async def test_what_cannot_be_taken_in_is_raised(importing: Importing, chat: Callable[..., Path]) -> None:
    nothing = chat("[]", "a.json")
    for act in (importing.look, importing.bring_in):
        with pytest.raises(ExportUnknown):
            await act(nothing)
        with pytest.raises(FileUnreadable):
            await act(nothing.with_name("gone"))


async def test_one_that_is_cancelled_tells_what_came_before(
    importing: Importing, heard: EventRecorder, archive: Archive, chat: Callable[..., Path]
) -> None:
    for number in range(200):
        folder = chat(CHAT, f"{number}.md").parent
    cancel = asyncio.Event()

    async def stop() -> None:
        await heard.until(ConversationCreated, 3)
        cancel.set()

    stopping = asyncio.create_task(stop())
    report = await importing.bring_in(folder, cancel=cancel)
    await stopping
    assert report.is_cancelled
    assert 3 <= len(report.added) < 200
    assert len(await titles(archive)) == len(report.added)
    assert len((await importing.bring_in(folder)).added) == 200 - len(report.added)


async def test_one_that_is_cancelled_before_it_begins_brings_nothing(
    importing: Importing, chat: Callable[..., Path]
) -> None:
    cancel = asyncio.Event()
    cancel.set()
    report = await importing.bring_in(chat(), cancel=cancel)
    assert (report.is_cancelled, report.added) == (True, ())


async def test_a_task_that_is_cancelled_leaves_no_process(
    importing: Importing, chat: Callable[..., Path]
) -> None:
    for number in range(200):
        folder = chat(CHAT, f"{number}.md").parent
    task = asyncio.create_task(importing.look(folder))
    await until(children, "the reader to start")
    task.cancel()
    with pytest.raises((asyncio.CancelledError, GivenUp)):
        await task


async def test_a_sealed_export_comes_back_with_its_passphrase(
    archive: Archive, importing: Importing, tmp_path: Path
) -> None:
    sealed = b"".join(await asyncio.to_thread(lambda: list(seal("four words", [CHAT.encode()]))))
    path = tmp_path / "exports" / "chat.md.sotto"
    path.parent.mkdir()
    path.write_bytes(sealed)
    with pytest.raises(FileSealed):
        await importing.look(path)
    with pytest.raises(PassphraseMisfit):
        await importing.bring_in(path, passphrase="for words")
    assert (await importing.look(path, passphrase="four words")).conversations == 1
    await importing.bring_in(path, passphrase="four words")
    assert await titles(archive) == ["Glazes"]
    assert list(path.parent.iterdir()) == [path]


async def test_a_sealed_export_that_was_changed_brings_in_nothing(
    archive: Archive, importing: Importing, tmp_path: Path
) -> None:
    text = (CHAT + "word " * 40_000).encode()
    sealed = bytearray(b"".join(await asyncio.to_thread(lambda: list(seal("four words", [text])))))
    sealed[100_000] ^= 1
    (tmp_path / "chat.md.sotto").write_bytes(sealed)
    with pytest.raises(FileDamaged):
        await importing.bring_in(tmp_path / "chat.md.sotto", passphrase="four words")
    assert await titles(archive) == []
