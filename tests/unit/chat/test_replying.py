import pytest

from app.domain.errors import EmptyMessage, NothingToAnswer, NothingToContinue, ReplyUnderWay
from app.domain.events import (
    MessageStored,
    NextKept,
    NextReturned,
    ReplyEnded,
    ReplyGrew,
    ReplyStarted,
    ViewChanged,
)
from app.domain.ids import AssistantId, ConversationId, ItemId, UndoId
from app.domain.item import ItemState
from app.domain.library import Assistant
from app.store import attachments, drafts, purge, words
from app.store.assistants import keep_assistant
from tests.fakes.responses_events import event
from tests.fakes.scripted_server import MODEL, Ending, Script, ScriptedServer
from tests.fixtures.core import Chat
from tests.fixtures.waiting import until


async def asked(chat: Chat, text: str = "One") -> ConversationId:
    """A conversation with a question and its reply."""
    before = len(chat.told.of(ReplyEnded))
    conversation = chat.controller.send(None, text)
    await chat.told.until(ReplyEnded, before + 1)
    return conversation


async def texts(chat: Chat, conversation: ConversationId) -> list[str]:
    return [item.text for item in (await chat.controller.history(conversation)).items]


async def test_another_version_stands_beside_the_first(chat: Chat, server: ScriptedServer) -> None:
    chat.ask(server)
    conversation = await asked(chat)
    first = (await chat.controller.history(conversation)).items[1]
    chat.controller.replies.regenerate(conversation, first.id, "another-model")
    second = (await chat.told.until(ReplyEnded, 2)).item
    assert second.model == server.requests[1].body["model"] == "another-model"
    versions = await chat.controller.branches.versions(conversation, 1, 2)
    assert versions == {2: (first.id, second.id)}
    assert len(chat.told.of(ViewChanged)) == 1


async def test_both_requests_begin_with_the_same_question(chat: Chat, server: ScriptedServer) -> None:
    chat.ask(server)
    conversation = await asked(chat)
    reply = (await chat.controller.history(conversation)).items[1]
    chat.controller.replies.regenerate(conversation, reply.id)
    await chat.told.until(ReplyEnded, 2)
    first, second = (request.body["messages"] for request in server.requests)
    assert first == second


async def test_a_question_in_other_words_is_a_version_too(chat: Chat, server: ScriptedServer) -> None:
    chat.ask(server)
    conversation = await asked(chat)
    question = (await chat.controller.history(conversation)).items[0]
    chat.controller.replies.resend(conversation, question.id, "Two")
    await chat.told.until(ReplyEnded, 2)
    assert await texts(chat, conversation) == ["Two", "Hello there."]
    assert (await chat.controller.branches.versions(conversation, 1, 1))[1][0] == question.id


async def test_nothing_is_asked_in_no_words(chat: Chat, server: ScriptedServer) -> None:
    chat.ask(server)
    conversation = await asked(chat)
    with pytest.raises(EmptyMessage):
        chat.controller.replies.resend(conversation, ItemId("any"), "  ")


async def test_a_reply_that_broke_off_goes_on_where_it_was(chat: Chat) -> None:
    async with ScriptedServer(Script(ending=Ending.CUT), Script(pieces=(" And", " on."))) as server:
        chat.ask(server)
        conversation = await asked(chat)
        await chat.controller.replies.go_on(conversation)
        ended = (await chat.told.until(ReplyEnded, 2)).item
    started = chat.told.of(ReplyStarted)[1].item
    assert (started.text, started.id) == ("Hello there.", ended.id)
    assert (ended.text, ended.state) == ("Hello there. And on.", ItemState.COMPLETE)
    assert await texts(chat, conversation) == ["One", "Hello there. And on."]
    assert [message["content"] for message in server.requests[1].body["messages"]][1] == "Hello there."


async def test_a_whole_reply_has_no_rest(chat: Chat, server: ScriptedServer) -> None:
    chat.ask(server)
    conversation = await asked(chat)
    with pytest.raises(NothingToContinue):
        await chat.controller.replies.go_on(conversation)


async def test_a_failed_reply_is_asked_for_again(chat: Chat) -> None:
    async with ScriptedServer(Script.error(401), Script()) as server:
        chat.ask(server)
        conversation = await asked(chat)
        await chat.controller.replies.retry(conversation)
        ended = await chat.told.until(ReplyEnded, 2)
    assert ended.item.state is ItemState.COMPLETE
    assert await texts(chat, conversation) == ["One", "Hello there."]


