import asyncio
from dataclasses import replace

import pytest

from app.domain.conversation import TitleSource
from app.domain.errors import (
    BugError,
    ConversationInTrash,
    EmptyMessage,
    EmptyTitle,
    ProviderMissing,
    ReplyUnderWay,
)
from app.domain.events import (
    ConversationCreated,
    ConversationRenamed,
    ConversationRestored,
    ConversationTrashed,
    MessageStored,
    ProviderChanged,
    ReplyEnded,
    ReplyGrew,
    ReplyStarted,
    SendFailed,
)
from app.domain.ids import ConversationId
from app.domain.item import ItemState
from app.domain.settings import ProviderSettings
from app.store import providers
from tests.fakes.scripted_server import Script, ScriptedServer
from tests.fixtures.core import Chat


async def texts(chat: Chat, conversation: ConversationId) -> list[str]:
    return [item.text for item in (await chat.controller.history(conversation)).items]


async def answered(chat: Chat, *questions: str) -> ConversationId:
    """A conversation of questions that have all been answered."""
    before = len(chat.told.of(ReplyEnded))
    conversation: ConversationId | None = None
    for number, question in enumerate(questions, before + 1):
        conversation = chat.controller.send(conversation, question)
        await chat.told.until(ReplyEnded, number)
    assert conversation is not None
    return conversation


async def test_a_question_is_answered_and_both_are_kept(chat: Chat, server: ScriptedServer) -> None:
    chat.ask(server)
    conversation = chat.controller.send(None, "Why is the sky blue?")
    await chat.told.until(ReplyEnded)

    page = await chat.controller.history(conversation)
    assert [item.text for item in page.items] == ["Why is the sky blue?", "Hello there."]
    assert page.items[1].state is ItemState.COMPLETE


async def test_events_come_in_the_order_of_what_happened(chat: Chat, server: ScriptedServer) -> None:
    chat.ask(server)
    chat.controller.send(None, "Why?")
    await chat.told.until(ReplyEnded)

    assert [type(event) for event in chat.told.events] == [
        ConversationCreated,
        MessageStored,
        ReplyStarted,
        ReplyGrew,
        ReplyGrew,
        ReplyGrew,
        ReplyEnded,
    ]


async def test_a_new_conversation_is_named_after_its_question(chat: Chat, server: ScriptedServer) -> None:
    chat.ask(server)
    chat.controller.send(None, "Why is the sky blue?\nAnd the sea?")
    created = await chat.told.until(ConversationCreated)
    await chat.told.until(ReplyEnded)

    assert created.conversation.title == "Why is the sky blue?"
    assert [listed.title for listed in await chat.controller.conversations()] == ["Why is the sky blue?"]


async def test_the_second_question_is_sent_with_the_history(chat: Chat, server: ScriptedServer) -> None:
    chat.ask(server)
    conversation = chat.controller.send(None, "One")
    await chat.told.until(ReplyEnded)
    chat.controller.send(conversation, "Two")
    await chat.told.until(ReplyEnded, 2)

    sent = server.requests[-1].body["messages"]
    assert [message["content"] for message in sent] == ["One", "Hello there.", "Two"]


async def test_a_history_beyond_the_budget_is_left_out_and_said(chat: Chat, server: ScriptedServer) -> None:
    chat.ask(server, context_tokens=60)
    conversation = chat.controller.send(None, "first " * 30)
    await chat.told.until(ReplyEnded)
    chat.controller.send(conversation, "second")
    started = await chat.told.until(ReplyStarted, 2)
    await chat.told.until(ReplyEnded, 2)

    assert started.ledger.cut == 3
    assert [message["content"] for message in server.requests[-1].body["messages"]] == ["second"]


async def test_nothing_can_be_sent_without_text(chat: Chat, server: ScriptedServer) -> None:
    chat.ask(server)
    with pytest.raises(EmptyMessage):
        chat.controller.send(None, " \n ")


async def test_nothing_is_stored_before_a_service_is_set_up(chat: Chat) -> None:
    with pytest.raises(ProviderMissing):
        chat.controller.send(None, "Hello?")
    assert await chat.controller.conversations() == []


