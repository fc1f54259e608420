import asyncio

import pytest

from app.domain.errors import UndoOutdated
from app.domain.events import ConversationRemoved, Event, UndoForgotten, ViewChanged
from app.domain.ids import ConversationId
from tests.fixtures.core import Chat


async def test_what_is_deleted_for_ever_is_in_no_list(chat: Chat, asked: ConversationId) -> None:
    await chat.controller.removing.delete_for_ever(asked)
    assert (await chat.told.until(ConversationRemoved)).conversation_id == asked
    assert (await chat.controller.conversations(), await chat.controller.trashed()) == ([], [])


async def test_what_has_gone_already_can_be_deleted_for_ever_all_the_same(
    chat: Chat, asked: ConversationId
) -> None:
    for _ in range(2):
        await chat.controller.removing.delete_for_ever(asked)
    await chat.told.until(ConversationRemoved)
    assert len(chat.told.of(ConversationRemoved)) == 1


async def test_the_trash_is_emptied_and_nothing_else(chat: Chat, asked: ConversationId) -> None:
    other = await chat.controller.branch(asked)
    await chat.controller.trash(asked)
    assert [(each.id, each.items) for each in await chat.controller.removing.sharing(asked)] == [(other, 2)]
    assert await chat.controller.removing.empty_trash() == 1
    assert await chat.controller.trashed() == []
    assert [each.id for each in await chat.controller.conversations()] == [other]
    assert len((await chat.controller.history(other)).items) == 2


async def test_what_is_restored_while_the_trash_is_emptied_stays(chat: Chat, asked: ConversationId) -> None:
    other = await chat.controller.branch(asked)
    for each in (asked, other):
        await chat.controller.trash(each)
    restored: list[asyncio.Task[None]] = []

    def restore_the_other(event: Event) -> None:
        if isinstance(event, ConversationRemoved):
            restored.append(asyncio.create_task(chat.controller.restore(left[event.conversation_id])))

    left = {asked: other, other: asked}
    chat.controller.events.subscribe(restore_the_other)
    assert await chat.controller.removing.empty_trash() == 1
    await asyncio.gather(*restored)
    [gone] = chat.told.of(ConversationRemoved)
    assert [each.id for each in await chat.controller.conversations()] == [left[gone.conversation_id]]
    assert await chat.controller.removing.empty_trash() == 0


async def test_an_act_is_taken_back_and_told(chat: Chat, asked: ConversationId) -> None:
    item = (await chat.controller.history(asked)).items[0]
    undo = await chat.controller.marks.delete(asked, item.id)
    await chat.controller.removing.undo(undo.id)
    assert (await chat.told.until(ViewChanged, 2)).conversation_id == asked
    assert (await chat.controller.history(asked)).items[0] == item
    with pytest.raises(UndoOutdated):
        await chat.controller.removing.undo(undo.id)


async def test_an_undone_detaching_removes_the_conversation(chat: Chat, asked: ConversationId) -> None:
    item = (await chat.controller.history(asked)).items[0]
    made = await chat.controller.branches.fork_at(asked, item.id)
    undo = await chat.controller.branches.detach(asked, made)
    await chat.controller.removing.undo(undo.id)
    await chat.told.until(ConversationRemoved)
    assert [each.id for each in await chat.controller.conversations()] == [asked]


async def test_an_undo_is_held_until_it_is_let_go_of(chat: Chat, asked: ConversationId) -> None:
    item = (await chat.controller.history(asked)).items[0]
    undo = await chat.controller.marks.delete(asked, item.id)
    assert chat.controller.removing.offered == frozenset()
    chat.controller.removing.hold([undo])
    assert chat.controller.removing.offered == {undo.id}
    chat.controller.removing.let_go([undo])
    assert chat.controller.removing.offered == frozenset()
    await chat.told.until(UndoForgotten)
