import pytest

from app.domain.errors import EmptyName, NameTaken
from app.domain.events import (
    ConversationRestored,
    ConversationsMarked,
    ConversationTrashed,
    FoldersChanged,
    ReplyEnded,
)
from app.domain.ids import ConversationId
from app.domain.listing import ARCHIVED, EVERYDAY, TRASH, ListedConversation, Place, PlaceKind
from app.domain.undo import Undo
from app.store import conversations
from tests.fakes.scripted_server import ScriptedServer
from tests.fixtures.core import Chat
from tests.unit.store.writing import begin

A, B = ConversationId("a"), ConversationId("b")
BOTH = [A, B]


@pytest.fixture(autouse=True)
async def _two(chat: Chat) -> None:
    await begin(chat.archive, A, now=5)
    await begin(chat.archive, B, now=6)


async def seen(chat: Chat, place: Place = EVERYDAY) -> list[str]:
    opened = await chat.controller.listing.open(place)
    return await chat.controller.listing.ids([*opened.pinned.numbers, *opened.others.numbers])


async def row(chat: Chat, conversation: ConversationId) -> ListedConversation:
    (found,) = await chat.controller.listing.rows_of([conversation])
    return found


async def take_back(chat: Chat, undos: list[Undo]) -> None:
    for undo in reversed(undos):
        await chat.controller.removing.undo(undo.id)


async def test_pins_are_set_told_and_taken_back(chat: Chat) -> None:
    undos = await chat.controller.arranging.pin([A], pinned=True)
    assert await chat.told.until(ConversationsMarked) == ConversationsMarked((A,))
    assert await seen(chat) == [A, B]
    await take_back(chat, undos)
    assert await seen(chat) == [B, A]
    assert await chat.told.until(ConversationsMarked, 2) == ConversationsMarked((A,))


async def test_what_is_archived_is_out_of_the_list_until_that_is_taken_back(chat: Chat) -> None:
    undos = await chat.controller.arranging.archive(BOTH, archived=True)
    assert (await seen(chat), await seen(chat, ARCHIVED)) == ([], [B, A])
    await chat.controller.arranging.archive([A], archived=False)
    assert (await seen(chat), await seen(chat, ARCHIVED)) == ([A], [B])
    assert len(undos) == 1


async def test_conversations_lie_in_a_folder_until_it_is_removed(chat: Chat) -> None:
    arranging = chat.controller.arranging
    folder = await arranging.add_folder(" Kiln  work ")
    assert folder.name == "Kiln work"
    await arranging.move(BOTH, folder.id)
    assert (await seen(chat), await seen(chat, Place(PlaceKind.FOLDER, folder.id))) == ([], [B, A])
    await arranging.rename_folder(folder.id, "Kiln")
    undo = await arranging.remove_folder(folder.id)
    assert await chat.told.until(ConversationsMarked, 2) == ConversationsMarked((B, A))
    assert (await seen(chat), await chat.controller.listing.folders()) == ([B, A], [])
    await take_back(chat, [undo])
    assert [each.conversations for each in await chat.controller.listing.folders()] == [2]
    assert len(chat.told.of(FoldersChanged)) >= 4


async def test_a_folders_name_is_asked_for_and_is_its_own(chat: Chat) -> None:
    await chat.controller.arranging.add_folder("Kiln")
    with pytest.raises(NameTaken):
        await chat.controller.arranging.add_folder("kiln")
    with pytest.raises(EmptyName):
        await chat.controller.arranging.add_folder(" ")


async def test_tags_and_unread_marks_are_put_on_many(chat: Chat) -> None:
    arranging = chat.controller.arranging
    assert await arranging.add_tag([A], "Tea") == [A]
    assert await arranging.add_tag(BOTH, "tea") == [B]
    await arranging.mark_unread(BOTH, unread=True)
    assert [(each.tags, each.is_unread) for each in (await row(chat, A), await row(chat, B))] == [
        (("Tea",), True)
    ] * 2
    assert await arranging.take_tag([A], "tea") == [A]
    assert await arranging.take_tag([A], "tea") == []
    await arranging.mark_unread(BOTH, unread=False)
    assert ((await row(chat, A)).tags, (await row(chat, B)).is_unread) == ((), False)
    told = len(chat.told.of(ConversationsMarked))
    await arranging.mark_unread(BOTH, unread=False)
    assert len(chat.told.of(ConversationsMarked)) == told


async def test_many_go_to_the_trash_and_come_back_each_told_once(chat: Chat) -> None:
    await chat.controller.arranging.trash([A])
    await chat.controller.arranging.trash(BOTH)
    assert (await seen(chat), await seen(chat, TRASH)) == ([], [B, A])
    await chat.controller.arranging.restore(BOTH)
    assert (await seen(chat), await seen(chat, TRASH)) == ([B, A], [])
    await chat.told.until(ConversationRestored, 2)
    assert [each.conversation_id for each in chat.told.of(ConversationTrashed)] == [A, B]


async def test_what_has_gone_for_ever_keeps_no_other_in_the_trash_or_out_of_it(chat: Chat) -> None:
    gone = ConversationId("gone")
    await chat.controller.arranging.trash([gone, A])
    assert await seen(chat, TRASH) == [A]
    await chat.controller.arranging.restore([gone, A])
    assert await seen(chat, TRASH) == []


async def test_more_than_a_portion_is_done_all_the_same(chat: Chat) -> None:
    many = [ConversationId(f"{number}") for number in range(201)]
    for each in many:
        await begin(chat.archive, each)
    undos = await chat.controller.arranging.archive(many, archived=True)
    assert (len(undos), len(await seen(chat)), len(await seen(chat, ARCHIVED))) == (2, 2, 200)
    whole = await chat.controller.listing.whole(ARCHIVED)
    assert len(whole.others.numbers) == 201
    await take_back(chat, undos)
    assert await seen(chat, ARCHIVED) == []


async def test_what_is_temporary_is_left_as_it_is(chat: Chat, server: ScriptedServer) -> None:
    chat.ask(server)
    temporary = chat.controller.send(await chat.controller.temporary.begin(), "Why?")
    await chat.told.until(ReplyEnded)
    await chat.controller.arranging.pin([temporary, A], pinned=True)
    await chat.controller.arranging.trash([temporary])
    assert [(await row(chat, each)).is_pinned for each in (temporary, A)] == [False, True]
    assert not await chat.archive.read(conversations.exists, temporary)
