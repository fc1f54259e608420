import asyncio
import json
import tracemalloc
from dataclasses import replace

import pytest

from app.chat.context_reading import plan_request
from app.chat.summing_up import SummingUp, Wanted
from app.domain.asking import Asking
from app.domain.compaction import CompactionRule, room_for
from app.domain.context_policy import ContextPolicy, PolicyKind
from app.domain.conversation import Conversation, TitleSource
from app.domain.errors import ContextOverBudget, ProviderBusy, ReplyInterrupted, ReplyRefused, SummaryFailed
from app.domain.ids import BranchId, ConversationId, ItemId, UndoId
from app.domain.parameters import Parameters
from app.domain.question import Question
from app.domain.settings import ApiKind, ProviderSettings
from app.domain.tokens import Measure
from app.store import overlays, summaries, turns
from app.store.driver import Connection
from tests.fakes.scripted_server import MODEL, Ending, Script, ScriptedServer
from tests.fixtures.core import Chat
from tests.fixtures.waiting import until

ONE = ConversationId("one")
TEXT = "four words or so " * 30
COST = 124
RULE = CompactionRule(kept_items=2, smallest_tokens=50)
ASKING = Asking(MODEL, 2_000)
TOO_LONG = Script.error(400, "This model's maximum context length is 900 tokens, and you sent more.")


def fill(connection: Connection, items: int, text: str = TEXT) -> None:
    created = Conversation(ONE, BranchId("one"), "T", TitleSource.QUESTION, 1, 1)
    turns.begin_conversation(connection, created, ItemId("q1"), Question(text))
    for number in range(2, items + 1):
        turns.add_question(connection, ONE, ItemId(f"q{number}"), Question(text), 1)


def summing_up(
    chat: Chat, asking: Asking = ASKING, rule: CompactionRule = RULE
) -> tuple[SummingUp, list[tuple[int, int]]]:
    steps: list[tuple[int, int]] = []
    wanted = Wanted(ONE, asking, Measure(), rule)
    return SummingUp(chat.controller._parts, wanted, lambda *step: steps.append(step)), steps


def numbered(count: int) -> tuple[Script, ...]:
    return tuple(Script(pieces=(f"Summary {number}.",)) for number in range(1, count + 1))


def sizes(server: ScriptedServer) -> list[int]:
    """How many messages each request held."""
    return [len(request.body["messages"]) for request in server.questions]


async def test_a_long_past_is_summed_up_in_portions_that_fit(chat: Chat) -> None:
    await chat.archive.write(fill, 40)
    work, steps = summing_up(chat)
    async with ScriptedServer(*numbered(9)) as server:
        chat.ask(server)
        await work.run()
    fits = room_for(ASKING, None, Measure()) // COST
    assert 1 < fits < 20
    assert all(size <= fits + 2 for size in sizes(server))  # beside the summary before, and the prompt
    assert "Summary 1." in server.questions[1].body["messages"][0]["content"]
    assert work.made
    assert (work.made.depth, work.made.text) == (38, f"Summary {len(sizes(server))}.")
    assert steps[0] == (0, 38)
    assert [done for done, _ in steps] == sorted({done for done, _ in steps})


async def test_all_portions_together_leave_one_summary(chat: Chat) -> None:
    await chat.archive.write(fill, 40)
    work, _ = summing_up(chat)
    async with ScriptedServer(*numbered(9)) as server:
        chat.ask(server)
        await work.run()
    assert await chat.archive.read(summaries.shown_summaries, ONE) == [work.made]


async def test_the_portions_before_a_failure_are_kept_and_gone_on_from(chat: Chat) -> None:
    await chat.archive.write(fill, 40)
    async with ScriptedServer(*numbered(2), Script.error(400), *numbered(5)) as server:
        chat.ask(server)
        failed, _ = summing_up(chat)
        with pytest.raises(ReplyRefused):
            await failed.run()
        assert failed.made
        assert failed.made.text == "Summary 2."
        work, _ = summing_up(chat)
        await work.run()
        assert "Summary 2." in server.questions[3].body["messages"][0]["content"]
    assert work.made
    assert work.made.depth == 38
    # what an earlier work has left stays beside it: a person may go back to it
    assert await chat.archive.read(summaries.shown_summaries, ONE) == [work.made, failed.made]


