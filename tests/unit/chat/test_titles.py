import asyncio
from time import perf_counter

import pytest

from app.chat.event_stream import EventStream
from app.chat.titles import Titles
from app.domain.conversation import Conversation, TitleSource
from app.domain.events import (
    ConversationCreated,
    ConversationRemoved,
    ConversationRenamed,
    ConversationRestored,
    ConversationTrashed,
    Event,
    MessageStored,
)
from app.domain.ids import BranchId, ConversationId, ItemId
from app.domain.item import Item, ItemState, Role, question_body

MANY = 100_000
WORDS = ("celadon", "glaze", "kiln", "trip", "Kraków", "tax", "boat", "loop", "thermostat", "sourdough")


def conversation(title: str, changed_at: int = 0) -> Conversation:
    return Conversation(
        ConversationId(title), BranchId(title), title, TitleSource.PERSON, changed_at, changed_at
    )


def message(moment: int) -> Item:
    return Item(ItemId("i"), 1, 1, Role.PERSON, ItemState.COMPLETE, question_body("?"), created_at=moment)


@pytest.fixture
def events() -> EventStream:
    return EventStream()


@pytest.fixture
def titles(events: EventStream) -> Titles:
    made = Titles(events)
    known = ("Unglazed ware", "A glaze", "Glaze fire", "Trip", "Glaze again")
    made.load([conversation(title, 10 - age) for age, title in enumerate(known)])
    return made


async def found(titles: Titles, text: str, most: int = 10, *, loosely: bool = False) -> list[str]:
    return [each.title for each in (await titles.find(text, most, loosely=loosely)).best]


async def happen(events: EventStream, *happened: Event) -> None:
    for event in happened:
        events.publish(event)
    await asyncio.sleep(0)


async def test_the_best_come_first_and_of_those_the_newest(titles: Titles) -> None:
    assert await found(titles, "glaze") == ["Glaze fire", "Glaze again", "A glaze", "Unglazed ware"]


async def test_the_count_is_of_all(titles: Titles) -> None:
    answer = await titles.find("glaze", 2)
    assert ([each.title for each in answer.best], answer.count) == (["Glaze fire", "Glaze again"], 4)


async def test_loosely_comes_what_holds_the_letters(titles: Titles) -> None:
    assert await found(titles, "gzf") == []
    assert await found(titles, "gzf", loosely=True) == ["Glaze fire"]
    assert await found(titles, "gla", loosely=True) == await found(titles, "gla")


async def test_nothing_typed_finds_the_newest(titles: Titles) -> None:
    assert await found(titles, " ", 2) == ["Unglazed ware", "A glaze"]


async def test_it_lives_on_events(titles: Titles, events: EventStream) -> None:
    await titles.find("glaze", 1)  # what was looked at before is known no worse
    await happen(
        events,
        ConversationCreated(conversation("Glaze new", 20)),
        ConversationRenamed(ConversationId("Trip"), "Glaze trip"),
        ConversationTrashed(ConversationId("Glaze fire")),
        ConversationRemoved(ConversationId("Unglazed ware")),
        MessageStored(ConversationId("Glaze again"), message(30)),
    )
    assert await found(titles, "glaze") == ["Glaze again", "Glaze new", "Glaze trip", "A glaze"]
    assert [each.changed_at for each in titles.newest(2)] == [30, 20]


async def test_what_comes_back_is_known_once(titles: Titles, events: EventStream) -> None:
    back = conversation("Trip")
    await happen(events, ConversationTrashed(back.id), ConversationRestored(back), ConversationCreated(back))
    assert await found(titles, "trip") == ["Trip"]


async def test_events_of_others_are_nothing(titles: Titles, events: EventStream) -> None:
    other = ConversationId("other")
    await happen(
        events,
        ConversationRenamed(other, "Glaze"),
        ConversationTrashed(other),
        MessageStored(other, message(1)),
    )
    assert (await titles.find("", 0)).count == 5


async def test_what_is_loaded_meanwhile_is_for_the_next(titles: Titles) -> None:
    asked = asyncio.create_task(found(titles, "glaze"))
    await asyncio.sleep(0)
    titles.load([conversation("Glaze alone")])
    assert len(await asked) == 4
    assert await found(titles, "glaze") == ["Glaze alone"]


@pytest.fixture
def many(titles: Titles) -> Titles:
    names = (f"{WORDS[n % 10]} {WORDS[n // 10 % 10]} {WORDS[n // 100 % 10]} number {n}" for n in range(MANY))
    titles.load([conversation(name, MANY - age) for age, name in enumerate(names)])
    return titles


@pytest.mark.parametrize("text", ["e", "glaze", "glaze kiln", "glzkln", "krakow 99", "qqqq", "number 4711"])
async def test_a_hundred_thousand_titles_let_others_go_on(many: Titles, text: str) -> None:
    await many.find("x", 1)
    asked = asyncio.create_task(many.find(text, 50, loosely=True))
    longest, turn = 0.0, perf_counter()
    while not asked.done():
        await asyncio.sleep(0)
        longest, turn = max(longest, perf_counter() - turn), perf_counter()
    assert longest < 0.05  # generous: the machine is shared; it is a few ms when it is quiet
    assert all(each.title for each in asked.result().best)
