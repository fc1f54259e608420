"""What a copy holds."""

from PySide6.QtGui import QGuiApplication

from app.domain.item import Role
from app.ui.transcript.copying import Copier, rich, selected_text
from app.ui.transcript.selection import END, Place, Selection
from app.ui.transcript.transcript_view import TranscriptView
from tests.unit.ui.conftest import MakeItem
from tests.unit.ui.transcript.conftest import ShowItems


def two(show_items: ShowItems, make_item: MakeItem) -> TranscriptView:
    return show_items(
        make_item(Role.PERSON, "What is blue?", depth=1), make_item(Role.MODEL, "Iron is.", depth=2)
    )


def test_a_part_is_copied_as_it_is_seen(show_items: ShowItems, make_item: MakeItem) -> None:
    rows = two(show_items, make_item).rows
    assert selected_text(rows, Selection(Place(0, 0, 8), Place(0, 0, 12))) == "blue"


def test_messages_are_set_apart(show_items: ShowItems, make_item: MakeItem) -> None:
    rows = two(show_items, make_item).rows
    everything = Selection(Place(0, 0, 0), Place(1, END, END))
    assert selected_text(rows, everything) == "What is blue?\n\nIron is."
    assert selected_text(rows, Selection(Place(0, 0, 8), Place(1, 0, 4))) == "blue?\n\nIron"


def test_without_a_selection_the_focused_message_is_copied(
    show_items: ShowItems, make_item: MakeItem
) -> None:
    view = two(show_items, make_item)
    Copier(view, lambda: 1).copy()
    assert QGuiApplication.clipboard().text() == "Iron is."


def test_nothing_is_copied_where_there_is_nothing(show_items: ShowItems, make_item: MakeItem) -> None:
    QGuiApplication.clipboard().setText("before")
    Copier(two(show_items, make_item), lambda: None).copy()
    assert QGuiApplication.clipboard().text() == "before"


def test_a_copy_is_rich_text_as_well(show_items: ShowItems, make_item: MakeItem) -> None:
    view = show_items(make_item(Role.MODEL, "Some **bold** words."))
    Copier(view, lambda: 0).copy()
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text() == "Some **bold** words."
    assert "font-weight:700" in copied.html()


def test_what_looks_like_html_stays_text(show_items: ShowItems) -> None:
    assert show_items
    assert "<script" not in rich("<script>alert(1)</script>")