async def test_of_a_long_past_no_more_is_held_than_a_request(chat: Chat) -> None:
    await chat.archive.write(fill, 3_000, "four words or so " * 600)
    rule = replace(RULE, kept_items=2_900)
    work, _ = summing_up(chat, Asking(MODEL, 30_000), rule)
    async with ScriptedServer(Script(pieces=("Short.",))) as server:
        chat.ask(server)
        tracemalloc.start()
        try:
            await work.run()
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert work.made
    assert work.made.depth == 100
    assert peak < 12_000_000  # the texts are 30 million characters


async def test_a_portion_has_a_greatest_number_of_items(chat: Chat) -> None:
    await chat.archive.write(fill, 3_000, "Hi")
    work, _ = summing_up(chat, Asking(MODEL, 1_000_000))
    async with ScriptedServer(*numbered(2)) as server:
        chat.ask(server)
        await work.run()
    assert len(server.questions) == 2
    assert max(sizes(server)) < 2_300
    assert work.made
    assert work.made.depth == 2_998


async def test_a_service_that_takes_less_than_was_thought_is_given_less(chat: Chat) -> None:
    await chat.archive.write(fill, 16)
    work, _ = summing_up(chat)
    async with ScriptedServer(TOO_LONG, *numbered(9)) as server:
        chat.ask(server)
        await work.run()
    assert sizes(server)[1] < sizes(server)[0]
    assert work.made
    assert work.made.depth == 14


async def test_a_service_that_takes_nothing_is_not_asked_for_ever(chat: Chat) -> None:
    await chat.archive.write(fill, 16)
    work, _ = summing_up(chat, Asking(MODEL, 8_000))
    async with ScriptedServer(TOO_LONG) as server:
        chat.ask(server)
        with pytest.raises(SummaryFailed):
            await work.run()
        assert len(server.questions) == 3


async def test_what_was_changed_meanwhile_is_summed_up_anew(chat: Chat) -> None:
    await chat.archive.write(fill, 8)
    work, _ = summing_up(chat)
    async with ScriptedServer(
        Script(pieces=("Of what ", "was deleted."), hold_before=1), *numbered(1)
    ) as server:
        chat.ask(server)
        running = asyncio.create_task(work.run())
        await until(lambda: server.questions, "the request")
        await chat.archive.write(overlays.exclude, ONE, ItemId("q2"), 1, 9)
        server.go_on()
        await running
        assert sizes(server) == [7, 6]
    assert work.made
    assert work.made.text == "Summary 1."


async def test_how_much_is_sent_otherwise_does_not_matter(chat: Chat) -> None:
    await chat.archive.write(fill, 8)
    few = replace(ASKING, policy=ContextPolicy(PolicyKind.NEWEST_TURNS, 1))
    work, _ = summing_up(chat, few)
    async with ScriptedServer(*numbered(1)) as server:
        chat.ask(server)
        await work.run()
    assert work.made
    assert work.made.depth == 6


@pytest.mark.parametrize(("kept", "depth"), [(0, 7), (1, 7), (2, 6), (5, 3)])
async def test_the_newest_items_stay_outside(chat: Chat, kept: int, depth: int) -> None:
    await chat.archive.write(fill, 8)
    work, _ = summing_up(chat, rule=replace(RULE, kept_items=kept))
    async with ScriptedServer(*numbered(1)) as server:
        chat.ask(server)
        await work.run()
    assert work.made
    assert work.made.depth == depth


@pytest.mark.parametrize(("items", "kept"), [(1, 1), (2, 2), (8, 8), (8, 100)])
async def test_where_nothing_is_older_than_the_newest_nobody_is_asked(
    chat: Chat, items: int, kept: int
) -> None:
    await chat.archive.write(fill, items)
    work, steps = summing_up(chat, rule=replace(RULE, kept_items=kept))
    async with ScriptedServer(*numbered(1)) as server:
        chat.ask(server)
        await work.run()
        assert (server.questions, steps, work.made) == ([], [], None)


