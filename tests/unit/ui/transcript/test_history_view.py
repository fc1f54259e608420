"""The view of a conversation: it sticks to the end, or stays where the person reads."""

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.domain.attachment import Attachment
from app.domain.conversation import HistoryPage, Versions
from app.domain.ids import AttachmentId, ConversationId
from app.domain.item import Item, ItemState, Role, reply_body
from app.domain.usage import Usage
from app.ui.theme.tokens import FRAME_MS
from app.ui.transcript.transcript_view import TranscriptView
from tests.unit.ui.conftest import MakeItem, shown_texts
from tests.unit.ui.transcript.conftest import TEXT, ShowItems, page_of


def where(view: TranscriptView) -> tuple[int, int]:
    return view.anchor.top, view.anchor.offset


def ends(view: TranscriptView) -> int:
    """Where the last row ends in the view."""
    last = len(view.rows) - 1
    return view.anchor.place_of(last) + view.rows.height(last)


def test_a_conversation_is_shown_from_its_end(view: TranscriptView) -> None:
    assert view.anchor.sticks
    assert ends(view) == view.viewport().height()


def test_at_the_end_it_follows_what_arrives(qtbot: QtBot, view: TranscriptView, make_item: MakeItem) -> None:
    view.add(make_item(Role.MODEL, "", ItemState.STREAMING, depth=21))
    view.grow("item-21", TEXT * 20)
    qtbot.waitUntil(lambda: TEXT in shown_texts(view)[-1])
    assert ends(view) == view.viewport().height()


def seen(view: TranscriptView) -> QImage:
    """What stands on the screen: nothing is painted for it."""
    return view.screen().grabWindow(view.winId()).toImage()


def test_what_has_only_moved_looks_as_if_it_were_painted_anew(
    qtbot: QtBot, show_items: ShowItems, make_item: MakeItem
) -> None:
    view = show_items(make_item(Role.MODEL, "", ItemState.STREAMING, depth=1), size=(500, 300))
    text, scrolled = "", 0
    while len(text) < 2_000:
        more = f"Slow **cooling** lets them grow to {len(text)}." + "\n" * (len(text) % 3) + " "
        offset = view.anchor.offset
        text += more
        view.grow("item-1", more)
        qtbot.waitUntil(lambda text=text: view.history.text(view.history.item_of("item-1")) == text)
        qtbot.wait(FRAME_MS)
        moved = seen(view)
        view.viewport().update()
        qtbot.wait(FRAME_MS)
        assert moved == seen(view)
        scrolled += view.anchor.offset < offset
    assert scrolled > 5


def test_elsewhere_nothing_moves_whatever_arrives(
    qtbot: QtBot, view: TranscriptView, make_item: MakeItem
) -> None:
    view.go_to(10, -30)
    view.add(make_item(Role.MODEL, "", ItemState.STREAMING, depth=21))
    view.grow("item-21", TEXT)
    qtbot.waitUntil(lambda: TEXT in shown_texts(view)[-1])
    assert where(view) == (10, -30)


def test_a_line_that_comes_above_moves_nothing_that_is_read(view: TranscriptView) -> None:
    view.go_to(10, -30)
    below = view.anchor.place_of(12)
    view.set_cut(5)
    assert view.anchor.place_of(12) == below


def test_pages_that_come_later_move_nothing(show_items: ShowItems, items: tuple[Item, ...]) -> None:
    view = show_items()
    late = HistoryPage(ConversationId("shown"), items[10:], 20, None, {})
    view.show_page(late)
    view.go_to(14, -10)
    before = view.anchor.place_of(15)
    view.put_page(HistoryPage(ConversationId("shown"), items[:10], 20, None, {}), 1, 10)
    assert view.anchor.place_of(15) == before
    assert len(view.history.items) == 20


def test_what_is_not_known_is_asked_for(qtbot: QtBot, show_items: ShowItems, items: tuple[Item, ...]) -> None:
    view = show_items()
    with qtbot.waitSignal(view.wanted) as asked:
        view.show_page(HistoryPage(ConversationId("shown"), items[15:], 20, None, {}))
    assert asked.args == [15]
    view.put_page(HistoryPage(ConversationId("shown"), items[:15], 20, None, {}), 1, 15)
    assert view.missing() is None


