"""Where items are, for those who lay something over them."""

from pytestqt.qtbot import QtBot

from app.domain.conversation import Versions
from app.ui.transcript.transcript_view import TranscriptView


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
