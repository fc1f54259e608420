import asyncio
from dataclasses import replace

import pytest

from app.domain.compaction import CompactionRule
from app.domain.errors import (
    EmptySummary,
    GivenUp,
    NothingToSummarise,
    ProviderMissing,
    ReplyUnderWay,
    SummaryFailed,
)
from app.domain.events import (
    ConversationRemoved,
    ConversationTrashed,
    Event,
    ReplyEnded,
    ReplyStarted,
    SummaryAdvanced,
    SummaryEnded,
    ViewChanged,
)
from app.domain.ids import ConversationId
from app.domain.ledger import Reason, wording_name
from app.domain.summary import Summary
from tests.fakes.scripted_server import Script, ScriptedServer
from tests.fixtures.core import Chat
from tests.fixtures.waiting import until

RULE = CompactionRule(kept_items=2, smallest_tokens=50)
SUMMARY = Script(pieces=("They spoke", " of words."))
SENT = "earlier part of the conversation, which is not sent itself:\n\nThey spoke of words."
QUESTIONS = ("First " + "word " * 100, "Second " + "word " * 100, "Third")


async def talked(chat: Chat, server: ScriptedServer, begun: ConversationId | None = None) -> ConversationId:
    """A conversation of three turns, of which the first two are long."""
    chat.ask(server)
    await chat.controller.compacting.keep_rule(RULE)
    conversation = begun
    for question in QUESTIONS:
        conversation = await asked(chat, conversation, question)
    assert conversation
    return conversation


async def asked(chat: Chat, conversation: ConversationId | None, question: str) -> ConversationId:
    before = len(chat.told.of(ReplyEnded))
    conversation = chat.controller.send(conversation, question)
    await chat.told.until(ReplyEnded, before + 1)
    await until(lambda: not chat.controller.is_streaming(conversation), "the end of the turn")
    return conversation


def messages(server: ScriptedServer, request: int = -1) -> list[str]:
    return [each["content"] for each in server.questions[request].body["messages"]]


def on_summary(*more: Script) -> ScriptedServer:
    """Answers three questions, then with a summary, then as told."""
    return ScriptedServer(Script(), Script(), Script(), *(more or (SUMMARY, Script())))


async def summarized(chat: Chat, conversation: ConversationId) -> Summary:
    return await chat.controller.compacting.summarize(conversation)


async def test_all_but_the_newest_is_summed_up_by_the_conversations_model(chat: Chat) -> None:
    async with on_summary() as server:
        conversation = await talked(chat, server)
        made = await summarized(chat, conversation)
        assert (made.text, made.depth, made.model) == ("They spoke of words.", 4, "scripted")
        assert await chat.controller.compacting.summaries(conversation) == [made]
        given = messages(server)
        assert given[:4] == messages(server, 2)[:4]  # as the conversation's own requests begin
        assert "summary of our conversation" in given[4]
        assert len((await chat.controller.history(conversation)).items) == 6


async def test_what_is_attached_is_summed_up_with_its_question(chat: Chat) -> None:
    async with on_summary() as server:
        chat.ask(server)
        await chat.controller.compacting.keep_rule(RULE)
        plan = await chat.controller.attaching(None).prepare("plan.txt", b"Dig here. " * 40)
        conversation = chat.controller.send(None, "", (plan,))  # a file without a word
        await chat.told.until(ReplyEnded)
        await until(lambda: not chat.controller.is_streaming(conversation), "the end of the turn")
        await asked(chat, conversation, "Where?")
        await asked(chat, conversation, "How deep?")
        made = await summarized(chat, conversation)
        assert made.depth == 4
        assert "Dig here." in str(server.questions[3].body["messages"][0]["content"])


async def test_the_next_request_holds_the_summary_in_place_of_the_originals(chat: Chat) -> None:
    async with on_summary() as server:
        conversation = await talked(chat, server)
        made = await summarized(chat, conversation)
        await asked(chat, conversation, "Fourth")
        sent = messages(server)
    assert SENT in sent[0]
    assert sent[1:] == ["Third", "Hello there.", "Fourth"]
    ledger = chat.told.of(ReplyStarted)[-1].ledger
    assert ledger.summary
    assert (ledger.summary.id, ledger.summary.depth) == (made.id, 4)
    assert ledger.summary.wording == wording_name(sent[0])
    assert [(part.items.last, part.reason) for part in ledger.left_out] == [(4, Reason.SUMMARISED)]