async def test_a_model_that_reads_next_to_nothing_is_not_asked(chat: Chat) -> None:
    await chat.archive.write(fill, 8)
    work, _ = summing_up(chat, Asking(MODEL, 150))
    with pytest.raises(ContextOverBudget):
        await work.run()


async def test_what_ends_or_shapes_a_reply_does_not_shape_a_summary(chat: Chat) -> None:
    await chat.archive.write(fill, 8)
    parameters = Parameters(temperature=0.5, max_output_tokens=5, stop=("the",))
    work, _ = summing_up(chat, replace(ASKING, parameters=parameters))
    async with ScriptedServer(*numbered(1)) as server:
        chat.ask(server)
        await work.run()
        asked = server.questions[0].body
    assert asked["temperature"] == 0.5
    assert not {"stop", "max_tokens", "max_completion_tokens"} & asked.keys()


@pytest.mark.parametrize(
    ("script", "error"),
    [
        (Script(ending=Ending.CUT), ReplyInterrupted),
        (Script(ending=Ending.LENGTH), ReplyInterrupted),
        (Script(pieces=("endless " * 1_000,) * 10), ReplyInterrupted),
        (Script.error(500), ProviderBusy),
        (Script(pieces=("",)), SummaryFailed),
    ],
)
async def test_half_a_summary_is_none(chat: Chat, script: Script, error: type[Exception]) -> None:
    await chat.archive.write(fill, 8)
    work, _ = summing_up(chat)
    async with ScriptedServer(script) as server:
        chat.ask(server)
        with pytest.raises(error):
            await work.run()
    assert work.made is None
    assert await chat.archive.read(summaries.shown_summaries, ONE) == []


async def test_a_persons_own_words_are_taken_up_by_the_next(chat: Chat) -> None:
    await chat.archive.write(fill, 8)
    async with ScriptedServer(*numbered(2)) as server:
        chat.ask(server)
        work, _ = summing_up(chat, rule=replace(RULE, kept_items=5))
        await work.run()
        assert work.made
        await chat.archive.write(summaries.change_summary, work.made.id, "Mine.", UndoId("u"), 1)
        again, _ = summing_up(chat)
        await again.run()
        assert "Mine." in server.questions[1].body["messages"][0]["content"]


SEALED = {"type": "compaction", "encrypted_content": "gAAAA"}


async def test_a_service_that_can_is_left_to_seal_the_past(chat: Chat) -> None:
    await chat.archive.write(fill, 8)
    answer = Script(headers={"Content-Type": "application/json"}, body=json.dumps({"output": [SEALED]}))
    async with ScriptedServer(answer) as server:
        settings = ProviderSettings(server.base_url, MODEL, api=ApiKind.RESPONSES)
        chat.provider.use_for_this_run(settings, None)
        asking = replace(ASKING, service=settings.origin)
        work, _ = summing_up(chat, asking, replace(RULE, by_service=True))
        await work.run()
    assert server.requests[0].path == "/v1/responses/compact"
    assert work.made
    assert (work.made.depth, work.made.sealed_for) == (6, settings.origin)
    planned = await plan_request(chat.archive, ONE, asking)
    assert json.loads(planned.bodies[0]) == SEALED
    elsewhere = await plan_request(chat.archive, ONE, ASKING)
    assert (elsewhere.ledger.summary, len(elsewhere.bodies)) == (None, 8)


async def test_where_no_service_seals_a_model_sums_up(chat: Chat) -> None:
    await chat.archive.write(fill, 8)
    work, _ = summing_up(chat, ASKING, replace(RULE, by_service=True))
    async with ScriptedServer(*numbered(1)) as server:
        chat.ask(server)
        await work.run()
    assert work.made
    assert (work.made.text, work.made.sealed_for) == ("Summary 1.", None)
