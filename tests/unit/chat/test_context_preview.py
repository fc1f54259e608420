import asyncio
from collections.abc import AsyncIterator

import pytest

from app.chat.context_preview import ContextPreview
from app.chat.event_stream import EventStream
from app.chat.token_counting import TokenCounting
from app.domain.asking import Asking
from app.domain.events import (
    ConversationRenamed,
    MessageStored,
    SummaryAdvanced,
    SummaryEnded,
    ViewChanged,
)
from app.domain.ids import ConversationId, ItemId
from app.domain.question import Question
from app.providers.vocabularies import Vocabularies
from app.store import overlays, turns
from app.store.archive import Archive
from tests.unit.store.writing import ONE, begin

ASKING = Asking("m", 10_000)
OTHER = ConversationId("other")


@pytest.fixture
def events() -> EventStream:
    return EventStream()


@pytest.fixture
async def preview(archive: Archive, events: EventStream) -> AsyncIterator[ContextPreview]:
    counting = TokenCounting(archive, Vocabularies())
    made = ContextPreview(archive, counting, events)
    yield made
    await made.close()
    counting.close()


async def add(archive: Archive, name: str) -> None:
    await archive.write(turns.add_question, ONE, ItemId(name), Question(name), 1)


async def items(preview: ContextPreview, draft: str = "") -> int:
    return (await preview.outlook(ONE, ASKING, draft)).items


async def test_a_draft_costs_with_every_letter(preview: ContextPreview, archive: Archive) -> None:
    await begin(archive)
    short, longer = [await preview.outlook(ONE, ASKING, draft) for draft in ("Why", "Why is that so?")]
    assert short.items == longer.items == 1
    assert short.tokens < longer.tokens


async def test_the_history_is_read_once_until_something_happens_to_it(
    preview: ContextPreview, archive: Archive, events: EventStream
) -> None:
    await begin(archive)
    assert await items(preview) == 1
    await add(archive, "second")
    assert await items(preview) == 1  # nobody has said so yet
    events.publish(ConversationRenamed(ONE, "T"))
    events.publish(SummaryAdvanced(ONE, 0, 8))
    events.publish(ViewChanged(OTHER))
    await asyncio.sleep(0)
    assert await items(preview) == 1
    events.publish(SummaryEnded(ONE, None))
    await asyncio.sleep(0)
    assert await items(preview) == 2


async def test_what_was_only_added_is_read_and_the_rest_is_not_read_again(
    preview: ContextPreview, archive: Archive, events: EventStream
) -> None:
    first = await begin(archive)
    second = await archive.write(turns.add_question, ONE, ItemId("second"), Question("More"), 1)
    assert await items(preview) == 2
    await archive.write(overlays.exclude, ONE, first.id, 1, 9)  # of which nobody is told
    await add(archive, "third")
    events.publish(MessageStored(ONE, second))
    await asyncio.sleep(0)
    assert await items(preview) == 3
    events.publish(ViewChanged(ONE))
    await asyncio.sleep(0)
    assert await items(preview) == 2


async def test_another_way_of_asking_is_looked_at_anew(preview: ContextPreview, archive: Archive) -> None:
    item = await begin(archive)
    assert await items(preview) == 1
    await archive.write(overlays.exclude, ONE, item.id, 1, 9)
    assert (await preview.outlook(ONE, Asking("n", 10_000), "")).items == 0


async def test_what_is_counted_in_the_background_makes_the_next_look_exact(
    preview: ContextPreview, archive: Archive
) -> None:
    text = "Donaudampfschifffahrtsgesellschaftskapitän " * 20
    await begin(archive, text=text)
    first = await preview.outlook(ONE, ASKING, "", "o200k_base")
    await preview.settle()
    second = await preview.outlook(ONE, ASKING, "", "o200k_base")
    assert second.tokens != first.tokens
    assert second.uncertainty <= first.uncertainty


async def test_who_still_asks_when_it_closes_is_answered_and_begins_no_counting(
    archive: Archive, events: EventStream
) -> None:
    await begin(archive)
    counting = TokenCounting(archive, Vocabularies())
    preview = ContextPreview(archive, counting, events)
    asked = asyncio.create_task(items(preview))
    await asyncio.sleep(0)
    await preview.close()
    assert await asked == 1
    assert preview._background is None
    counting.close()