async def test_a_question_without_a_reply_is_answered(chat: Chat, server: ScriptedServer) -> None:
    chat.ask(server)
    conversation = await asked(chat)
    reply = (await chat.controller.history(conversation)).items[1]
    await chat.controller.branches.fork_before(conversation, reply.id)
    await chat.controller.replies.retry(conversation)
    await chat.told.until(ReplyEnded, 2)
    assert await texts(chat, conversation) == ["One", "Hello there."]


async def test_where_nothing_was_asked_nothing_is_answered(chat: Chat, server: ScriptedServer) -> None:
    chat.ask(server)
    conversation = await asked(chat)
    question = (await chat.controller.history(conversation)).items[0]
    await chat.controller.branches.fork_before(conversation, question.id)
    with pytest.raises(NothingToAnswer):
        await chat.controller.replies.retry(conversation)


async def test_the_next_question_waits_for_the_end_of_the_reply(chat: Chat) -> None:
    async with ScriptedServer(Script(hold_before=1), Script()) as server:
        chat.ask(server)
        conversation = chat.controller.send(None, "One")
        await chat.told.until(ReplyGrew)
        await chat.controller.replies.keep_next(conversation, "Two")
        assert (await chat.archive.read(drafts.all_drafts)) == {conversation: "Two"}
        server.go_on()
        await chat.told.until(ReplyEnded, 2)
    assert chat.told.of(NextKept) == [NextKept(conversation, "Two")]
    assert (await texts(chat, conversation))[::2] == ["One", "Two"]
    assert await chat.archive.read(drafts.all_drafts) == {}


async def test_behind_a_reply_that_was_stopped_nothing_is_asked_unbidden(chat: Chat) -> None:
    async with ScriptedServer(Script(hold_before=1)) as server:
        chat.ask(server)
        conversation = chat.controller.send(None, "One")
        await chat.told.until(ReplyGrew)
        await chat.controller.replies.keep_next(conversation, "Two")
        chat.controller.stop(conversation)
        assert (await chat.told.until(NextReturned)).text == "Two"
    assert len(chat.told.of(MessageStored)) == 1
    assert await chat.archive.read(drafts.all_drafts) == {conversation: "Two"}


async def test_what_comes_too_late_to_be_the_next_question_is_asked_at_once(chat: Chat) -> None:
    async with ScriptedServer(Script(), Script()) as server:
        chat.ask(server)
        conversation = chat.controller.send(None, "One")
        await chat.told.until(ReplyEnded)
        await chat.controller.replies.keep_next(conversation, "Two")
        await chat.told.until(ReplyEnded, 2)
    assert chat.told.of(NextKept) == []
    assert (await texts(chat, conversation))[::2] == ["One", "Two"]


async def test_files_wait_with_the_next_question(chat: Chat) -> None:
    async with ScriptedServer(Script(hold_before=1), Script()) as server:
        chat.ask(server)
        conversation = chat.controller.send(None, "One")
        file = await chat.controller.attaching(conversation).prepare("notes.txt", b"Iron is blue.")
        await chat.told.until(ReplyGrew)
        await chat.controller.replies.keep_next(conversation, "Two", (file,))
        server.go_on()
        asked = await chat.told.until(MessageStored, 2)
        await chat.told.until(ReplyEnded, 2)
    kept = await chat.archive.read(attachments.attachments_of, [asked.item.id])
    assert [each.name for each in kept] == ["notes.txt"]
    assert [news.has_files for news in chat.told.of(MessageStored)] == [False, True]


async def test_what_is_asked_next_can_be_taken_back(chat: Chat) -> None:
    async with ScriptedServer(Script(hold_before=1)) as server:
        chat.ask(server)
        conversation = chat.controller.send(None, "One")
        await chat.told.until(ReplyGrew)
        await chat.controller.replies.keep_next(conversation, "Two")
        assert chat.controller.replies.take_back_next(conversation) == "Two"
        server.go_on()
        await chat.told.until(ReplyEnded)
    assert len(chat.told.of(MessageStored)) == 1


async def test_while_a_reply_grows_no_other_is_begun(chat: Chat) -> None:
    async with ScriptedServer(Script(hold_before=1)) as server:
        chat.ask(server)
        conversation = chat.controller.send(None, "One")
        reply = (await chat.told.until(ReplyStarted)).item
        with pytest.raises(ReplyUnderWay):
            chat.controller.replies.regenerate(conversation, reply.id)


