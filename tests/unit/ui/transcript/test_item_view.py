"""Where items are, for those who lay something over them."""

from pytestqt.qtbot import QtBot

from app.domain.conversation import Versions
from app.domain.ids import ItemId
from app.domain.item import Item, Role, reply_body
from app.ui.transcript.transcript_view import TranscriptView
from tests.unit.ui.conftest import MakeItem
from tests.unit.ui.transcript.conftest import ShowItems, page_of


def test_items_are_known_by_their_ids(view: TranscriptView) -> None:
    assert view.item_of("item-3").depth == 3
    assert view.item_of("elsewhere") is None
    assert view.newest.id == "item-20"


def test_a_message_in_sight_has_a_place(view: TranscriptView) -> None:
    view.go_to(9, 40)
    rect = view.rect_of("item-10")
    assert (rect.left(), rect.top(), rect.width()) == (view.column_left, 40, view.column_width)
    assert view.rect_of("item-20") is None
    assert view.foot_of("item-20") is None


def test_its_foot_lies_within_it(view: TranscriptView) -> None:
    view.set_versions({"item-10": Versions(("item-10", "other"), 0)})
    view.go_to(9, 40)
    foot, rect = view.foot_of("item-10"), view.rect_of("item-10")
    assert rect.contains(foot.free)
    assert rect.contains(foot.versions)


def test_an_item_is_brought_into_sight_and_marked_for_a_moment(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_item("item-2")
    assert 0 < view.rect_of("item-2").top() < view.viewport().height() // 3
    assert view.sight.flashed == 1
    qtbot.waitUntil(lambda: view.sight.flashed is None)


def test_what_is_in_sight_already_stays_where_it_is(view: TranscriptView) -> None:
    view.go_to(9, 40)
    view.show_item("item-10")
    assert view.rect_of("item-10").top() == 40


def test_a_room_is_kept_in_a_message_and_given_back(view: TranscriptView) -> None:
    last = view.newest
    before = view.rows.height(last.depth - 1)
    view.reserve(last.id, 50, instead=False)
    assert view.room_of(last.id).height() == 50
    assert view.rows.height(last.depth - 1) > before
    view.rows.drop()
    assert view.room_of(last.id).height() == 50
    view.reserve(last.id, 0, instead=False)
    assert view.room_of(last.id) is None
    assert view.rows.height(last.depth - 1) == before


def test_what_is_not_seen_has_no_room(view: TranscriptView, items: tuple[Item, ...]) -> None:
    view.reserve(items[0].id, 50, instead=True)
    assert view.room_of(items[0].id) is None


def test_what_is_folded_is_not_the_last_message(show_items: ShowItems, make_item: MakeItem) -> None:
    reply = make_item(Role.MODEL, "So.", depth=1)
    call = make_item(Role.TOOL, "found", depth=2, kind="function_call_output")
    assert show_items(reply, call).newest == reply


def test_what_a_message_says_and_its_versions_are_told(show_items: ShowItems, make_item: MakeItem) -> None:
    reply = make_item(Role.MODEL, "So.", depth=1)
    view = show_items(reply)
    assert (view.text_of(reply.id), view.text_of(ItemId("gone"))) == ("So.", "")
    assert (view.item_of(None), view.versions_of(reply.id), view.versions_of(ItemId("gone"))) == (None,) * 3
    versions = Versions((ItemId("old"), reply.id), 1)
    view.set_versions({reply.id: versions})
    assert view.versions_of(reply.id) == versions


def test_what_is_read_stays_where_it_is_when_all_is_shown_again(
    view: TranscriptView, items: tuple[Item, ...]
) -> None:
    view.go_to(9, -30)
    before = [view.rect_of(item.id) for item in items[9:12]]
    changed = [*items[:2], items[2]._replace(is_pinned=True), *items[3:]]
    view.show_again(page_of(*changed), 1, 20)
    assert [view.rect_of(item.id) for item in items[9:12]] == before
    assert view.item_of("item-3").is_pinned


def test_at_the_end_the_end_stays_in_sight(view: TranscriptView, items: tuple[Item, ...]) -> None:
    view.jump_to_end()
    view.show_again(page_of(*items[:15]), 1, 15)
    assert view.rect_of("item-15") is not None


def test_another_version_has_its_foot_where_the_first_one_had_it(
    view: TranscriptView, items: tuple[Item, ...]
) -> None:
    view.go_to(9, 40)
    before = view.foot_of("item-10").free.top()
    other = items[9]._replace(id=ItemId("other"), body=reply_body("Short.", whole=True))
    view.hold_foot("item-10")
    view.show_again(page_of(*items[:9], other, *items[10:]), 1, 20)
    assert view.foot_of("other").free.top() == before
