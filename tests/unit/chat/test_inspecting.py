import pytest

from app.domain.attachment import PreparedFile, Seal
from app.domain.branch import Range
from app.domain.errors import ProviderMissing
from app.domain.ids import AttachmentId, ConversationId
from app.domain.item import Role
from app.domain.ledger import Reason
from tests.fixtures.core import Chat


async def test_the_next_request_is_told_with_what_each_item_costs(chat: Chat, asked: ConversationId) -> None:
    coming = await chat.controller.inspecting.next(asked)
    question, answer = coming.context.items
    assert (question.role, question.text, answer.role) == (Role.PERSON, "Why?", Role.MODEL)
    assert 0 < question.tokens <= answer.tokens < coming.context.ledger.estimated_tokens
    assert coming.draft_tokens == 0


async def test_a_draft_counts_as_it_is_written(chat: Chat, asked: ConversationId) -> None:
    before = (await chat.controller.inspecting.next(asked)).context.ledger
    coming = await chat.controller.inspecting.next(asked, "And then? " * 40)
    assert coming.draft_tokens > 80
    grown = coming.context.ledger.estimated_tokens - before.estimated_tokens
    assert abs(grown - coming.draft_tokens) < 10


async def test_the_files_of_a_draft_count_on_their_own(chat: Chat, asked: ConversationId) -> None:
    file = PreparedFile(AttachmentId("f"), 1, Seal(b"", 0), "notes.txt", "text/plain", "word " * 1000)
    before = await chat.controller.inspecting.next(asked, "And then?")
    coming = await chat.controller.inspecting.next(asked, "And then?", (file,))
    assert before.files_tokens == 0
    assert coming.files_tokens > 900
    assert coming.draft_tokens == before.draft_tokens
    grown = coming.context.ledger.estimated_tokens - before.context.ledger.estimated_tokens
    assert abs(grown - coming.files_tokens) < 10


async def test_what_a_reply_was_given_is_told_of_later(chat: Chat, asked: ConversationId) -> None:
    question, answer = (await chat.controller.history(asked)).items
    [given] = await chat.controller.inspecting.given_to(asked, answer.id)
    assert [item.id for item in given.items] == [question.id]
    assert given.items[0].tokens > 0
    assert await chat.controller.inspecting.given_to(asked, question.id) == ()


async def test_what_is_left_out_is_told_with_what_it_would_cost(chat: Chat, asked: ConversationId) -> None:
    inspecting, question = chat.controller.inspecting, (await chat.controller.history(asked)).items[0]
    await chat.controller.marks.exclude(asked, question.id, excluded=True)
    ledger = (await inspecting.next(asked)).context.ledger
    assert [part.reason for part in ledger.left_out] == [Reason.EXCLUDED]
    [told] = await inspecting.left_out(asked, tuple(part.items for part in ledger.left_out), ledger.model)
    assert (told.id, told.position, told.text) == (question.id, 1, "Why?")
    assert told.tokens > 0
    await chat.controller.marks.delete(asked, question.id)
    assert await inspecting.left_out(asked, (Range(question.run, 1, 1),), ledger.model) == ()


async def test_what_is_pinned_is_known(chat: Chat, asked: ConversationId) -> None:
    question = (await chat.controller.history(asked)).items[0]
    assert await chat.controller.inspecting.pinned(asked) == frozenset()
    await chat.controller.marks.pin(asked, question.id, pinned=True)
    assert await chat.controller.inspecting.pinned(asked) == {question.id}


async def test_without_a_service_nothing_would_be_sent(chat: Chat, asked: ConversationId) -> None:
    chat.provider._settings = None
    with pytest.raises(ProviderMissing):
        await chat.controller.inspecting.next(asked)