async def test_an_edited_summary_is_used_from_then_on_and_an_undone_one_is_not(chat: Chat) -> None:
    compacting = chat.controller.compacting
    async with on_summary() as server:
        conversation = await talked(chat, server)
        made = await summarized(chat, conversation)
        edit = await compacting.edit(conversation, made.id, "My own words.")
        await asked(chat, conversation, "Fourth")
        assert "My own words." in messages(server)[0]
        await chat.controller.removing.undo(edit.id)
        await asked(chat, conversation, "Fifth")
        assert SENT in messages(server)[0]
        removed = await compacting.remove(conversation, made.id)
        await asked(chat, conversation, "Sixth")
        assert messages(server)[:3] == [QUESTIONS[0], "Hello there.", QUESTIONS[1]]
        await chat.controller.removing.undo(removed.id)
        await asked(chat, conversation, "Seventh")
        assert SENT in messages(server)[0]
    assert len(chat.told.of(ViewChanged)) == 4


async def test_after_a_fork_the_beginning_of_the_request_stays(chat: Chat) -> None:
    async with on_summary() as server:
        conversation = await talked(chat, server)
        await summarized(chat, conversation)
        await asked(chat, conversation, "Fourth")
        before = messages(server)
        items = (await chat.controller.history(conversation)).items
        await chat.controller.branches.fork_before(conversation, items[6].id)
        await asked(chat, conversation, "Fourth, in other words")
        assert messages(server) == [*before[:3], "Fourth, in other words"]
        other = await chat.controller.branch(conversation)
        await asked(chat, other, "Elsewhere")
        assert messages(server)[:4] == [*before[:3], "Fourth, in other words"]
        await chat.controller.branches.fork_at(conversation, items[1].id)  # from before it
        await asked(chat, conversation, "Back there")
        assert messages(server) == [QUESTIONS[0], "Hello there.", "Back there"]


async def test_the_next_summary_goes_on_from_the_one_before(chat: Chat) -> None:
    again = Script(pieces=("And more.",))
    async with on_summary(SUMMARY, Script(), Script(), again, Script()) as server:
        conversation = await talked(chat, server)
        first = await summarized(chat, conversation)
        await asked(chat, conversation, "Fourth " + "word " * 100)
        await asked(chat, conversation, "Fifth")
        second = await summarized(chat, conversation)
        assert SENT in messages(server)[0]
        assert messages(server)[1] == "Third"
    assert (second.text, second.depth) == ("And more.", 8)
    assert await chat.controller.compacting.summaries(conversation) == [second, first]


async def test_how_far_it_has_come_is_told_and_its_end_once(chat: Chat) -> None:
    async with on_summary() as server:
        conversation = await talked(chat, server)
        made = await summarized(chat, conversation)
    await chat.told.until(SummaryEnded)
    assert chat.told.of(SummaryAdvanced) == [SummaryAdvanced(conversation, 0, 4)]
    assert chat.told.of(SummaryEnded) == [SummaryEnded(conversation, made)]


@pytest.mark.parametrize("answer", [("",), (" \n",), ("<think>Hm",), ("word " * 900,)])
async def test_an_answer_that_can_stand_for_nothing_gives_no_summary(
    chat: Chat, answer: tuple[str, ...]
) -> None:
    async with on_summary(Script(pieces=answer)) as server:
        conversation = await talked(chat, server)
        with pytest.raises(SummaryFailed):
            await summarized(chat, conversation)
    assert (await chat.told.until(SummaryEnded)).summary is None
    assert await chat.controller.compacting.summaries(conversation) == []


async def test_nothing_is_asked_where_there_is_too_little_to_sum_up(chat: Chat) -> None:
    async with on_summary() as server:
        conversation = await talked(chat, server)
        await chat.controller.compacting.keep_rule(replace(RULE, smallest_tokens=5_000))
        with pytest.raises(NothingToSummarise):
            await summarized(chat, conversation)
        assert len(server.questions) == 3
    assert chat.told.of(SummaryAdvanced) == chat.told.of(SummaryEnded) == []


async def test_nothing_is_summed_up_while_a_reply_is_under_way(chat: Chat) -> None:
    async with on_summary(Script(hold_before=1)) as held:
        conversation = await talked(chat, held)
        chat.controller.send(conversation, "Fourth")
        with pytest.raises(ReplyUnderWay):
            await summarized(chat, conversation)
        held.go_on()
        await chat.told.until(ReplyEnded, 4)


async def test_without_a_service_there_is_no_summary(chat: Chat) -> None:
    with pytest.raises(ProviderMissing):
        await summarized(chat, ConversationId("any"))


