from app.domain.events import ReplyEnded
from app.domain.ids import ConversationId, FolderId
from app.domain.library import Folder, Tag
from app.domain.listing import ARCHIVED, EVERYDAY
from app.store import folders, tags
from tests.fakes.scripted_server import ScriptedServer
from tests.fixtures.core import Chat
from tests.unit.store.writing import begin

A, B = ConversationId("a"), ConversationId("b")


async def test_a_place_is_opened_with_its_first_rows(chat: Chat) -> None:
    await begin(chat.archive, A, "Trip to Kraków", now=5)
    await begin(chat.archive, B, "Sourdough", now=6)
    listing = chat.controller.listing
    opened = await listing.open(EVERYDAY)
    assert ([*opened.others.numbers], [row.conversation.title for row in opened.first]) == (
        [2, 1],
        ["Sourdough", "Trip to Kraków"],
    )
    whole = await listing.whole(EVERYDAY)
    assert ([*whole.others.numbers], await listing.ids(whole.others.numbers)) == ([2, 1], [B, A])
    assert await listing.rows([1]) == [opened.first[1]]
    assert await listing.rows_of([B, ConversationId("none")]) == [opened.first[0]]
    assert await listing.beginning_with("trip t") == {1}
    assert (await listing.open(ARCHIVED)).first == ()


async def test_folders_and_tags_are_told_by_name(chat: Chat) -> None:
    await begin(chat.archive, A)
    await chat.archive.write(folders.add_folder, FolderId("f"), "Kiln", 1)
    await chat.archive.write(tags.set_tags, A, ["Tea"], 9)
    assert await chat.controller.listing.folders() == [Folder(FolderId("f"), "Kiln")]
    assert await chat.controller.listing.tags() == [Tag("Tea", 1)]


async def test_what_is_temporary_stands_among_the_others(chat: Chat, server: ScriptedServer) -> None:
    await begin(chat.archive, A, "Old", now=5)
    chat.ask(server)
    temporary = chat.controller.send(await chat.controller.temporary.begin(), "A quiet boat")
    await chat.told.until(ReplyEnded)
    listing = chat.controller.listing
    for opened in (await listing.open(EVERYDAY), await listing.whole(EVERYDAY)):
        assert [*opened.others.numbers] == [-1, 1]
    (row,) = await listing.rows_of([temporary])
    assert (row.number, row.conversation.title, row.conversation.is_temporary) == (-1, "A quiet boat", True)
    assert await listing.rows([-1]) == [row]
    assert [each.number for each in await listing.rows([1, -1])] == [1, -1]
    assert await listing.ids([-1, 1]) == [A]
    assert (await listing.open(ARCHIVED)).first == ()
