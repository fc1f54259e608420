import asyncio

import pytest

from app.domain.errors import DiskFull, ProviderMissing
from app.domain.events import MessageStored, ProblemArose, ReplyGrew, ReplyThought
from app.domain.item import ItemState
from app.domain.question import Question
from app.domain.settings import ProviderSettings
from app.store.archive import Archive
from app.verbs.asking import Asking
from tests.fakes.scripted_server import Ending, Script, ScriptedServer
from tests.fixtures.core import Chat
from tests.unit.chat.test_turn import THINKING


@pytest.fixture
def said() -> list[str]:
    return []


def asking(
    chat: Chat, said: list[str], complaints: list[str] | None = None, notes: list[str] | None = None
) -> Asking:
    others: list[str] = []
    complain, note = (heard if heard is not None else others for heard in (complaints, notes))
    return Asking(chat.controller, chat.provider, said.append, complain.append, note.append)


async def test_a_reply_is_handed_on_as_it_comes_and_told_at_its_end(
    chat: Chat, server: ScriptedServer, said: list[str]
) -> None:
    chat.ask(server)
    outcome = await asking(chat, said).ask(None, Question("Hi"))
    assert "".join(said) == "Hello there."
    assert outcome.item
    assert (outcome.item.text, outcome.item.state) == ("Hello there.", ItemState.COMPLETE)
    assert (await chat.controller.history(outcome.conversation)).items[0].text == "Hi"


async def test_a_busy_service_is_waited_for_aloud_and_thoughts_are_kept_silent(
    chat: Chat, said: list[str]
) -> None:
    notes: list[str] = []
    async with ScriptedServer(Script.error(429, Retry_After="1"), THINKING) as server:
        chat.ask(server)
        outcome = await asking(chat, said, notes=notes).ask(None, Question("Hi"))
    assert ("".join(said), outcome.fault) == ("Iron.", None)
    assert "".join(each.text for each in chat.told.of(ReplyThought))
    (note,) = notes
    assert note.endswith("The service is asked again in 1 s.")


async def test_a_stopped_reply_keeps_what_arrived(chat: Chat, said: list[str]) -> None:
    async with ScriptedServer(Script(hold_before=2)) as server:
        chat.ask(server)
        at_work = asking(chat, said)
        at_work.stop()
        asked = asyncio.create_task(at_work.ask(None, Question("Hi")))
        await chat.told.until(ReplyGrew, 2)
        at_work.stop()
        at_work.stop()
        outcome = await asked
    assert outcome.item
    assert (outcome.item.text, outcome.item.state) == ("Hello there", ItemState.STOPPED)


async def test_a_reply_that_fails_is_told_with_its_fault(chat: Chat, said: list[str]) -> None:
    async with ScriptedServer(Script(ending=Ending.CUT)) as server:
        chat.ask(server)
        outcome = await asking(chat, said).ask(None, Question("Hi"))
    assert outcome.item
    assert outcome.item.state is ItemState.INTERRUPTED
    assert outcome.fault == outcome.item.fault


async def test_a_question_that_cannot_be_asked_is_raised(chat: Chat, said: list[str]) -> None:
    with pytest.raises(ProviderMissing):
        await asking(chat, said).ask(None, Question("Hi"))


async def test_a_question_that_cannot_be_stored_is_told(
    chat: Chat, server: ScriptedServer, said: list[str]
) -> None:
    chat.ask(server)
    trashed = (await asking(chat, said).ask(None, Question("Hi"))).conversation
    assert trashed
    await chat.controller.trash(trashed)
    outcome = await asking(chat, said).ask(trashed, Question("Again"))
    assert outcome.fault
    assert (outcome.conversation, outcome.item, outcome.fault.kind) == (trashed, None, "ConversationInTrash")


async def test_a_problem_beside_the_reply_is_told_and_ends_nothing(chat: Chat, said: list[str]) -> None:
    complaints: list[str] = []
    async with ScriptedServer(Script(hold_before=1)) as server:
        chat.ask(server)
        asked = asyncio.create_task(asking(chat, said, complaints).ask(None, Question("Hi")))
        await chat.told.until(ReplyGrew)
        chat.controller.events.publish(ProblemArose(DiskFull("The disk is full.").fault))
        await chat.told.until(ProblemArose)
        server.go_on()
        outcome = await asked
    assert complaints == ["The disk is full."]
    assert outcome.fault is None


async def test_a_reply_that_cannot_even_begin_is_told(
    chat: Chat, server: ScriptedServer, said: list[str]
) -> None:
    chat.provider.use_for_this_run(
        ProviderSettings(server.base_url, "a model with a long name " * 1000), None
    )
    chat.controller.events.subscribe(
        lambda event: fill(chat.archive) if isinstance(event, MessageStored) else None
    )
    outcome = await asking(chat, said).ask(None, Question("Hi"))
    assert outcome.item is None
    assert outcome.fault
    assert outcome.fault.kind == "DiskFull"


def fill(archive: Archive) -> None:
    """Leave the archive's file no room for another page."""
    writer = archive._writing._connection
    assert writer is not None
    writer.execute("PRAGMA max_page_count = 1")
