import asyncio
from collections.abc import AsyncIterator

import pytest

from app.chat.unasked_summaries import UnaskedSummaries
from app.domain.compaction import CompactionRule
from app.domain.events import ReplyEnded, SummaryEnded
from app.domain.ids import ConversationId
from tests.fakes.scripted_server import Ending, Script, ScriptedServer
from tests.fixtures.core import Chat
from tests.fixtures.waiting import until

RULE = CompactionRule(at_items=3, kept_items=2, smallest_tokens=50)
SUMMARY = Script(pieces=("They spoke", " of words."))
LONG = "word " * 100


@pytest.fixture
async def unasked(chat: Chat) -> AsyncIterator[UnaskedSummaries]:
    await chat.controller.compacting.keep_rule(RULE)
    made = UnaskedSummaries(chat.controller.compacting, chat.controller.events)
    yield made
    await made.close()


async def settled(unasked: UnaskedSummaries) -> None:
    await asyncio.gather(*unasked._under_way, return_exceptions=True)


async def asked(chat: Chat, conversation: ConversationId | None, question: str = LONG) -> ConversationId:
    before = len(chat.told.of(ReplyEnded))
    conversation = chat.controller.send(conversation, question)
    await chat.told.until(ReplyEnded, before + 1)
    return conversation


def first_message(server: ScriptedServer, request: int = -1) -> str:
    return str(server.questions[request].body["messages"][0]["content"])


@pytest.mark.usefixtures("unasked")
async def test_one_is_made_after_a_reply_once_the_number_is_reached(chat: Chat) -> None:
    async with ScriptedServer(Script(), Script(), SUMMARY, Script()) as server:
        chat.ask(server)
        conversation = await asked(chat, None)
        await asked(chat, conversation)
        made = (await chat.told.until(SummaryEnded)).summary
        assert made
        assert (made.text, made.depth) == ("They spoke of words.", 2)
        await asked(chat, conversation, "Third")
        assert "They spoke of words." in first_message(server)
    assert len(server.questions) == 4


async def test_none_is_made_where_nobody_switched_it_on(chat: Chat, unasked: UnaskedSummaries) -> None:
    await chat.controller.compacting.keep_rule(CompactionRule(kept_items=2, smallest_tokens=50))
    async with ScriptedServer(Script()) as server:
        chat.ask(server)
        conversation = await asked(chat, None)
        for _ in range(3):
            await asked(chat, conversation)
            await settled(unasked)
        assert len(server.questions) == 4


async def test_it_gives_way_to_the_next_question_and_rests_a_while(
    chat: Chat, unasked: UnaskedSummaries
) -> None:
    async with ScriptedServer(Script(), Script(), Script.silence(), Script(), Script(), SUMMARY) as server:
        chat.ask(server)
        conversation = await asked(chat, None)
        await asked(chat, conversation)
        await until(lambda: len(server.questions) == 3, "the request for a summary")
        await asked(chat, conversation, "Third " + LONG)
        assert first_message(server, 3) == LONG
        await asyncio.wait_for(server.questions[2].client_left.wait(), 5)
        await asked(chat, conversation, "Fourth")
        made = (await chat.told.until(SummaryEnded, 2)).summary
        await settled(unasked)
    assert made
    assert made.depth == 6


async def test_a_persons_own_wish_comes_before_it(chat: Chat, unasked: UnaskedSummaries) -> None:
    async with ScriptedServer(Script(), Script(), Script.silence(), SUMMARY) as server:
        chat.ask(server)
        conversation = await asked(chat, None)
        await asked(chat, conversation)
        await until(lambda: len(server.questions) == 3, "the request for a summary")
        await until(lambda: not chat.controller.is_streaming(conversation), "the end of the turn")
        made = await chat.controller.compacting.summarize(conversation)
        await settled(unasked)
        chat.controller.compacting.give_way()
        assert made.text == "They spoke of words."
    assert len(server.questions) == 4


@pytest.mark.parametrize("answer", [Script.error(500), Script(pieces=("",)), Script(ending=Ending.CUT)])
async def test_one_that_cannot_be_had_is_done_without(
    chat: Chat, unasked: UnaskedSummaries, answer: Script
) -> None:
    async with ScriptedServer(Script(), Script(), answer, Script()) as server:
        chat.ask(server)
        conversation = await asked(chat, None)
        await asked(chat, conversation)
        assert (await chat.told.until(SummaryEnded)).summary is None
        for _ in range(3):
            await settled(unasked)
            await asked(chat, conversation)
    assert len(chat.told.of(SummaryEnded)) == 1  # it is not tried again at once
    assert await chat.controller.compacting.summaries(conversation) == []


async def test_a_reply_that_did_not_come_to_its_end_is_no_occasion(
    chat: Chat, unasked: UnaskedSummaries
) -> None:
    async with ScriptedServer(Script(), Script(ending=Ending.CUT)) as server:
        chat.ask(server)
        await asked(chat, await asked(chat, None))
        await settled(unasked)
        assert len(server.questions) == 2


async def test_closing_gives_up_what_is_being_made(chat: Chat) -> None:
    await chat.controller.compacting.keep_rule(RULE)
    unasked = UnaskedSummaries(chat.controller.compacting, chat.controller.events)
    async with ScriptedServer(Script(), Script(), Script.silence(), Script()) as server:
        chat.ask(server)
        conversation = await asked(chat, None)
        await asked(chat, conversation)
        await until(lambda: len(server.questions) == 3, "the request for a summary")
        await unasked.close()
        assert not chat.controller.compacting.is_under_way(conversation)
        await asked(chat, conversation)
        assert len(server.questions) == 4
