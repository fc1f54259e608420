"""What is looked for, marked and brought into sight."""

from time import monotonic

from pytestqt.qtbot import QtBot

from app.domain.ids import ItemId
from app.domain.item import Item, Role
from app.domain.passages import Needle, Passage
from app.ui.transcript.passage_marks import PassageMarks
from app.ui.transcript.row import is_read
from app.ui.transcript.transcript_view import TranscriptView
from tests.unit.ui.conftest import MakeItem
from tests.unit.ui.transcript.conftest import ShowItems


def colours(view: TranscriptView) -> set[str]:
    picture = view.viewport().grab().toImage()
    places = ((x, y) for x in range(0, picture.width(), 2) for y in range(0, picture.height(), 2))
    return {picture.pixelColor(*place).name().upper() for place in places}


def test_a_place_is_brought_into_sight_and_marked(view: TranscriptView, items: tuple[Item, ...]) -> None:
    marks, mark = PassageMarks(view), view.theme.colours.mark
    assert mark not in colours(view)
    marks.look_for(Needle("crystals"))
    marks.go_to(Passage(items[2].id, 3, 6), 5)
    assert view.rect_of(items[2].id)
    row, block, span = view.sight.current
    assert row == 2
    assert view.rows.row(2).column.blocks[block].text[slice(*span)] == "crystals"
    assert mark in colours(view)
    marks.look_for(None)
    assert mark not in colours(view)
    assert view.sight.current is None


def test_a_place_far_down_in_a_long_message_is_seen(
    show_items: ShowItems, make_item: MakeItem, qtbot: QtBot
) -> None:
    text = "\n\n".join(f"Paragraph {number} of many. " * 6 for number in range(60)) + "\n\nThe needle."
    view = show_items(make_item(Role.MODEL, text), make_item(Role.PERSON, "Thanks", depth=2))
    view.go_to(0, 0)
    marks = PassageMarks(view)
    marks.look_for(Needle("needle"))
    marks.go_to(Passage(ItemId("item-1"), 1, 1), 0)
    qtbot.waitUntil(lambda: view.sight.current is not None, timeout=20_000)
    _, block, _ = view.sight.current
    spot = view.top_of(0) + view.rows.row(0).body.top() + view.rows.row(0).column.top_of(block)
    assert 0 < spot < view.viewport().height()


def test_a_place_further_on_than_has_been_read_is_awaited(
    show_items: ShowItems, make_item: MakeItem, qtbot: QtBot
) -> None:
    text = "Needle.\n\n" + "A paragraph of many.\n\n" * 3_000 + "The needle."
    view = show_items(make_item(Role.MODEL, text), make_item(Role.PERSON, "Thanks", depth=2))
    marks = PassageMarks(view)
    marks.look_for(Needle("needle"))
    marks.go_to(Passage(ItemId("item-1"), 1, 2), 1)
    assert not is_read(view.rows.row(0))
    assert view.sight.current is None
    qtbot.waitUntil(lambda: view.sight.current is not None, timeout=20_000)
    row, block, _ = view.sight.current
    column = view.rows.row(0).column
    assert column.blocks[block].text == "The needle."
    assert (
        0 < view.top_of(row) + view.rows.row(0).body.top() + column.top_of(block) < view.viewport().height()
    )


def test_who_goes_elsewhere_before_it_has_been_read_is_not_called_back(
    show_items: ShowItems, make_item: MakeItem
) -> None:
    text = "A paragraph of many.\n\n" * 3_000 + "The needle."
    view = show_items(make_item(Role.MODEL, text), make_item(Role.PERSON, "Thanks " * 1_000, depth=2))
    marks = PassageMarks(view)
    marks.look_for(Needle("needle"))
    marks.go_to(Passage(ItemId("item-1"), 1, 1), 0)
    view.go_to(1, 0)
    assert view.top_of(0) is None
    while not is_read(view.rows.row(0)):
        view.rows.read_on(0, monotonic() + 1)
    view.go_to(0, 0)
    assert view.sight.current is None


def test_what_stands_in_no_drawn_text_is_gone_to_all_the_same(
    view: TranscriptView, items: tuple[Item, ...]
) -> None:
    marks = PassageMarks(view)
    marks.look_for(Needle("https"))
    marks.go_to(Passage(items[2].id, 3, 1), 0)
    assert view.rect_of(items[2].id)
    assert view.sight.current is None


def test_a_place_in_sight_moves_nothing(view: TranscriptView, items: tuple[Item, ...]) -> None:
    view.go_to(9, 40)
    before = view.rect_of(items[9].id)
    marks = PassageMarks(view)
    marks.look_for(Needle("slow"))
    marks.go_to(Passage(items[9].id, 10, 6), 0)
    assert view.rect_of(items[9].id) == before
