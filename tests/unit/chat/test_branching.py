import pytest

from app.domain.branch import Pruning, Range
from app.domain.conversation import Versions
from app.domain.errors import NameTaken, OnlyBranch, ReplyUnderWay
from app.domain.events import BranchesChanged, ConversationCreated, MessageStored, ReplyEnded, ViewChanged
from app.domain.ids import ConversationId
from app.domain.item import Item
from tests.fakes.scripted_server import ScriptedServer
from tests.fixtures.core import Chat


async def shown(chat: Chat, conversation: ConversationId) -> list[Item]:
    return list((await chat.controller.history(conversation)).items)


async def test_an_answer_can_be_tried_again_and_both_are_versions(chat: Chat, asked: ConversationId) -> None:
    _, answer = await shown(chat, asked)
    await chat.controller.branches.fork_before(asked, answer.id)
    await chat.told.until(ViewChanged)
    assert [item.text for item in await shown(chat, asked)] == ["Why?"]
    chat.controller.send(asked, "And then?")
    await chat.told.until(ReplyEnded, 2)
    new = (await shown(chat, asked))[1]
    assert await chat.controller.branches.versions(asked, 1, 9) == {2: (answer.id, new.id)}
    await chat.controller.branches.show_version(asked, answer.id)
    assert (await shown(chat, asked))[1] == answer


async def test_branches_are_named_listed_and_deleted(chat: Chat, asked: ConversationId) -> None:
    question, _ = await shown(chat, asked)
    made = await chat.controller.branches.fork_at(asked, question.id)
    [main, other] = await chat.controller.branches.all(asked)
    await chat.controller.branches.name(asked, main.id, " one   word ")
    with pytest.raises(NameTaken):
        await chat.controller.branches.name(asked, made, "one word")
    await chat.controller.branches.make_main(asked, made)
    assert [(each.name, each.is_main) for each in await chat.controller.branches.all(asked)] == [
        ("one word", False),
        (None, True),
    ]
    undo = await chat.controller.branches.delete(asked, other.id)
    with pytest.raises(OnlyBranch):
        await chat.controller.branches.delete(asked, main.id)
    await chat.controller.removing.undo(undo.id)
    assert len(await chat.controller.branches.all(asked)) == 2


async def test_a_branch_may_be_named_with_any_letters(chat: Chat, asked: ConversationId) -> None:
    [main] = await chat.controller.branches.all(asked)
    await chat.controller.branches.name(asked, main.id, "half \ud83d of a \0")
    assert [each.name for each in await chat.controller.branches.all(asked)] == ["half \ufffd of a \u2400"]


async def test_pruning_is_told_done_and_undone(chat: Chat, asked: ConversationId) -> None:
    question, _ = await shown(chat, asked)
    await chat.controller.branches.fork_at(asked, question.id)
    assert await chat.controller.branches.pruning(asked) == Pruning(1, 1)
    undo = await chat.controller.branches.prune(asked)
    assert len(await chat.controller.branches.all(asked)) == 1
    await chat.controller.removing.undo(undo.id)
    assert len(await chat.controller.branches.all(asked)) == 2


async def test_a_detached_branch_is_a_new_conversation(chat: Chat, asked: ConversationId) -> None:
    question, answer = await shown(chat, asked)
    made = await chat.controller.branches.fork_at(asked, question.id)
    await chat.controller.branches.detach(asked, made)
    created = await chat.told.until(ConversationCreated, 2)
    assert [item.id for item in await shown(chat, created.conversation.id)] == [question.id]
    assert [item.id for item in await shown(chat, asked)] == [question.id, answer.id]
    assert {event.conversation_id for event in chat.told.of(BranchesChanged)} == {asked}


async def test_pages_reach_any_item_of_any_branch(chat: Chat, asked: ConversationId) -> None:
    question, answer = await shown(chat, asked)
    main = (await chat.controller.branches.all(asked))[0].id
    await chat.controller.branches.fork_at(asked, question.id)
    found = await chat.controller.branches.page_around(asked, answer.id)
    assert (found.branch, [item.id for item in found.page.items]) == (main, [question.id, answer.id])
    page = await chat.controller.branches.page_after(asked, 0)
    assert ([item.id for item in page.items], page.has_later) == ([question.id], False)


async def test_while_a_reply_grows_its_branch_stays(chat: Chat, asked: ConversationId) -> None:
    question, answer = await shown(chat, asked)
    main = (await chat.controller.branches.all(asked))[0].id
    chat.controller.send(asked, "More?")
    await chat.told.until(MessageStored, 2)
    acts = (
        lambda: chat.controller.branches.show(asked, main),
        lambda: chat.controller.branches.fork_at(asked, question.id),
        lambda: chat.controller.branches.show_version(asked, answer.id),
        lambda: chat.controller.branches.prune(asked),
        lambda: chat.controller.marks.delete(asked, answer.id),
    )
    for act in acts:
        with pytest.raises(ReplyUnderWay):
            await act()
    await chat.told.until(ReplyEnded, 2)


async def test_the_versions_of_what_stands_at_a_depth_are_told(chat: Chat, server: ScriptedServer) -> None:
    chat.ask(server)
    conversation = chat.controller.send(None, "One")
    await chat.told.until(ReplyEnded)
    first = (await chat.controller.history(conversation)).items[1]
    assert await chat.controller.branches.versions_at(conversation, 2) == {}
    chat.controller.replies.regenerate(conversation, first.id)
    second = (await chat.told.until(ReplyEnded, 2)).item
    told = await chat.controller.branches.versions_at(conversation, 2)
    assert told == {second.id: Versions((first.id, second.id), 1)}


async def test_the_map_is_drawn_and_tells_how_its_stretches_begin(chat: Chat, asked: ConversationId) -> None:
    question, answer = await shown(chat, asked)
    await chat.controller.branches.fork_at(asked, question.id)
    drawn = await chat.controller.branches.map(asked)
    assert [(row.first, row.last, row.is_shown, row.is_main) for row in drawn.rows] == [
        (1, 1, True, True),
        (2, 2, False, True),
    ]
    found = await chat.controller.branches.openings(asked, (Range(answer.run, 2, 2),))
    assert found == {(answer.run, 2): answer}
