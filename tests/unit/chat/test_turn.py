import asyncio
import json
from pathlib import Path
from typing import Any

from app.domain.conversation_settings import ConversationSettings
from app.domain.events import ReplyEnded, ReplyGrew, ReplyStarted, ReplyThought, ReplyWaits
from app.domain.item import ItemState
from app.domain.parameters import Parameters
from app.store import history
from app.store.archive import Archive
from tests.fakes.scripted_server import MODEL, Ending, Script, ScriptedServer
from tests.fixtures.core import Chat


def _chunk(delta: dict[str, str], finish_reason: str | None = None) -> bytes:
    choice: dict[str, Any] = {"index": 0, "delta": delta, "finish_reason": finish_reason}
    chunk = {"id": "x", "object": "chat.completion.chunk", "created": 1, "model": MODEL, "choices": [choice]}
    return f"data: {json.dumps(chunk)}\n\n".encode()


_REFUSAL = {"error": {"message": "too long", "type": "x", "code": "context_length_exceeded"}}
TOO_LONG = Script(status=400, headers={"Content-Type": "application/json"}, body=json.dumps(_REFUSAL))
THINKING = Script(
    wire=(
        _chunk({"reasoning_content": "Let me "}),
        _chunk({"reasoning_content": "see."}),
        _chunk({"content": "Iron."}),
        _chunk({}, "stop"),
        b"data: [DONE]\n\n",
    )
)


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


async def test_a_busy_service_is_asked_again_and_the_waiting_is_told(chat: Chat) -> None:
    async with ScriptedServer(Script.error(429, Retry_After="1"), Script()) as server:
        chat.ask(server)
        chat.controller.send(None, "One")
        waits = await chat.told.until(ReplyWaits)
        ended = await chat.told.until(ReplyEnded)
    assert (waits.seconds, waits.fault.kind) == (1.0, "RateLimited")
    assert (ended.item.state, ended.item.text) == (ItemState.COMPLETE, "Hello there.")
    assert len(server.requests) == 2


async def test_who_waits_for_a_busy_service_can_stop(chat: Chat) -> None:
    async with ScriptedServer(Script.error(429, Retry_After="60")) as server:
        chat.ask(server)
        conversation = chat.controller.send(None, "One")
        await chat.told.until(ReplyWaits)
        chat.controller.stop(conversation)
        assert (await chat.told.until(ReplyEnded)).item.state is ItemState.STOPPED


async def test_nothing_is_asked_again_once_something_was_shown(chat: Chat) -> None:
    async with ScriptedServer(Script(ending=Ending.ERROR_EVENT), Script()) as server:
        chat.ask(server)
        chat.controller.send(None, "One")
        ended = await chat.told.until(ReplyEnded)
    assert ended.item.state is not ItemState.COMPLETE
    assert (ended.item.text, len(server.requests)) == ("Hello there.", 1)


async def test_what_is_too_long_is_made_shorter_once_and_remembered(chat: Chat) -> None:
    async with ScriptedServer(Script(), TOO_LONG, Script()) as server:
        chat.ask(server)
        conversation = chat.controller.send(None, "First " * 300)
        await chat.told.until(ReplyEnded)
        chat.controller.send(conversation, "Second " * 100)
        ended = await chat.told.until(ReplyEnded, 2)
    assert ended.item.state is ItemState.COMPLETE
    refused, taken = (request.body["messages"] for request in server.requests[1:])
    assert (len(refused), len(taken)) == (3, 1)
    assert taken[-1] == refused[-1]
    assert chat.told.of(ReplyStarted)[-1].ledger.cut == 3
    assert (await chat.controller._parts.models.known(MODEL, "")).window < 16_000


async def test_what_is_too_long_twice_fails_with_what_may_be_done(chat: Chat) -> None:
    async with ScriptedServer(TOO_LONG, TOO_LONG) as server:
        chat.ask(server)
        chat.controller.send(None, "First " * 300)
        ended = await chat.told.until(ReplyEnded)
    assert ended.item.state is ItemState.FAILED
    assert ended.item.fault is not None
    assert ended.item.fault.kind in ("ContextTooLong", "ContextOverBudget")


async def test_a_file_goes_along_with_its_question_and_with_the_next_request(
    chat: Chat, server: ScriptedServer
) -> None:
    chat.ask(server)
    plan = await chat.controller.attaching(None).prepare("plan.txt", b"Dig here.")
    conversation = chat.controller.send(None, "", (plan,))
    await chat.told.until(ReplyEnded)
    chat.controller.send(conversation, "Where?")
    await chat.told.until(ReplyEnded, 2)
    first, second = (request.body["messages"] for request in server.requests)
    assert "plan.txt" in str(first[0]["content"])
    assert "Dig here." in str(first[0]["content"])
    assert second[0] == first[0]
    assert (await chat.controller.conversations())[0].title == "plan.txt"


async def test_a_question_in_other_words_keeps_its_file(chat: Chat, server: ScriptedServer) -> None:
    chat.ask(server)
    plan = await chat.controller.attaching(None).prepare("plan.txt", b"Dig here.")
    conversation = chat.controller.send(None, "Where?", (plan,))
    await chat.told.until(ReplyEnded)
    question = (await chat.controller.history(conversation)).items[0]
    chat.controller.replies.resend(conversation, question.id, "How deep?")
    await chat.told.until(ReplyEnded, 2)
    assert "Dig here." in str(server.requests[1].body["messages"][0]["content"])


async def test_what_asked_for_the_rest_is_in_the_ledger(chat: Chat) -> None:
    async with ScriptedServer(Script(ending=Ending.CUT), Script(pieces=(" And on.",))) as server:
        chat.ask(server)
        conversation = chat.controller.send(None, "One")
        await chat.told.until(ReplyEnded)
        await chat.controller.replies.go_on(conversation)
        await chat.told.until(ReplyEnded, 2)
    said = chat.told.of(ReplyStarted)[1].ledger.continuation
    assert said is not None
    assert server.requests[1].body["messages"][-1] == {"role": "user", "content": said}


async def test_what_is_set_with_a_question_holds_from_then_on(chat: Chat, server: ScriptedServer) -> None:
    chat.ask(server)
    own = ConversationSettings(instructions="Be brief.", parameters=Parameters(temperature=0.5))
    conversation = chat.controller.send(None, "One", own=own)
    await chat.told.until(ReplyEnded)
    chat.controller.send(conversation, "Two")
    await chat.told.until(ReplyEnded, 2)
    for request in server.requests:
        assert request.body["messages"][0] == {"role": "system", "content": "Be brief."}
        assert request.body["temperature"] == 0.5
    assert await chat.controller.shaping.of(conversation) == own


async def test_thinking_is_told_and_kept_before_the_reply(chat: Chat) -> None:
    async with ScriptedServer(THINKING) as server:
        chat.ask(server)
        conversation = chat.controller.send(None, "One")
        ended = await chat.told.until(ReplyEnded)
    assert "".join(event.text for event in chat.told.of(ReplyThought)) == "Let me see."
    kept = (await chat.controller.history(conversation)).items
    assert [item.kind for item in kept] == ["message", "reasoning", "message"]
    assert (kept[1].text, kept[2]) == ("Let me see.", ended.item)