async def test_a_conversation_gives_one_answer_at_a_time(chat: Chat, server: ScriptedServer) -> None:
    chat.ask(server)
    conversation = chat.controller.send(None, "One")
    with pytest.raises(ReplyUnderWay):
        chat.controller.send(conversation, "Two")
    await chat.told.until(ReplyEnded)


async def test_conversations_are_answered_beside_each_other(chat: Chat) -> None:
    async with ScriptedServer(Script(hold_before=1)) as server:
        chat.ask(server)
        both = {chat.controller.send(None, "One"), chat.controller.send(None, "Two")}
        await chat.told.until(ReplyGrew, 2)
        assert all(map(chat.controller.is_streaming, both))
        server.go_on()
        await chat.told.until(ReplyEnded, 2)
    assert {event.conversation_id for event in chat.told.of(ReplyEnded)} == both


async def test_stopping_keeps_what_arrived_and_hangs_up(chat: Chat) -> None:
    async with ScriptedServer(Script(hold_before=2)) as server:
        chat.ask(server)
        conversation = chat.controller.send(None, "One")
        await chat.told.until(ReplyGrew, 2)
        chat.controller.stop(conversation)
        ended = await chat.told.until(ReplyEnded)
        await server.requests[0].client_left.wait()

    assert (ended.item.state, ended.item.text) == (ItemState.STOPPED, "Hello there")
    assert (await chat.controller.history(conversation)).items[1] == ended.item


async def test_a_growing_reply_is_shown_as_far_as_it_came(chat: Chat) -> None:
    async with ScriptedServer(Script(hold_before=2)) as server:
        chat.ask(server)
        conversation = chat.controller.send(None, "One")
        await chat.told.until(ReplyGrew, 2)
        growing = (await chat.controller.history(conversation)).items[1]
        server.go_on()
        await chat.told.until(ReplyEnded)
    assert (growing.state, growing.text) == (ItemState.STREAMING, "Hello there")


async def test_closing_in_mid_stream_keeps_the_text_as_interrupted(chat: Chat) -> None:
    async with ScriptedServer(Script(hold_before=2)) as server:
        chat.ask(server)
        conversation = chat.controller.send(None, "One")
        await chat.told.until(ReplyGrew, 2)
        await chat.controller.close()

    reply = (await chat.controller.history(conversation)).items[1]
    assert (reply.state, reply.text) == (ItemState.INTERRUPTED, "Hello there")
    assert reply.fault is not None
    assert reply.fault.summary == "Sotto was closed before the reply ended."


async def test_a_changed_service_is_told_and_remembered(chat: Chat, server: ScriptedServer) -> None:
    settings = ProviderSettings(server.base_url, "other-model")
    await chat.controller.set_provider(settings, "sk-another-key")
    assert (await chat.told.until(ProviderChanged)).provider == settings
    kept = await chat.archive.read(providers.chosen_provider)
    assert kept is not None
    assert kept.settings == replace(settings, name="127.0.0.1")
    assert await chat.controller.has_api_key(settings)
    assert not await chat.controller.has_api_key(replace(settings, base_url="http://127.0.0.1:7/v1"))


async def test_a_half_character_in_a_question_is_mended(chat: Chat, server: ScriptedServer) -> None:
    chat.ask(server)
    conversation = chat.controller.send(None, "broken \ud83d here")
    await chat.told.until(ReplyEnded)
    assert (await chat.controller.history(conversation)).items[0].text == "broken � here"


async def test_what_a_reply_cost_is_remembered(chat: Chat, server: ScriptedServer) -> None:
    chat.ask(server)
    conversation = chat.controller.send(None, "One")
    ended = await chat.told.until(ReplyEnded)
    assert (await chat.controller.history(conversation)).usages == {ended.item.id: ended.usage}


async def test_a_new_title_is_told_and_kept(chat: Chat, server: ScriptedServer) -> None:
    chat.ask(server)
    conversation = await answered(chat, "Why?")
    (before,) = await chat.controller.conversations()
    await chat.controller.rename(conversation, "  The sky,\nblue ")
    told = await chat.told.until(ConversationRenamed)
    assert told == ConversationRenamed(conversation, "The sky, blue")
    expected = replace(before, title="The sky, blue", title_source=TitleSource.PERSON)
    assert await chat.controller.conversations() == [expected]


