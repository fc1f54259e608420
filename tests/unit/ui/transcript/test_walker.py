"""The keyboard in the transcript."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.domain.item import Role
from app.ui.transcript.transcript_view import TranscriptView
from tests.unit.ui.conftest import MakeItem
from tests.unit.ui.transcript.conftest import ShowItems

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def shown(qtbot: QtBot, show_items: ShowItems, make_item: MakeItem) -> TranscriptView:
    """Two short messages; the first has the focus."""
    view = show_items(
        make_item(Role.PERSON, "one two\nthree", depth=1), make_item(Role.PERSON, "four\nfive six", depth=2)
    )
    qtbot.keyClick(view, Qt.Key.Key_Down, CONTROL)
    return view


def press(qtbot: QtBot, view: TranscriptView, key: Qt.Key, times: int = 1, *, control: bool = False) -> None:
    for _ in range(times):
        qtbot.keyClick(view, key, SHIFT | CONTROL if control else SHIFT)


def test_keys_walk_from_message_to_message_and_copy_one(qtbot: QtBot, view: TranscriptView) -> None:
    told = []
    view.pointed.connect(told.append)
    for _ in range(3):
        qtbot.keyClick(view, Qt.Key.Key_Up, CONTROL)
    assert view.focused_item == "item-18"
    assert told == ["item-20", "item-19", "item-18"]
    assert view.rect_of("item-18").top() >= 0
    qtbot.keyClick(view, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == view.item_of("item-18").text.strip()


def test_walking_stops_at_the_ends(qtbot: QtBot, show_items: ShowItems, make_item: MakeItem) -> None:
    view = shown(qtbot, show_items, make_item)
    qtbot.keyClick(view, Qt.Key.Key_Up, CONTROL)
    assert view.focused_item == "item-1"


def test_enter_on_a_message_is_told(qtbot: QtBot, show_items: ShowItems, make_item: MakeItem) -> None:
    view = shown(qtbot, show_items, make_item)
    with qtbot.waitSignal(view.entered) as told:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert told.args == ["item-1"]


def test_a_selection_is_drawn_by_characters(qtbot: QtBot, show_items: ShowItems, make_item: MakeItem) -> None:
    view = shown(qtbot, show_items, make_item)
    press(qtbot, view, Qt.Key.Key_Right, 3)
    assert view.copier.text == "one"
    press(qtbot, view, Qt.Key.Key_Left)
    assert view.copier.text == "on"


def test_a_selection_is_drawn_by_words(qtbot: QtBot, show_items: ShowItems, make_item: MakeItem) -> None:
    view = shown(qtbot, show_items, make_item)
    press(qtbot, view, Qt.Key.Key_Right, control=True)
    assert view.copier.text == "one"


def test_a_selection_is_drawn_by_lines_and_into_the_next_message(
    qtbot: QtBot, show_items: ShowItems, make_item: MakeItem
) -> None:
    view = shown(qtbot, show_items, make_item)
    press(qtbot, view, Qt.Key.Key_Down)
    assert view.copier.text == "one two"
    press(qtbot, view, Qt.Key.Key_Down, 2)
    assert view.copier.text == "one two\nthree\n\nfour"
    press(qtbot, view, Qt.Key.Key_Up, 2)
    assert view.copier.text == "one two"


def test_home_and_end_draw_to_the_edges_of_a_paragraph(
    qtbot: QtBot, show_items: ShowItems, make_item: MakeItem
) -> None:
    view = shown(qtbot, show_items, make_item)
    press(qtbot, view, Qt.Key.Key_End)
    assert view.copier.text == "one two"
    press(qtbot, view, Qt.Key.Key_Home)
    assert view.copier.text == view.item_of("item-1").text  # nothing is selected: the message


def test_everything_can_be_selected_and_let_go(
    qtbot: QtBot, show_items: ShowItems, make_item: MakeItem
) -> None:
    view = shown(qtbot, show_items, make_item)
    qtbot.keyClick(view, Qt.Key.Key_A, CONTROL)
    assert view.copier.text == "one two\nthree\n\nfour\nfive six"
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.sight.selection is None


def test_tab_goes_from_link_to_link_and_enter_shows_where_one_leads(
    qtbot: QtBot, show_items: ShowItems, make_item: MakeItem
) -> None:
    text = "See [one](https://one.org) and [two](https://two.org)."
    view = show_items(make_item(Role.MODEL, text))
    qtbot.keyClick(view, Qt.Key.Key_Down, CONTROL)
    told = []
    view.pressing.link_wanted.connect(lambda link: told.append(link.host))
    for expected in ("one", "two"):
        qtbot.keyClick(view, Qt.Key.Key_Tab)
        assert view.copier.text == expected
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert told == ["two.org"]
