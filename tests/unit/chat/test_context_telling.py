import pytest

from app.chat.context_preview import ContextPreview
from app.chat.context_reading import plan_request
from app.chat.context_telling import given_to, next_request
from app.domain.asking import Asking
from app.domain.context_policy import ContextPolicy, PolicyKind
from app.domain.conversation_settings import ConversationSettings
from app.domain.errors import ContextOverBudget
from app.domain.events import ReplyEnded
from app.domain.ids import AssistantId, ItemId, SummaryId
from app.domain.ledger import Reason
from app.domain.library import Assistant
from app.domain.settings import ProviderSettings
from app.domain.told_context import Form, NextRequest, ToldSummary
from app.store import overlays, summaries
from app.store.content import empty_item
from app.store.paths import place_of
from tests.fakes.scripted_server import ScriptedServer
from tests.fixtures.core import Chat
from tests.unit.store.writing import ONE, Writing, begin

SERVICE = ProviderSettings("http://127.0.0.1:9/v1", "m", context_tokens=400)
ADA = Assistant(AssistantId("ada"), "Ada", "Be brief.")


def q(number: int) -> str:
    """A question, and its id."""
    return f"Question {number} {'word ' * 20}"


async def fill(chat: Chat, turns: int) -> None:
    """A conversation of so many turns, the last of which is answered."""

    def write(writing: Writing) -> None:
        writing.conversation(ONE)
        for number in range(turns):
            writing.question(ONE, q(number))
            writing.reply(ONE, f"Reply {number}")

    await chat.archive.write(lambda connection: write(Writing(connection)))


def of(told: NextRequest) -> list[int]:
    return [item.position for item in told.context.items]


async def test_what_would_be_sent_is_told_with_what_would_not(chat: Chat) -> None:
    await fill(chat, 40)
    told = await next_request(chat.controller._parts, ONE, SERVICE)
    assert (told.length, told.awaits_question, told.is_guess) == (80, True, True)
    first, last = of(told)[0], of(told)[-1]
    assert 1 < first < last
    assert told.context.left_out[0].first == 1
    assert told.context.left_out[0].last == first - 1
    assert told.context.ledger.estimated_tokens <= 400
    assert not told.context.is_over


async def test_it_is_what_the_window_foretells(chat: Chat) -> None:
    await fill(chat, 40)
    parts = chat.controller._parts
    told = (await next_request(parts, ONE, SERVICE)).context.ledger
    preview = ContextPreview(chat.archive, parts.counting, parts.events)
    foretold = await preview.outlook(ONE, Asking("m", 400), "")
    await preview.close()
    assert (told.cut, told.estimated_tokens) == (foretold.cut, foretold.tokens)


async def test_a_question_that_waits_is_told_as_part_of_it(chat: Chat) -> None:
    await begin(chat.archive, text="Why?")
    told = await next_request(chat.controller._parts, ONE, SERVICE)
    assert not told.awaits_question
    assert [item.text for item in told.context.items] == ["Why?"]


async def test_an_empty_conversation_has_nothing_to_send(chat: Chat) -> None:
    await chat.archive.write(lambda connection: Writing(connection).conversation(ONE))
    told = await next_request(chat.controller._parts, ONE, SERVICE)
    assert (of(told), told.length, told.awaits_question) == ([], 0, True)


async def test_pins_exclusions_and_a_summary_are_told(chat: Chat) -> None:
    await fill(chat, 40)
    pinned, excluded, summarised = ItemId(q(2)), ItemId(q(39)), ItemId(q(30))
    await chat.archive.write(overlays.pin, ONE, pinned, 1, 9)
    await chat.archive.write(overlays.exclude, ONE, excluded, 1, 9)
    await chat.archive.write(
        lambda connection: summaries.add_summary(
            connection, SummaryId("s"), ONE, summarised, "All asked", sources=(), model=None, now=1
        )
    )
    context = (await next_request(chat.controller._parts, ONE, SERVICE)).context
    assert [item.id for item in context.pinned] == [pinned]
    assert context.summary is not None
    assert context.summary == ToldSummary(61, "All asked", tokens=context.summary.tokens)
    reasons = {gap.reason for gap in context.left_out}
    assert {Reason.SUMMARISED, Reason.EXCLUDED, Reason.NO_TEXT} <= reasons
    assert excluded not in {item.id for item in context.items}


async def test_what_does_not_fit_is_told_of_and_not_refused(chat: Chat) -> None:
    await fill(chat, 40)
    everything = ConversationSettings(policy=ContextPolicy(PolicyKind.EVERYTHING))
    await chat.controller.shaping.keep(ONE, everything)
    told = await next_request(chat.controller._parts, ONE, SERVICE)
    assert told.context.is_over
    assert len(told.context.items) == 40
    with pytest.raises(ContextOverBudget):
        await plan_request(chat.archive, ONE, Asking("m", 400, policy=everything.policy))


async def test_who_answers_and_by_which_model_is_told(chat: Chat) -> None:
    await fill(chat, 1)
    await chat.controller.library.keep_assistant(ADA)
    await chat.controller.shaping.keep(ONE, ConversationSettings(assistant=ADA.id))
    context = (await next_request(chat.controller._parts, ONE, SERVICE)).context
    assert (context.ledger.model, context.ledger.author, context.instructions) == ("m", "Ada", "Be brief.")
    named = await next_request(chat.controller._parts, ONE, SERVICE, "gpt-5")
    assert (named.context.ledger.model, named.is_guess) == ("gpt-5", False)


async def test_a_reply_is_told_with_what_it_was_given_until_that_is_deleted(
    chat: Chat, server: ScriptedServer
) -> None:
    chat.ask(server)
    conversation = chat.controller.send(None, "How blue?", own=ConversationSettings(instructions="Rhyme."))
    reply = (await chat.told.until(ReplyEnded)).item
    (given,) = await given_to(chat.archive, reply.id)
    assert ([item.text for item in given.items], given.instructions) == (["How blue?"], "Rhyme.")
    (question,) = given.items
    assert question.id == (await chat.controller.history(conversation)).items[0].id
    await chat.archive.write(
        lambda connection: empty_item(connection, place_of(connection, question.id).item)
    )
    (given,) = await given_to(chat.archive, reply.id)
    assert [(item.position, item.form, item.text) for item in given.items] == [(1, Form.SINCE_DELETED, "")]
    assert await given_to(chat.archive, ItemId("unknown")) == ()
