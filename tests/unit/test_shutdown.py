from app.domain.events import ReplyEnded, ReplyGrew
from app.domain.item import ItemState
from app.shutdown import close_archive, end_conversations
from app.store.archive import Archive
from app.system.profile import Profile
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


async def test_a_closed_archive_is_one_file(profile: Profile, archive: Archive) -> None:
    await close_archive(archive)
    assert profile.traces() == [profile.archive]


async def test_closing_twice_does_no_harm(archive: Archive) -> None:
    await close_archive(archive)
    await close_archive(archive)


async def test_an_archive_that_never_opened_can_be_closed() -> None:
    await close_archive(Archive())
