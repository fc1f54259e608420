from app.store import conversations, id_beginnings
from app.store.archive import Archive
from tests.unit.store.writing import begin


async def found(archive: Archive, beginning: str) -> list[str]:
    return await archive.read(id_beginnings.conversations_beginning, beginning)


async def test_two_of_those_that_begin_so_are_found_at_most(archive: Archive) -> None:
    for name in ("a1", "a2", "a3", "b1"):
        await begin(archive, name)
    assert await found(archive, "a") == ["a1", "a2"]
    assert await found(archive, "b") == ["b1"]
    assert await found(archive, "a%") == []


async def test_the_trash_is_looked_through_as_well(archive: Archive) -> None:
    await begin(archive, "a1")
    await archive.write(conversations.trash, "a1", 2)
    assert await found(archive, "a1") == ["a1"]


async def test_items_are_found_on_the_branches_of_their_conversation_alone(archive: Archive) -> None:
    for name in ("a1", "a2"):
        await begin(archive, name)
    found = id_beginnings.items_beginning
    assert await archive.study(found, "a1", "a") == ["a1 question"]
    assert await archive.study(found, "a1", "a2") == []