async def test_an_empty_title_changes_nothing(chat: Chat, server: ScriptedServer) -> None:
    chat.ask(server)
    conversation = await answered(chat, "Why?")
    before = await chat.controller.conversations()
    with pytest.raises(EmptyTitle):
        await chat.controller.rename(conversation, " \n")
    assert await chat.controller.conversations() == before
    assert chat.told.of(ConversationRenamed) == []


async def test_a_branch_has_the_same_past_and_a_future_of_its_own(chat: Chat, server: ScriptedServer) -> None:
    chat.ask(server)
    original = await answered(chat, "One")
    branch = await chat.controller.branch(original)
    told = await chat.told.until(ConversationCreated, 2)
    assert (await chat.controller.conversations())[0] == told.conversation
    assert (told.conversation.id, told.conversation.title) == (branch, "One")

    chat.controller.send(branch, "There")
    chat.controller.send(original, "Here")
    await chat.told.until(ReplyEnded, 3)
    assert await texts(chat, branch) == ["One", "Hello there.", "There", "Hello there."]
    assert await texts(chat, original) == ["One", "Hello there.", "Here", "Hello there."]
    sent = [[each["content"] for each in request.body["messages"]] for request in server.requests[1:]]
    assert sorted(sent) == [["One", "Hello there.", "Here"], ["One", "Hello there.", "There"]]


async def test_a_branch_shows_what_the_shared_replies_cost(chat: Chat, server: ScriptedServer) -> None:
    chat.ask(server)
    original = await answered(chat, "One")
    branch = await chat.controller.branch(original)
    page = await chat.controller.history(original)
    assert page.usages
    assert await chat.controller.history(branch) == replace(page, conversation_id=branch)


async def test_a_branch_goes_on_from_the_cut_that_it_shares(chat: Chat, server: ScriptedServer) -> None:
    chat.ask(server, context_tokens=60)
    original = await answered(chat, "first " * 30, "second")
    chat.controller.send(await chat.controller.branch(original), "third")
    started = await chat.told.until(ReplyStarted, 3)
    await chat.told.until(ReplyEnded, 3)
    assert started.ledger.cut == 3


async def test_what_is_unfinished_is_not_shared(chat: Chat) -> None:
    async with ScriptedServer(Script(hold_before=1)) as server:
        chat.ask(server)
        conversation = chat.controller.send(None, "One")
        with pytest.raises(ReplyUnderWay):
            await chat.controller.branch(conversation)
        await chat.told.until(ReplyGrew)
        with pytest.raises(ReplyUnderWay):
            await chat.controller.branch(conversation)
        chat.controller.stop(conversation)
        await chat.told.until(ReplyEnded)
        assert len(await chat.controller.conversations()) == 1
    branch = await chat.controller.branch(conversation)
    assert await texts(chat, branch) == await texts(chat, conversation) == ["One", "Hello"]


async def test_a_branch_knows_nothing_of_what_its_original_is_being_answered(
    chat: Chat, server: ScriptedServer
) -> None:
    chat.ask(server)
    original = await answered(chat, "One")
    branch = await chat.controller.branch(original)
    async with ScriptedServer(Script(hold_before=1)) as slow:
        await chat.provider.close()
        chat.ask(slow)
        chat.controller.send(original, "Here")
        await chat.told.until(ReplyGrew, 4)
        assert (await texts(chat, original))[2:] == ["Here", "Hello"]
        assert (await texts(chat, branch))[2:] == []
        second = await chat.controller.branch(branch)
        slow.go_on()
        await chat.told.until(ReplyEnded, 2)
    assert await texts(chat, second) == ["One", "Hello there."]


async def test_the_trash_takes_a_conversation_out_of_the_list_and_gives_it_back_whole(
    chat: Chat, server: ScriptedServer
) -> None:
    chat.ask(server)
    kept, thrown = await answered(chat, "Kept"), await answered(chat, "Thrown")
    before, page = await chat.controller.conversations(), await chat.controller.history(thrown)
    await chat.controller.trash(thrown)
    assert await chat.told.until(ConversationTrashed) == ConversationTrashed(thrown)
    assert [each.id for each in await chat.controller.conversations()] == [kept]
    assert [each.id for each in await chat.controller.trashed()] == [thrown]
    assert await chat.controller.history(thrown) == page

    await chat.controller.restore(thrown)
    told = await chat.told.until(ConversationRestored)
    assert told.conversation == before[0]
    assert await chat.controller.conversations() == before
    assert await chat.controller.trashed() == []


