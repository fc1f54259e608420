from dataclasses import replace

import pytest

from app.domain.errors import EmptyMessage, ProviderMissing, ReplyUnderWay
from app.domain.events import (
    ConversationCreated,
    MessageStored,
    ProviderChanged,
    ReplyEnded,
    ReplyGrew,
    ReplyStarted,
)
from app.domain.item import ItemState
from app.domain.settings import ProviderSettings
from tests.fakes.scripted_server import Ending, Script, ScriptedServer
from tests.fixtures.core import Chat


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


async def test_a_changed_service_is_told_and_remembered(chat: Chat, server: ScriptedServer) -> None:
    settings = ProviderSettings(server.base_url, "other-model")
    await chat.controller.set_provider(settings, "sk-another-key")
    assert (await chat.told.until(ProviderChanged)).provider == settings
    assert await chat.archive.provider() == settings
    assert await chat.controller.has_api_key(settings)
    assert not await chat.controller.has_api_key(replace(settings, base_url="http://127.0.0.1:9/v1"))


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
