import asyncio
from collections.abc import AsyncIterator
from datetime import UTC

import pytest

from app.chat.searching import Searching
from app.domain.conversation import Conversation, TitleSource
from app.domain.ids import BranchId, ConversationId, FolderId, ItemId
from app.domain.question import Question
from app.domain.search import ItemHit, Order, SearchNames, SearchPage
from app.store import folders, history, tags, turns
from app.store.archive import Archive
from app.store.driver import Connection

ONE = ConversationId("one")
NOW = 1_795_000_000_000_000


def take_for_ever(connection: Connection) -> None:
    connection.execute(
        "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    ).fetchone()


def add_names(connection: Connection) -> None:
    tags.add_tag(connection, [ONE], "Clay", 9)
    folders.add_folder(connection, FolderId("f"), "Work", NOW)


@pytest.fixture
async def searching(archive: Archive) -> Searching:
    """A search over fifty questions of one conversation."""
    created = Conversation(ONE, BranchId("branch"), "Title", TitleSource.QUESTION, NOW, NOW)
    await archive.write(turns.begin_conversation, created, ItemId("0"), Question("word 0"))
    for number in range(1, 50):
        text = Question(f"word {number}")
        await archive.write(turns.add_question, ONE, ItemId(str(number)), text, NOW + number)
    return Searching(archive, lambda: NOW, UTC)


def names(page: SearchPage) -> list[str]:
    return [str(hit.item_id) for hit in page.hits if isinstance(hit, ItemHit)]


async def all_names(pages: AsyncIterator[SearchPage]) -> list[str]:
    return [name async for page in pages for name in names(page)]


async def test_a_search_comes_in_pages(searching: Searching) -> None:
    pages = [page async for page in searching.search("word ")]
    assert [len(page.hits) for page in pages] == [20, 20, 10]
    assert [name for page in pages for name in names(page)] == [str(n) for n in reversed(range(50))]


async def test_the_best_can_be_asked_for(searching: Searching) -> None:
    assert len(await all_names(searching.search("word ", Order.BEST))) == 50


async def test_days_are_understood(searching: Searching) -> None:
    assert len(await all_names(searching.search("after:today"))) == 50
    assert await all_names(searching.search("before:yesterday")) == []


async def test_pages_without_a_hit_are_not_shown(searching: Searching) -> None:
    assert [page async for page in searching.search("nothing")] == []
    assert [page async for page in searching.search("")] == []


async def test_a_new_search_ends_the_one_before(searching: Searching) -> None:
    old = searching.search("word ")
    assert len(names(await anext(old))) == 20
    new = searching.search("49 ")
    assert await all_names(old) == []
    assert await all_names(new) == ["49"]


async def test_a_new_search_ends_one_that_is_still_at_work(archive: Archive, searching: Searching) -> None:
    before = asyncio.create_task(archive.study(take_for_ever))
    old = asyncio.create_task(all_names(searching.search("word ")))
    await archive.read(history.page, ONE, None, 1)  # by then the search has begun to wait
    new = asyncio.create_task(all_names(searching.search("49 ")))
    assert await old == []
    before.cancel()
    assert await new == ["49"]


async def test_who_gives_up_waiting_ends_the_work(archive: Archive, searching: Searching) -> None:
    before = asyncio.create_task(archive.study(take_for_ever))
    given_up = asyncio.create_task(all_names(searching.search("word ")))
    await archive.read(history.page, ONE, None, 1)  # by then the search has begun to wait
    given_up.cancel()
    with pytest.raises(asyncio.CancelledError):
        await given_up
    before.cancel()
    assert await all_names(searching.search("7 ")) == ["7"]


async def test_a_stopped_search_just_ends(searching: Searching) -> None:
    pages = searching.search("word ")
    await anext(pages)
    searching.stop()
    searching.stop()
    assert await all_names(pages) == []


async def test_a_page_for_the_screen_does_not_wait_behind_a_search(
    archive: Archive, searching: Searching
) -> None:
    before = asyncio.create_task(archive.study(take_for_ever))
    search = asyncio.create_task(all_names(searching.search("word ")))
    page = await archive.read(history.page, ONE, None, 50)
    assert len(page.items) == 50
    assert not search.done()
    before.cancel()
    assert len(await search) == 50


async def test_the_names_of_tags_and_folders_are_known(archive: Archive, searching: Searching) -> None:
    assert await searching.names() == SearchNames()
    await archive.write(add_names)
    assert await searching.names() == SearchNames(("Clay",), ("Work",))
    assert "Clay" not in repr(await searching.names())