async def test_one_that_was_stopped_leaves_nothing(chat: Chat) -> None:
    async with on_summary(Script.silence()) as server:
        conversation = await talked(chat, server)
        waiting = asyncio.create_task(summarized(chat, conversation))
        await until(lambda: len(server.questions) == 4, "the request")
        assert chat.controller.compacting.is_under_way(conversation)
        chat.controller.compacting.stop(conversation)
        with pytest.raises(GivenUp):
            await waiting
        await asyncio.wait_for(server.questions[3].client_left.wait(), 5)
    assert not chat.controller.compacting.is_under_way(conversation)
    assert (await chat.told.until(SummaryEnded)).summary is None


async def test_who_gives_up_waiting_gives_up_the_summary(chat: Chat) -> None:
    async with on_summary(Script.silence()) as server:
        conversation = await talked(chat, server)
        waiting = asyncio.create_task(summarized(chat, conversation))
        await until(lambda: len(server.questions) == 4, "the request")
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        await asyncio.wait_for(server.questions[3].client_left.wait(), 5)


async def test_two_who_ask_wait_for_the_same_summary(chat: Chat) -> None:
    async with on_summary() as server:
        conversation = await talked(chat, server)
        one, other = await asyncio.gather(*(summarized(chat, conversation) for _ in range(2)))
        assert one == other
        assert len(server.questions) == 4


async def test_a_question_asked_meanwhile_is_answered_without_it(chat: Chat) -> None:
    async with on_summary(replace(SUMMARY, hold_before=1), Script()) as server:
        conversation = await talked(chat, server)
        waiting = asyncio.create_task(summarized(chat, conversation))
        await until(lambda: len(server.questions) == 4, "the request")
        chat.controller.compacting.give_way()  # which a person's own wish does not
        await asked(chat, conversation, "Fourth")
        assert messages(server)[0] == QUESTIONS[0]
        server.go_on()
        assert (await waiting).depth == 4
        await asked(chat, conversation, "Fifth")
        assert SENT in messages(server)[0]


@pytest.mark.parametrize(
    ("event", "is_for_ever"), [(ConversationTrashed, False), (ConversationRemoved, True)]
)
async def test_what_is_deleted_is_summed_up_no_further(
    chat: Chat, event: type[Event], is_for_ever: bool
) -> None:
    delete = chat.controller.removing.delete_for_ever if is_for_ever else chat.controller.trash
    async with on_summary(Script.silence()) as server:
        conversation = await talked(chat, server)
        waiting = asyncio.create_task(summarized(chat, conversation))
        await until(lambda: len(server.questions) == 4, "the request")
        await delete(conversation)
        await chat.told.until(event)
        with pytest.raises(GivenUp):
            await waiting


async def test_a_summary_needs_a_word(chat: Chat) -> None:
    async with on_summary() as server:
        conversation = await talked(chat, server)
        made = await summarized(chat, conversation)
    with pytest.raises(EmptySummary):
        await chat.controller.compacting.edit(conversation, made.id, " \n")
    assert await chat.controller.compacting.summaries(conversation) == [made]


async def test_of_what_is_temporary_nothing_reaches_the_disk(chat: Chat) -> None:
    async with on_summary() as server:
        conversation = await talked(chat, server, await chat.controller.temporary.begin())
        made = await summarized(chat, conversation)
        assert await chat.controller.compacting.summaries(conversation) == [made]
    counted = await chat.archive.read(lambda connection: connection.execute("SELECT count(*) FROM summary"))
    assert counted.fetchone() == (0,)


async def test_a_conversations_own_rule_comes_before_the_one_for_all(chat: Chat) -> None:
    compacting, shaping = chat.controller.compacting, chat.controller.shaping
    async with on_summary() as server:
        conversation = await talked(chat, server)
    assert await compacting.rule() == await compacting.rule(conversation) == RULE
    own = CompactionRule(at_items=40)
    await shaping.keep(conversation, replace(await shaping.of(conversation), compaction=own))
    assert (await compacting.rule(), await compacting.rule(conversation)) == (RULE, own)


async def test_nothing_is_made_unasked_until_a_person_switches_it_on(chat: Chat) -> None:
    rule = await chat.controller.compacting.rule()
    assert (rule.at_tokens, rule.at_items) == (None, None)
    wanted = CompactionRule(9_000, 40, 6, 500)
    await chat.controller.compacting.keep_rule(wanted)
    assert await chat.controller.compacting.rule() == wanted
