import json

import pytest

from app.chat.context_reading import plan_request, read_past
from app.domain.asking import Asking
from app.domain.context_policy import ContextPolicy, PolicyKind
from app.domain.context_window import Plan
from app.domain.conversation import Conversation, TitleSource
from app.domain.errors import BugError, ContextOverBudget
from app.domain.ids import AttachmentId, BranchId, ConversationId, IdSource, ItemId, RequestId, SummaryId
from app.domain.item import ItemState, Role, question_body, reply_body
from app.domain.ledger import Ledger
from app.domain.question import Question
from app.domain.tokens import Estimator, Measure
from app.store import attachments, blobs, kept_values, overlays, paths, summaries, turns
from app.store import items as stored
from app.store.archive import Archive
from app.store.driver import Connection
from app.store.turns import ReplyPlace
from tests.unit.domain.histories import call, result

QUESTION = Question("four words or so " * 3)
BODY = question_body(QUESTION.text)
COST = 16


async def conversation_of(archive: Archive, ids: IdSource, questions: int) -> ConversationId:
    """Store a conversation of questions that cost the same each."""
    created = Conversation(ConversationId(ids.next()), BranchId(ids.next()), "T", TitleSource.QUESTION, 1, 1)
    await archive.write(turns.begin_conversation, created, ItemId("q1"), QUESTION)
    for number in range(1, questions):
        await archive.write(turns.add_question, created.id, ItemId(f"q{number + 1}"), QUESTION, 1)
    return created.id


async def answered(
    archive: Archive, ids: IdSource, conversation: ConversationId, ledger: Ledger, text: str = ""
) -> None:
    """Store a reply that was given so much, and another question."""
    place = ReplyPlace(ItemId(ids.next()), RequestId(ids.next()), "m", ledger)
    await archive.write(turns.begin_reply, conversation, place, reply_body(text, whole=False), 1)
    await archive.write(turns.add_question, conversation, ItemId(ids.next()), QUESTION, 1)


def depths(plan: Plan) -> list[int]:
    spans = (*plan.ledger.pinned, *plan.ledger.sent)
    return [depth for span in spans for depth in range(span.first, span.last + 1)]


async def test_a_short_history_is_sent_whole(archive: Archive, ids: IdSource) -> None:
    conversation = await conversation_of(archive, ids, 3)
    plan = await plan_request(archive, conversation, Asking("m", 1000))
    assert depths(plan) == [1, 2, 3]
    assert plan.bodies == (BODY,) * 3
    assert plan.ledger.estimated_tokens == 4 + 3 * COST
    assert plan.ledger.left_out == ()


async def test_of_a_long_history_only_the_newest_part_is_sent(archive: Archive, ids: IdSource) -> None:
    conversation = await conversation_of(archive, ids, 400)
    plan = await plan_request(archive, conversation, Asking("m", 10 * COST))
    assert depths(plan) == [396, 397, 398, 399, 400]
    assert [(part.items.first, part.items.last) for part in plan.ledger.left_out] == [(1, 395)]


async def test_the_cut_of_the_last_request_stays_until_the_budget_is_passed(
    archive: Archive, ids: IdSource
) -> None:
    conversation = await conversation_of(archive, ids, 20)
    await answered(archive, ids, conversation, Ledger("m", 18, (), (), 0, 7 * COST))

    assert (await plan_request(archive, conversation, Asking("m", 7 * COST))).ledger.cut == 18
    assert (await plan_request(archive, conversation, Asking("m", 1000))).ledger.cut == 1


async def test_the_cut_stays_where_long_results_are_sent_shortened(archive: Archive, ids: IdSource) -> None:
    """By their whole length they would pass the budget at every question."""
    conversation = await conversation_of(archive, ids, 1)

    async def add(role: Role, body: str) -> None:
        def write(connection: Connection) -> None:
            stored.add_item(
                connection,
                paths.shown_end(connection, conversation),
                item_id=ItemId(ids.next()),
                role=role,
                state=ItemState.COMPLETE,
                body=body,
                now=1,
            )

        await archive.write(write)

    asking = Asking("m", 8_000)
    for number in range(90):
        await add(Role.MODEL, call(1, str(number)).body)
        await add(Role.TOOL, result(1, str(number), "words and words " * 150).body)
        await add(Role.PERSON, BODY)
    before = await plan_request(archive, conversation, asking)
    assert len(before.ledger.shortened) > 25
    await answered(archive, ids, conversation, before.ledger, "Yes.")
    after = await plan_request(archive, conversation, asking)
    assert after.ledger.cut == before.ledger.cut
    assert after.bodies[: len(before.bodies)] == before.bodies


async def test_what_is_pinned_far_back_is_sent_and_the_first_turn_where_wanted(
    archive: Archive, ids: IdSource
) -> None:
    conversation = await conversation_of(archive, ids, 300)
    await archive.write(overlays.pin, conversation, ItemId("q7"), 1, 9)
    asking = Asking("m", 10 * COST, policy=ContextPolicy(PolicyKind.KEEP_FIRST))
    plan = await plan_request(archive, conversation, asking)
    assert depths(plan)[:3] == [1, 7, plan.ledger.cut]


