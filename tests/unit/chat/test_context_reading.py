import pytest

from app.chat.context_reading import plan_request
from app.domain.asking import Asking
from app.domain.conversation import Conversation, TitleSource
from app.domain.errors import BugError
from app.domain.ids import BranchId, ConversationId, IdSource, ItemId, RequestId
from app.domain.item import question_body, reply_body
from app.domain.ledger import Ledger
from app.store import turns
from app.store.archive import Archive
from app.store.turns import ReplyPlace


async def conversation_of(archive: Archive, ids: IdSource, questions: int) -> ConversationId:
    """Store a conversation of questions that cost fourteen tokens each."""
    created = Conversation(ConversationId(ids.next()), BranchId(ids.next()), "T", TitleSource.QUESTION, 1, 1)
    body = question_body("x" * 40)
    await archive.write(turns.begin_conversation, created, ItemId(ids.next()), body)
    for _ in range(questions - 1):
        await archive.write(turns.add_question, created.id, ItemId(ids.next()), body, 1)
    return created.id


async def test_a_short_history_is_sent_whole(archive: Archive, ids: IdSource) -> None:
    conversation = await conversation_of(archive, ids, 3)
    plan = await plan_request(archive, conversation, Asking("m", 1000))
    assert [(part.first, part.last) for part in plan.ledger.sent] == [(1, 3)]
    assert plan.bodies == (question_body("x" * 40),) * 3
    assert plan.ledger.left_out == ()


async def test_of_a_long_history_only_the_newest_part_is_sent(archive: Archive, ids: IdSource) -> None:
    conversation = await conversation_of(archive, ids, 120)
    plan = await plan_request(archive, conversation, Asking("m", 140))
    assert [(part.first, part.last) for part in plan.ledger.sent] == [(115, 120)]
    assert len(plan.bodies) == 6
    assert [(part.items.first, part.items.last) for part in plan.ledger.left_out] == [(1, 114)]


async def test_the_cut_of_the_last_request_stays_until_the_budget_is_passed(
    archive: Archive, ids: IdSource
) -> None:
    conversation = await conversation_of(archive, ids, 20)
    ledger = Ledger("m", 18, (), (), 0, 100)
    place = ReplyPlace(ItemId(ids.next()), RequestId(ids.next()), "m", ledger)
    await archive.write(turns.begin_reply, conversation, place, reply_body("", whole=False), 1)
    await archive.write(turns.add_question, conversation, ItemId(ids.next()), question_body("x" * 40), 1)

    assert (await plan_request(archive, conversation, Asking("m", 100))).ledger.cut == 18
    assert (await plan_request(archive, conversation, Asking("m", 1000))).ledger.cut == 1


async def test_an_empty_conversation_has_nothing_to_answer(archive: Archive) -> None:
    with pytest.raises(BugError):
        await plan_request(archive, ConversationId("none"), Asking("m", 100))
