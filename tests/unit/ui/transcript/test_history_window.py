"""What is known of a conversation, and how much of it is kept."""

from collections.abc import Callable

import pytest

from app.domain.conversation import HistoryPage
from app.domain.ids import ConversationId
from app.domain.item import ItemState, Role, reply_body
from app.domain.usage import Usage
from app.ui.transcript.history_window import HistoryWindow, newest_stretch, stretch_after, stretch_before
from tests.unit.ui.conftest import MakeItem

USAGE = Usage(10, 20)
Page = Callable[..., HistoryPage]


@pytest.fixture
def page(make_item: MakeItem) -> Page:
    def make(*depths: int, length: int = 0) -> HistoryPage:
        items = tuple(make_item(Role.MODEL, f"text {depth}", depth=depth) for depth in depths)
        usages = {item.id: USAGE for item in items}
        return HistoryPage(ConversationId("shown"), items, length or max(depths, default=0), None, usages)

    return make


def depths(window: HistoryWindow) -> list[int]:
    return [item.depth for item in window.items]


def test_a_page_tells_what_is_there_and_what_is_hidden(page: Page) -> None:
    window = HistoryWindow()
    window.put_page(page(3, 4, 6), 2, 6)
    assert depths(window) == [3, 4, 6]
    assert [depth for depth in range(1, 8) if window.knows(depth)] == [2, 3, 4, 5, 6]
    assert window.item(5) is None
    assert window.length == 6


def test_an_item_is_found_by_its_id_with_what_it_has_cost(page: Page) -> None:
    window = HistoryWindow()
    window.put_page(page(1, 2), 1, 2)
    item = window.item_of("item-2")
    assert item is window.item(2)
    assert window.usage(item.id) == USAGE
    assert window.item_of("another") is None


def test_neighbours_are_those_that_are_shown(page: Page) -> None:
    window = HistoryWindow()
    window.put_page(page(2, 5, length=6), 2, 5)
    assert window.before(5).depth == 2
    assert window.after(2).depth == 5
    assert window.before(2) is None  # nobody knows yet
    assert window.after(5) is None


def test_a_growing_reply_has_its_text_whatever_a_page_says(page: Page, make_item: MakeItem) -> None:
    window = HistoryWindow()
    reply = make_item(Role.MODEL, "One", ItemState.STREAMING, depth=2)
    window.put(reply)
    window.grow(reply.id, " two")
    window.put_page(page(1, 2), 1, 2)
    assert window.text(window.item(2)) == "One two"
    ended = reply._replace(state=ItemState.COMPLETE, body=reply_body("One two three", whole=True))
    window.put(ended, USAGE)
    assert window.text(ended) == "One two three"
    assert window.usage(ended.id) == USAGE


def test_an_item_that_others_came_before_leaves_its_old_place(make_item: MakeItem) -> None:
    window = HistoryWindow()
    reply = make_item(Role.MODEL, "So", ItemState.STREAMING, depth=2)
    window.put(reply)
    window.put(reply._replace(depth=3, state=ItemState.COMPLETE))
    assert not window.knows(2)
    assert window.item_of(reply.id).depth == window.length == 3


def test_what_is_not_known_yet_is_named(page: Page) -> None:
    window = HistoryWindow()
    window.put_page(page(5, 6, length=9), 5, 6)
    assert window.first_unknown(range(5, 20)) == 7
    assert window.first_unknown(range(5, 7)) is None
    assert window.first_unknown(range(4, -3, -1)) == 4
    assert window.first_unknown(range(0, -5, -1)) is None


def test_only_what_is_near_is_kept(page: Page) -> None:
    window = HistoryWindow(most_items=400)
    window.put_page(page(*range(1, 501)), 1, 500)
    forgotten = window.make_room(near=450)
    assert len(window.items) == 300
    assert forgotten[0] == 1
    assert depths(window) == [*range(201, 501)]


def test_what_is_kept_is_bounded_by_its_size_too(page: Page, make_item: MakeItem) -> None:
    window = HistoryWindow(most_characters=100_000)
    window.put_page(page(*range(1, 501)), 1, 500)
    for depth in range(1, 10):
        window.put(make_item(Role.MODEL, "x" * 20_000, depth=depth))
    window.make_room(near=450)
    assert sum(len(item.body) for item in window.items) < 100_000


def test_a_growing_reply_is_never_forgotten(page: Page, make_item: MakeItem) -> None:
    window = HistoryWindow(most_items=300)
    window.put_page(page(*range(1, 500)), 1, 499)
    window.put(make_item(Role.MODEL, "", ItemState.STREAMING, depth=500))
    window.make_room(near=1)
    assert window.item(500)


def test_nothing_is_forgotten_while_there_is_room(page: Page) -> None:
    window = HistoryWindow()
    window.put_page(page(*range(1, 101)), 1, 100)
    assert window.make_room(near=1) == []


def test_a_cleared_one_knows_nothing(page: Page) -> None:
    window = HistoryWindow()
    window.put_page(page(1, 2), 1, 2)
    window.clear()
    assert (window.items, window.length, window.knows(1)) == ([], 0, False)


def test_pages_tell_of_stretches(page: Page) -> None:
    assert newest_stretch(page(7, 9, length=10)) == (7, 10)
    assert stretch_before(page(2, 3, length=10), 6) == (2, 5)
    assert stretch_before(page(length=10), 6) == (1, 5)
    assert stretch_after(page(8, 9, length=10), 6) == (7, 9)
    assert stretch_after(page(length=10), 6) == (7, 10)
