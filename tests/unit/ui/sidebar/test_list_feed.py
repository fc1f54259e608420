"""The lists as the archive has them: what is read, when, and what an event changes."""

from collections.abc import AsyncIterator

import pytest
from pytestqt.qtbot import QtBot

from app.domain.errors import AppError, StoreBusy
from app.domain.events import Event
from app.domain.ids import ConversationId
from app.domain.listing import ARCHIVED, TRASH
from app.ui.errands import Errands
from app.ui.event_relay import EventRelay
from app.ui.sidebar.conversation_model import ConversationModel
from app.ui.sidebar.known_rows import KnownRows
from app.ui.sidebar.list_feed import ListFeed
from tests.fakes.scripted_controller import ScriptedController
from tests.fixtures.waiting import until
from tests.unit.ui.conftest import NOW
from tests.unit.ui.sidebar.listed import texts

MINUTE = 60_000_000
MANY = 700


class Lists:
    """A list and the trash, fed by a controller."""

    def __init__(self, controller: ScriptedController) -> None:
        self.known, self.failures = KnownRows(), list[AppError]()
        self.model = ConversationModel(known=self.known)
        self.archived = ConversationModel(ARCHIVED, self.known)
        self.trash = ConversationModel(TRASH, self.known)
        self.errands = Errands(self.failures.append)
        models = (self.model, self.archived, self.trash)
        self.feed = ListFeed(controller, self.known, models, self.errands, lambda: NOW, self.model)
        self.relay = EventRelay(controller.events, self.model)
        self.relay.happened.connect(self._apply)

    def _apply(self, event: Event) -> None:
        self.feed.apply(event)

    async def shows(self, *expected: str) -> None:
        await until(lambda: texts(self.model) == [*expected], f"{expected}")


@pytest.fixture
async def lists(qtbot: QtBot, controller: ScriptedController) -> AsyncIterator[Lists]:
    assert qtbot  # rows that are looked at are asked for by a timer
    made = Lists(controller)
    yield made
    made.relay.end()
    made.errands.cancel()


async def test_the_list_is_opened_and_then_what_is_in_the_trash(
    lists: Lists, controller: ScriptedController
) -> None:
    controller.keep("Tea")
    await controller.trash(controller.keep("Gone"))
    await lists.feed.open_first()
    assert texts(lists.model) == ["Today", "Tea"]
    await until(lambda: texts(lists.trash) == ["Gone"], "the trash")


async def test_what_happens_shows_in_every_list(lists: Lists, controller: ScriptedController) -> None:
    tea = controller.keep("Tea")
    await lists.feed.open_first()
    controller.send(None, "Why?")
    await lists.shows("Today", "Why?", "Tea")
    await controller.rename(tea, "Cup")
    await lists.shows("Today", "Why?", "Cup")
    await controller.arranging.pin([tea], pinned=True)
    await lists.shows("Pinned", "Cup", "Today", "Why?")
    await controller.arranging.trash([tea])
    await lists.shows("Today", "Why?")
    await until(lambda: texts(lists.trash) == ["Cup"], "it in the trash")
    await controller.removing.delete_for_ever(tea)
    await until(lambda: texts(lists.trash) == [], "the empty trash")


async def test_a_reply_under_way_is_known_from_the_start_and_from_events(
    lists: Lists, controller: ScriptedController
) -> None:
    tea, cup = controller.keep("Tea"), controller.keep("Cup")
    controller.begin_reply(tea)
    await lists.feed.open_first()
    assert lists.known.streaming == {tea}
    controller.begin_reply(cup)
    await until(lambda: lists.known.streaming == {tea, cup}, "the other")
    controller.end_reply(tea)
    await until(lambda: lists.known.streaming == {cup}, "the end")


async def test_folders_and_tags_are_known_and_follow_what_happens(
    lists: Lists, controller: ScriptedController
) -> None:
    tea = controller.keep("Tea")
    await lists.feed.open_first()
    folder = await controller.arranging.add_folder("Kiln")
    await lists.shows("Folders", "Kiln", "Today", "Tea")
    await controller.arranging.move([tea], folder.id)
    await controller.arranging.add_tag([tea], "cup")
    await lists.shows("Folders", "Kiln")
    await until(lambda: [tag.name for tag in lists.known.tags] == ["cup"], "the tag")
    assert lists.known.folders[0].conversations == 1


async def test_a_tag_is_known_no_longer_than_its_last_conversation_is_there(
    lists: Lists, controller: ScriptedController
) -> None:
    tea = controller.keep("Tea")
    await controller.arranging.add_tag([tea], "cup")
    await lists.feed.open_first()
    await until(lambda: [tag.name for tag in lists.known.tags] == ["cup"], "the tag")
    await controller.trash(tea)
    await controller.removing.delete_for_ever(tea)
    await until(lambda: not lists.known.tags, "no tag")


async def test_of_many_the_first_are_there_at_once_and_the_others_soon(
    lists: Lists, controller: ScriptedController
) -> None:
    for number in range(MANY):
        controller.keep(f"{number:03}", age=number)
    await lists.feed.open_first()
    assert lists.model.conversations == 200
    await until(lambda: lists.model.conversations == MANY, "the others")
    last = lists.model.index(lists.model.rowCount() - 1)
    assert last.data() == ""
    await until(lambda: last.data() == f"{MANY - 1:03}", "its title")


async def test_a_row_that_has_gone_unheard_is_dropped_when_it_is_looked_at(
    lists: Lists, controller: ScriptedController
) -> None:
    for number in range(MANY):
        controller.keep(f"{number:03}", age=number)
    await lists.feed.open_first()
    await until(lambda: lists.model.conversations == MANY, "the others")
    del controller._conversations[list(controller._conversations)[-1]]
    lists.model.index(lists.model.rowCount() - 1).data()
    await until(lambda: lists.model.conversations == MANY - 1, "its end")


async def test_a_row_elsewhere_is_looked_up(lists: Lists, controller: ScriptedController) -> None:
    tea = controller.keep("Tea")
    controller.listing.bear(tea, is_archived=True)
    await lists.feed.open_first()
    assert lists.known.of(tea) is None
    lists.feed.look_up(tea)
    await until(lambda: lists.known.of(tea), "the row")
    assert texts(lists.model) == []
    lists.feed.open(lists.archived)
    await until(lambda: texts(lists.archived) == ["Today", "Tea"], "the place")


async def test_what_could_not_be_read_is_told_and_read_later(
    lists: Lists, controller: ScriptedController, monkeypatch: pytest.MonkeyPatch
) -> None:
    tea = controller.keep("Tea")
    await lists.feed.open_first()
    await until(lambda: lists.trash.is_open, "rest")

    async def fail(_wanted: set[ConversationId]) -> None:
        raise StoreBusy("In use.")

    with monkeypatch.context() as broken:
        broken.setattr(controller.listing, "rows_of", fail)
        await controller.rename(tea, "Cup")
        await until(lambda: lists.failures, "the failure")
    assert texts(lists.model) == ["Today", "Tea"]
    lists.feed.look_up(tea)
    await lists.shows("Today", "Cup")
