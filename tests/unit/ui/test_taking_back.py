"""Taking acts back that the core keeps for as long as the window offers it, on a real core."""

import pytest

from app.domain.errors import UndoOutdated
from app.domain.ids import ConversationId
from app.domain.undo import Undo
from app.ui.errands import Errands
from app.ui.taking_back import TakingBack
from tests.fixtures.core import Chat


async def deletions(chat: Chat, conversation: ConversationId) -> list[Undo]:
    items = (await chat.controller.history(conversation)).items
    return [await chat.controller.marks.delete(conversation, item.id) for item in items]


async def length(chat: Chat, conversation: ConversationId) -> int:
    return len((await chat.controller.history(conversation)).items)


async def test_what_is_offered_is_held_until_it_is_let_go_of(chat: Chat, asked: ConversationId) -> None:
    undos = await deletions(chat, asked)
    taking = TakingBack(chat.controller.removing, undos, Errands(print).send)
    assert chat.controller.removing.offered == {undo.id for undo in undos}
    taking.let_go()
    assert chat.controller.removing.offered == frozenset()


async def test_all_of_it_is_taken_back_and_nothing_held_any_more(chat: Chat, asked: ConversationId) -> None:
    taking = TakingBack(chat.controller.removing, await deletions(chat, asked), Errands(print).send)
    await taking.play()
    assert await length(chat, asked) == 2
    assert chat.controller.removing.offered == frozenset()


async def test_what_cannot_be_taken_back_is_held_if_it_is_offered_on(
    chat: Chat, asked: ConversationId
) -> None:
    [undo, _] = await deletions(chat, asked)
    await chat.controller.removing.undo(undo.id)
    taking = TakingBack(chat.controller.removing, [undo], Errands(print).send)
    with pytest.raises(UndoOutdated):
        await taking.attempt()
    assert chat.controller.removing.offered == {undo.id}
    with pytest.raises(UndoOutdated):
        await taking.play()
    assert chat.controller.removing.offered == frozenset()
