import asyncio
from time import perf_counter

import pytest

from app.chat.titles import Titles
from app.domain.conversation import Conversation, TitleSource
from app.domain.ids import BranchId, ConversationId, ItemId
from app.domain.question import Question
from app.domain.title_match import sought
from app.store import conversations, turns
from app.store.driver import Connection
from tests.fixtures.core import Chat
from tests.fixtures.pace import is_within

MANY = 20_000
WORDS = ("celadon", "glaze", "kiln", "trip", "Kraków", "tax", "boat", "loop", "thermostat", "sourdough")


def conversation(title: str, changed_at: int = 0) -> Conversation:
    return Conversation(
        ConversationId(title), BranchId(title), title, TitleSource.PERSON, changed_at, changed_at
    )


def keep(connection: Connection, *kept: Conversation) -> None:
    for each in kept:
        conversations.add_conversation(connection, each)


@pytest.fixture
async def titles(chat: Chat) -> Titles:
    known = ("Unglazed ware", "A glaze", "Glaze fire", "Trip", "Glaze again")
    await chat.archive.write(keep, *(conversation(title, 10 - age) for age, title in enumerate(known)))
    return chat.controller.titles


async def found(titles: Titles, text: str, most: int = 10, *, loosely: bool = False) -> list[str]:
    return [each.title for each in (await titles.find(text, most, loosely=loosely)).best]


async def test_the_best_come_first_and_of_those_the_newest(titles: Titles) -> None:
    assert await found(titles, "glaze") == ["Glaze fire", "Glaze again", "A glaze", "Unglazed ware"]


async def test_the_count_is_of_all(titles: Titles) -> None:
    answer = await titles.find("glaze", 2)
    assert ([each.title for each in answer.best], answer.count) == (["Glaze fire", "Glaze again"], 4)
    assert "Glaze" not in repr(answer)


async def test_loosely_comes_what_holds_the_letters(titles: Titles) -> None:
    assert await found(titles, "gzf") == []
    assert await found(titles, "gzf", loosely=True) == ["Glaze fire"]
    assert await found(titles, "gla", loosely=True) == await found(titles, "gla")
    assert await found(titles, "gz", loosely=True) == []


async def test_nothing_typed_finds_the_newest(titles: Titles) -> None:
    assert await found(titles, " ", 2) == ["Unglazed ware", "A glaze"]


async def test_what_changes_is_found_as_it_is_now(titles: Titles, chat: Chat) -> None:
    await titles.prepare()
    controller, trip = chat.controller, ConversationId("Trip")
    await controller.rename(trip, "Glaze trip")
    await controller.rename(ConversationId("A glaze"), "Another")
    await controller.trash(ConversationId("Glaze fire"))
    await controller.branch(ConversationId("Glaze again"))
    await asyncio.sleep(0)
    assert await found(titles, "glaze") == ["Glaze again", "Glaze trip", "Glaze again", "Unglazed ware"]
    await controller.restore(ConversationId("Glaze fire"))
    await asyncio.sleep(0)
    assert "Glaze fire" in await found(titles, "glaze")
    assert await found(titles, "glztrp", loosely=True) == ["Glaze trip"]


async def test_where_something_was_said_is_the_newest(titles: Titles, chat: Chat) -> None:
    await titles.prepare()
    again = ConversationId("Glaze again")
    await chat.archive.write(turns.add_question, again, ItemId("i"), Question("?"), 50)
    titles._changed.add(again)
    assert (await found(titles, "glaze"))[0] == "Glaze again"
    assert (await titles.newest(1))[0].id == again


async def test_what_is_temporary_is_found_too(titles: Titles, chat: Chat) -> None:
    passing = await chat.controller.temporary.begin()
    kept = chat.controller._keeping
    await kept.of(passing).archive.write(keep, conversation("Glaze of today", 60))
    (first, *_) = (await titles.find("glaze", 5)).best
    assert (first.title, first.is_temporary) == ("Glaze of today", True)


async def test_after_many_changes_all_titles_are_read_anew(titles: Titles, chat: Chat) -> None:
    before = await titles.prepare()
    new = [conversation(f"Kiln {n}", n) for n in range(201)]
    await chat.archive.write(keep, *new)
    titles._changed |= {each.id for each in new}
    assert (await titles.find("kiln", 1)).count == 201
    assert await titles.prepare() is not before
    assert titles._changed == set()


async def test_who_gives_up_does_not_end_the_reading(titles: Titles) -> None:
    given_up = asyncio.create_task(titles.find("glaze", 1))
    await asyncio.sleep(0)
    reading = titles._reading
    assert reading is not None
    given_up.cancel()
    await asyncio.wait({given_up})
    assert len((await reading).titles) == 5


async def test_a_close_ends_the_reading(titles: Titles) -> None:
    given_up = asyncio.create_task(titles.prepare())
    await asyncio.sleep(0)
    await titles.close()
    assert given_up.done()
    assert given_up.cancelled()


def keep_many(connection: Connection) -> None:
    """Rows as they lie there, without what else goes with a conversation."""
    for n in range(MANY):
        title = f"{WORDS[n % 10]} {WORDS[n // 10 % 10]} {WORDS[n // 100 % 10]} number {n}"
        keep(connection, conversation(title, n))


@pytest.mark.parametrize("text", ["e", "glaze kiln", "glzkln", "krakow 99", "qqqq"])
async def test_thousands_of_titles_let_others_go_on(chat: Chat, text: str) -> None:
    await chat.archive.write(keep_many)
    titles = chat.controller.titles
    await titles.prepare()
    asked = asyncio.create_task(titles.find(text, 50, loosely=True))
    longest, turn = 0.0, perf_counter()
    while not asked.done():
        await asyncio.sleep(0)
        longest, turn = max(longest, perf_counter() - turn), perf_counter()
    assert is_within(longest, 0.05)  # generous: the machine is shared; it is a few ms when it is quiet
    assert all(not sought(text).is_empty and each.title for each in asked.result().best)