async def test_an_assistant_that_is_spoken_to_answers_under_its_name(
    chat: Chat, server: ScriptedServer
) -> None:
    await chat.archive.write(
        keep_assistant, Assistant(AssistantId("a"), "Ada", "Be brief.", "small"), UndoId("u"), 1
    )
    chat.ask(server)
    await asked(chat, "@Ada why?")
    reply = chat.told.of(ReplyEnded)[0].item
    assert (reply.author, reply.model) == ("Ada", "small")
    assert server.requests[0].body["model"] == "small"


def thinking(text: str) -> tuple[bytes, ...]:
    """A reply that is thought about before its words."""
    deltas = ({"reasoning_content": "Let me see."}, None), ({"content": text}, None), ({}, "stop")
    head = {"id": "c", "object": "chat.completion.chunk", "created": 1, "model": MODEL}
    choices = [{"index": 0, "delta": delta, "finish_reason": finish} for delta, finish in deltas]
    return (*(event(head | {"choices": [choice]}) for choice in choices), b"data: [DONE]\n\n")


async def rests(chat: Chat, conversation: ConversationId) -> None:
    await until(lambda: not chat.controller.is_streaming(conversation), "the reply's end")


async def test_what_goes_on_elsewhere_behind_a_broken_reply_stays_as_it_is(chat: Chat) -> None:
    scripts = Script(ending=Ending.CUT), Script(), Script(wire=thinking(" And on."))
    async with ScriptedServer(*scripts) as server:
        chat.ask(server)
        conversation = await asked(chat)
        await rests(chat, conversation)
        (main,) = await chat.controller.branches.all(conversation)
        reply = (await chat.controller.history(conversation)).items[1]
        await chat.controller.branches.fork_at(conversation, reply.id)
        chat.controller.send(conversation, "Two")
        await chat.told.until(ReplyEnded, 2)
        await rests(chat, conversation)
        elsewhere = await texts(chat, conversation)
        await chat.controller.branches.show(conversation, main.id)
        await chat.controller.replies.go_on(conversation)
        ended = (await chat.told.until(ReplyEnded, 3)).item
    assert (ended.state, ended.text) == (ItemState.COMPLETE, "Hello there. And on.")
    assert (await texts(chat, conversation))[-1] == "Hello there. And on."
    _, other, _ = await chat.controller.branches.all(conversation)
    await chat.controller.branches.show(conversation, other.id)
    assert await texts(chat, conversation) == elsewhere == ["One", "Hello there.", "Two", "Hello there."]


async def test_a_reply_that_another_conversation_has_too_goes_on_here_alone(chat: Chat) -> None:
    async with ScriptedServer(Script(ending=Ending.CUT), Script(pieces=(" And on.",))) as server:
        chat.ask(server)
        conversation = await asked(chat)
        await rests(chat, conversation)
        other = await chat.controller.branch(conversation)
        await chat.controller.replies.go_on(conversation)
        await chat.told.until(ReplyEnded, 2)
        await rests(chat, conversation)
    assert (await texts(chat, conversation))[-1] == "Hello there. And on."
    assert await texts(chat, other) == ["One", "Hello there."]
    reply = (await chat.controller.history(conversation)).items[1]
    versions = await chat.controller.branches.versions(conversation, 1, 2)
    assert versions[2][-1] == reply.id


async def test_a_reply_that_was_edited_once_goes_on_and_can_be_found_edited_and_purged(chat: Chat) -> None:
    async with ScriptedServer(Script(ending=Ending.CUT), Script(pieces=(" And on.",))) as server:
        chat.ask(server)
        conversation = await asked(chat)
        await rests(chat, conversation)
        reply = (await chat.controller.history(conversation)).items[1]
        undo = await chat.controller.marks.edit(conversation, reply, "In other words")
        await chat.controller.removing.undo(undo.id)
        await chat.controller.replies.go_on(conversation)
        await chat.told.until(ReplyEnded, 2)
        await rests(chat, conversation)
    longer = (await chat.controller.history(conversation)).items[-1]
    assert longer.text == "Hello there. And on."
    await chat.controller.marks.edit(conversation, longer, "Once more")
    await chat.controller.removing.delete_for_ever(conversation)
    await chat.archive.write(purge.purge, await chat.archive.study(purge.unneeded))
    assert await chat.archive.study(words.is_whole)