async def test_a_second_trash_or_restore_is_harmless_and_tells_nothing(
    chat: Chat, server: ScriptedServer
) -> None:
    chat.ask(server)
    conversation = await answered(chat, "One")
    await chat.controller.restore(conversation)
    await asyncio.gather(*(chat.controller.trash(conversation) for _ in range(3)))
    await asyncio.gather(*(chat.controller.restore(conversation) for _ in range(3)))
    await chat.controller.rename(conversation, "Last")
    await chat.told.until(ConversationRenamed)
    assert [len(chat.told.of(kind)) for kind in (ConversationTrashed, ConversationRestored)] == [1, 1]


async def test_the_trash_stops_a_reply_first_and_keeps_what_arrived(chat: Chat) -> None:
    async with ScriptedServer(Script(hold_before=2)) as server:
        chat.ask(server)
        conversation = chat.controller.send(None, "One")
        await chat.told.until(ReplyGrew, 2)
        await chat.controller.trash(conversation)
        await chat.told.until(ConversationTrashed)
        await server.requests[0].client_left.wait()
    assert not chat.controller.is_streaming(conversation)
    ended, trashed = chat.told.events[-2:]
    assert isinstance(ended, ReplyEnded)
    assert isinstance(trashed, ConversationTrashed)
    assert (ended.item.state, ended.item.text) == (ItemState.STOPPED, "Hello there")
    await chat.controller.restore(conversation)
    assert (await chat.controller.history(conversation)).items[1] == ended.item


async def test_a_question_that_is_still_being_stored_comes_along_into_the_trash(
    chat: Chat, server: ScriptedServer
) -> None:
    chat.ask(server)
    conversation = chat.controller.send(None, "One")
    await chat.controller.trash(conversation)
    assert [each.id for each in await chat.controller.trashed()] == [conversation]
    assert await texts(chat, conversation) == ["One", ""]


async def test_nothing_is_sent_from_the_trash(chat: Chat, server: ScriptedServer) -> None:
    chat.ask(server)
    conversation = await answered(chat, "One")
    await chat.controller.trash(conversation)
    chat.controller.send(conversation, "Two")
    failed = await chat.told.until(SendFailed)
    assert (failed.conversation_id, failed.fault.kind) == (conversation, ConversationInTrash.__name__)
    with pytest.raises(ConversationInTrash):
        await chat.controller.branch(conversation)
    assert await texts(chat, conversation) == ["One", "Hello there."]
    assert len(server.requests) == 1

    await chat.controller.restore(conversation)
    chat.controller.send(conversation, "Two")
    await chat.told.until(ReplyEnded, 2)
    assert (await texts(chat, conversation))[2:] == ["Two", "Hello there."]


async def test_a_question_that_comes_while_the_trash_is_written_is_refused_and_told(
    chat: Chat, server: ScriptedServer
) -> None:
    chat.ask(server)
    conversation = await answered(chat, "One")
    trashing = asyncio.create_task(chat.controller.trash(conversation))
    await asyncio.sleep(0)
    chat.controller.send(conversation, "Two")
    await trashing
    assert (await chat.told.until(SendFailed)).fault.kind == ConversationInTrash.__name__
    assert await texts(chat, conversation) == ["One", "Hello there."]


async def test_what_does_not_exist_is_our_own_fault(chat: Chat) -> None:
    missing = ConversationId("missing")
    for work in (chat.controller.branch, chat.controller.trash, chat.controller.restore):
        with pytest.raises(BugError):
            await work(missing)
    with pytest.raises(BugError):
        await chat.controller.rename(missing, "Title")
    assert chat.told.events == []


async def test_a_branch_may_leave_out_what_followed(chat: Chat, server: ScriptedServer) -> None:
    chat.ask(server)
    conversation = chat.controller.send(None, "One")
    await chat.told.until(ReplyEnded)
    question = (await chat.controller.history(conversation)).items[0]
    made = await chat.controller.branch(conversation, question.id)
    assert (await chat.controller.history(made)).items == (question,)