@pytest.mark.parametrize("kind", [PolicyKind.NEWEST_TURNS, PolicyKind.NEWEST_ITEMS])
async def test_of_a_count_no_more_is_sent_than_that(
    archive: Archive, ids: IdSource, kind: PolicyKind
) -> None:
    conversation = await conversation_of(archive, ids, 300)
    plan = await plan_request(archive, conversation, Asking("m", 9000, policy=ContextPolicy(kind, 3)))
    assert depths(plan) == [298, 299, 300]


async def test_everything_is_refused_before_all_of_it_is_read_unless_a_person_insists(
    archive: Archive, ids: IdSource
) -> None:
    conversation = await conversation_of(archive, ids, 300)
    policy = ContextPolicy(PolicyKind.EVERYTHING)
    with pytest.raises(ContextOverBudget):
        await plan_request(archive, conversation, Asking("m", 10 * COST, policy=policy))
    insisted = Asking("m", 10 * COST, policy=policy, may_exceed=True)
    assert len((await plan_request(archive, conversation, insisted)).bodies) == 300


async def test_what_a_summary_stands_for_is_not_sent_itself(archive: Archive, ids: IdSource) -> None:
    conversation = await conversation_of(archive, ids, 300)
    await archive.write(
        summaries.add_summary,
        SummaryId("s"),
        conversation,
        ItemId("q290"),
        "They talked.",
        sources=(),
        model="m",
        now=1,
    )
    plan = await plan_request(archive, conversation, Asking("m", 1000))
    assert (len(plan.bodies), plan.ledger.cut) == (11, 291)


async def test_what_is_attached_is_sent_with_its_message_and_weighs(archive: Archive, ids: IdSource) -> None:
    conversation = await conversation_of(archive, ids, 300)
    blob = await archive.write(blobs.add_blob, [b"Buy milk"])
    for item in ("q7", "q300"):
        name = AttachmentId(ids.next())
        text = "Buy milk. " * 20
        await archive.write(
            attachments.add_attachment, name, ItemId(item), blob, "note.txt", "text/plain", text
        )
    await archive.write(overlays.pin, conversation, ItemId("q7"), 1, 9)
    plan = await plan_request(archive, conversation, Asking("m", 20 * COST))
    assert ["Buy milk" in body for body in plan.bodies] == [True, *[False] * (len(plan.bodies) - 2), True]
    assert plan.ledger.estimated_tokens > 2 * 60 + (len(plan.bodies) - 2) * COST
    assert [each.depth for each in plan.ledger.files] == [7, 300]


async def test_what_was_learned_of_the_model_weighs(archive: Archive, ids: IdSource) -> None:
    conversation = await conversation_of(archive, ids, 3)
    usual = Estimator()
    dear = Estimator(tuple(2 * rate for rate in usual.rates), 0.05, 9)
    await archive.write(kept_values.write_value, "token rates of dear", json.dumps(dear.to_mapping()))
    plans = [await plan_request(archive, conversation, Asking(model, 1000)) for model in ("m", "dear")]
    assert plans[1].ledger.estimated_tokens > 1.9 * plans[0].ledger.estimated_tokens
    assert plans[1].ledger.uncertainty < plans[0].ledger.uncertainty


async def test_what_was_read_before_is_taken_up_where_the_path_goes_on_from_it(
    archive: Archive, ids: IdSource
) -> None:
    conversation = await conversation_of(archive, ids, 300)
    for budget in (10 * COST, 200 * COST, 10_000):
        asking = Asking("m", budget)
        known = await read_past(archive, conversation, asking, Measure())
        await archive.write(turns.add_question, conversation, ItemId(ids.next()), QUESTION, 1)
        afresh = await read_past(archive, conversation, asking, Measure())
        grown = await read_past(archive, conversation, asking, Measure(), known)
        assert grown.items[-len(afresh.items) :] == afresh.items
        assert grown.reaches <= afresh.reaches
        assert len(grown.items) == grown.path.length - grown.reaches + 1
        wider = await read_past(archive, conversation, Asking("m", 2 * budget), Measure(), known)
        assert len(wider.items) >= min(len(known.items) + 1, wider.path.length)


async def test_a_very_long_plan_is_made_beside_the_loop(archive: Archive, ids: IdSource) -> None:
    conversation = await conversation_of(archive, ids, 2_001)
    assert len((await plan_request(archive, conversation, Asking("m", 100_000))).bodies) == 2_001


async def test_an_empty_conversation_has_nothing_to_answer(archive: Archive, ids: IdSource) -> None:
    conversation = await conversation_of(archive, ids, 1)
    with pytest.raises(BugError):
        await plan_request(archive, ConversationId("none"), Asking("m", 100))
    assert (await plan_request(archive, conversation, Asking("m", 100))).bodies == (BODY,)
