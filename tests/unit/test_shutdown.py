import json
from collections.abc import Iterator

import pytest

from app.domain.events import ReplyEnded, ReplyGrew
from app.domain.item import ItemState
from app.shutdown import close_archive, end_conversations
from app.store.archive import Archive
from app.system.profile import Profile
from app.system.profile_lock import LastEnd, ProfileLock
from tests.fakes.scripted_server import Script, ScriptedServer
from tests.fixtures.core import Chat


async def test_replies_are_written_down_before_the_line_is_hung_up(chat: Chat) -> None:
    async with ScriptedServer(Script(hold_before=2)) as server:
        chat.ask(server)
        conversation = chat.controller.send(None, "One")
        await chat.told.until(ReplyGrew, 2)
        await end_conversations(chat.controller, chat.provider)
        await server.requests[0].client_left.wait()

    assert len(chat.told.of(ReplyEnded)) == 1
    reply = (await chat.controller.history(conversation)).items[1]
    assert (reply.state, reply.text) == (ItemState.INTERRUPTED, "Hello there")


@pytest.fixture
def lock(profile: Profile) -> Iterator[ProfileLock]:
    held = ProfileLock(profile.lock)
    held.acquire("a test")
    held.note(LastEnd.OPEN)
    yield held
    held.release()


def noted(profile: Profile) -> str:
    return json.loads(profile.lock.read_text())["archive"]


async def test_a_closed_archive_is_one_file_and_the_end_is_noted(
    profile: Profile, archive: Archive, lock: ProfileLock
) -> None:
    await close_archive(archive, lock)
    assert profile.traces() == [profile.archive]
    assert noted(profile) == "clean"


async def test_closing_twice_does_no_harm(archive: Archive, lock: ProfileLock) -> None:
    await close_archive(archive, lock)
    await close_archive(archive, lock)


async def test_an_archive_that_never_opened_can_be_closed_and_proves_nothing(
    profile: Profile, lock: ProfileLock
) -> None:
    await close_archive(Archive(), lock)
    assert noted(profile) == "open"