def test_a_jump_waits_until_its_place_is_known(show_items: ShowItems, items: tuple[Item, ...]) -> None:
    view = show_items()
    view.show_page(HistoryPage(ConversationId("shown"), items[15:], 400, None, {}))
    view.jump_to(7, -5)
    assert view.anchor.sticks
    assert view.missing() == 8
    view.put_page(HistoryPage(ConversationId("shown"), items[:15], 400, None, {}), 1, 15)
    assert where(view) == (7, -5)


def test_a_jump_far_away_finds_its_page_however_much_is_known(
    show_items: ShowItems, make_item: MakeItem
) -> None:
    many = [make_item(Role.MODEL, "So.", depth=depth) for depth in range(1, 3001)]
    view = show_items()
    view.show_page(HistoryPage(ConversationId("shown"), tuple(many[2100:]), 3000, None, {}))
    view.jump_to(49, 0)
    view.put_page(HistoryPage(ConversationId("shown"), tuple(many[:100]), 3000, None, {}), 1, 100)
    assert where(view) == (49, 0)
    assert view.missing() is None


def test_pieces_that_arrive_together_are_drawn_together(
    qtbot: QtBot, view: TranscriptView, make_item: MakeItem
) -> None:
    view.add(make_item(Role.MODEL, "", ItemState.STREAMING, depth=21))
    for piece in ("one ", "two ", "three"):
        view.grow("item-21", piece)
    assert shown_texts(view)[-1] == ""
    qtbot.waitUntil(lambda: shown_texts(view)[-1] == "one two three")


def test_the_end_of_a_reply_replaces_what_was_still_waiting(
    qtbot: QtBot, view: TranscriptView, make_item: MakeItem
) -> None:
    item = make_item(Role.MODEL, "", ItemState.STREAMING, depth=21)
    view.add(item)
    view.grow(item.id, "one")
    view.replace(item._replace(state=ItemState.COMPLETE, body=reply_body("one two", whole=True)), Usage(1, 2))
    qtbot.wait(2 * FRAME_MS)
    assert shown_texts(view)[-1] == "one two"
    assert view.rows.row(20).around.usage == Usage(1, 2)


def test_a_reply_makes_room_for_its_reasoning(view: TranscriptView, make_item: MakeItem) -> None:
    item = make_item(Role.MODEL, "So.", ItemState.STREAMING, depth=21)
    view.add(item)
    view.replace(item._replace(state=ItemState.COMPLETE, depth=22), None)
    assert view.missing() == 21
    assert view.item_of(item.id).depth == 22


@pytest.mark.parametrize(("wait", "words"), [(3.0, "Busy"), (None, "Thinking")])
def test_before_the_first_word_it_says_what_is_done(
    view: TranscriptView, make_item: MakeItem, wait: float | None, words: str
) -> None:
    item = make_item(Role.MODEL, "", ItemState.STREAMING, depth=21)
    view.add(item)
    view.tell_progress(item.id, wait)
    assert words in view.rows.row(20).progress
    view.replace(item._replace(state=ItemState.STOPPED), None)
    assert view.rows.row(20).progress == ""


def test_versions_are_told(view: TranscriptView) -> None:
    versions = Versions(("item-3", "other"), 0)
    view.go_to(2, 0)
    view.set_versions({"item-3": versions})
    assert view.rows.row(2).around.versions == versions


def test_a_page_of_another_conversation_takes_the_place_of_this_one(
    view: TranscriptView, make_item: MakeItem
) -> None:
    view.go_to(3, 0)
    view.show_page(page_of(make_item(Role.MODEL, "Other", depth=1, id="other")))
    assert shown_texts(view) == ["Other"]
    assert view.anchor.sticks


def test_a_cleared_view_shows_nothing(view: TranscriptView) -> None:
    view.clear()
    assert view.history.items == []
    assert view.verticalScrollBar().maximum() == 0


def test_a_page_brings_the_files_of_its_questions(view: TranscriptView, make_item: MakeItem) -> None:
    item = make_item(Role.PERSON, "What is this?", depth=1)
    file = Attachment(AttachmentId("file"), item.id, 0, 1, 10, "glaze.pdf", "application/pdf")
    files = {item.id: (file,)}
    view.show_page(HistoryPage(ConversationId("shown"), (item,), 1, None, {}, files=files))
    row = view.rows.row(0)
    assert row is not None
    assert row.around.chips == ("glaze.pdf",)
