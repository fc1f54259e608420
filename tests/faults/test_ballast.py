"""A real disk that is really full: a small file system of its own, filled to the last byte."""

import os
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest

from app.domain.errors import AppError, DiskFull
from app.domain.events import ProblemArose, ReplyEnded, ReplyGrew
from app.domain.ids import ConversationId
from app.domain.item import ItemState
from app.store import conversations, items, journal
from app.store.archive import Archive
from app.store.ballast import Ballast
from app.system.clock import now_us
from app.system.profile import Profile
from tests.fakes.scripted_server import Script, ScriptedServer
from tests.faults.conftest import Tell
from tests.fixtures.core import Chat
from tests.unit.store.writing import ONE, begin, begin_reply, reopened, texts

DISK = 24 << 20
PLENTY = 12 << 20
LONG = "word " * 60_000
STEPS = 6


@pytest.fixture
def profile(tmp_path: Path) -> Iterator[Profile]:
    """A profile on a disk of its own."""
    folder = tmp_path / "small disk"
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK}", "small", folder], check=True)
    made = Profile(folder / "profile")
    made.make()
    yield made
    subprocess.run(["umount", folder], check=True)


def fill(profile: Profile) -> None:
    """Leave not a byte of room."""
    with (profile.folder / "filler").open("ab", buffering=0) as filler, suppress(OSError):
        while True:
            filler.write(bytes(1 << 16))
    with (profile.folder / "filler").open("ab", buffering=0) as filler, suppress(OSError):
        while True:
            filler.write(b"x")
    assert os.statvfs(profile.folder).f_bavail == 0


def make_room(profile: Profile) -> None:
    (profile.folder / "filler").unlink()


@asynccontextmanager
async def opened(profile: Profile, key: str, told: list[AppError]) -> AsyncIterator[Archive]:
    archive = Archive(Ballast(profile.ballast, plenty=PLENTY), told.append)
    try:
        await archive.open(profile.archive, key, is_new=True, now=1)
        yield archive
    finally:
        await archive.close()


async def step(archive: Archive, number: int) -> None:
    """One of the writes that a conversation is made of, each too large to find room by chance."""
    reply = ConversationId("one")
    match number:
        case 0:
            await begin(archive, reply, LONG)
        case 1:
            await begin_reply(archive, reply)
        case 2 | 3:
            item = (await archive.read(items.unfinished_items))[0]
            await archive.write(journal.write_chunks, {item.id: LONG})
        case 4:
            await archive.write(journal.end_unfinished, 9)
        case 5:
            await archive.write(conversations.rename, reply, LONG, 9)


@pytest.mark.slow
async def test_the_disk_is_full_at_every_write_and_all_of_them_are_stored(
    profile: Profile, archive_key: str, tell: Tell
) -> None:
    used = 0
    for full_at in range(STEPS):
        told: list[AppError] = []
        async with opened(profile, archive_key, told) as archive:
            assert (profile.ballast).stat().st_blocks * 512 == 8 << 20
            for number in range(STEPS):
                if number == full_at:
                    fill(profile)
                await step(archive, number)
            assert await texts(archive, ONE) == [LONG, LONG + LONG]
        assert [type(error).__name__ for error in told] in ([], ["ReserveUsed"])
        used += len(told)
        make_room(profile)
        async with reopened(profile, archive_key) as archive:
            assert await texts(archive, ONE) == [LONG, LONG + LONG]
        for path in profile.folder.glob("archive*"):
            path.unlink()
    tell(f"the disk full at each of {STEPS} writes: all stored, the ballast let go {used} times")
    assert used >= STEPS - 1


@pytest.mark.slow
async def test_without_a_ballast_the_same_writes_are_refused(profile: Profile, archive_key: str) -> None:
    async with reopened(profile, archive_key, is_new=True) as archive:
        await begin(archive)
        fill(profile)
        with pytest.raises(DiskFull):
            await archive.write(conversations.rename, ONE, LONG, 9)
        make_room(profile)
        await archive.write(conversations.rename, ONE, LONG, 9)


async def test_a_disk_without_room_to_open_is_told_as_full_and_not_as_damaged(
    profile: Profile, archive_key: str
) -> None:
    async with reopened(profile, archive_key, is_new=True) as archive:
        await begin(archive)
    fill(profile)
    with pytest.raises(DiskFull):
        async with reopened(profile, archive_key):
            pass
    make_room(profile)
    async with reopened(profile, archive_key) as archive:
        assert len(await archive.read(conversations.list_conversations)) == 1


async def begin_many(archive: Archive) -> None:
    for number in range(100):
        await begin(archive, ConversationId(f"more {number}"), LONG)


@pytest.mark.slow
async def test_when_the_ballast_is_used_up_it_says_so_and_goes_on_when_there_is_room(
    profile: Profile, archive_key: str
) -> None:
    told: list[AppError] = []
    async with opened(profile, archive_key, told) as archive:
        await begin(archive)
        fill(profile)
        with pytest.raises(DiskFull):
            await begin_many(archive)
        assert len(told) == 1
        before = len(await archive.read(conversations.list_conversations))
        make_room(profile)
        await archive.write(conversations.rename, ONE, "There is room", 9)
        assert len(await archive.read(conversations.list_conversations)) == before
    async with reopened(profile, archive_key) as archive:
        assert len(await archive.read(conversations.list_conversations)) == before


@pytest.fixture
async def archive(profile: Profile, archive_key: str) -> AsyncIterator[Archive]:
    opened = Archive(Ballast(profile.ballast, plenty=PLENTY))
    await opened.open(profile.archive, archive_key, is_new=True, now=now_us())
    yield opened
    await opened.close()


@pytest.mark.slow
async def test_the_end_of_a_reply_is_stored_though_the_disk_filled_up_meanwhile(
    chat: Chat, profile: Profile
) -> None:
    async with ScriptedServer(Script(pieces=("Hello", LONG), hold_before=1)) as server:
        chat.ask(server)
        conversation = chat.controller.send(None, "One")
        await chat.told.until(ReplyGrew)
        fill(profile)
        server.go_on()
        ended = await chat.told.until(ReplyEnded)
    assert ended.item.state is ItemState.COMPLETE
    page = await chat.controller.history(conversation)
    assert (page.items[-1].state, page.items[-1].text) == (ItemState.COMPLETE, "Hello" + LONG)
    assert chat.told.of(ProblemArose) == []
    assert not profile.ballast.exists()
