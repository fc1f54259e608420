"""The transcript under a person's hands."""

import pytest
from PySide6.QtCore import QEventLoop, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.item import Role, reasoning_body
from app.ui.transcript.blocks.painted_block import Link
from app.ui.transcript.link_line import LinkLine
from app.ui.transcript.transcript_view import TranscriptView
from tests.fixtures.pace import within
from tests.unit.ui.conftest import MakeItem
from tests.unit.ui.transcript.conftest import ShowItems

LINK = Link("https://example.org/a", "example.org", (0, 3))

LEFT = Qt.MouseButton.LeftButton


@pytest.mark.parametrize(
    ("key", "way"), [(Qt.Key.Key_PageUp, 450), (Qt.Key.Key_Up, 40)], ids=["page", "line"]
)
def test_keys_scroll(qtbot: QtBot, view: TranscriptView, key: Qt.Key, way: int) -> None:
    view.go_to(10, 0)
    before = view.anchor.place_of(12)
    qtbot.keyClick(view, key)
    assert view.anchor.place_of(12) == before + way


def test_home_and_end_lead_to_the_ends(qtbot: QtBot, view: TranscriptView) -> None:
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert (view.anchor.top, view.anchor.value) == (0, 0)
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.anchor.sticks


@pytest.mark.parametrize("by_key", [True, False])
def test_reasoning_is_opened_by_a_click_and_by_key_and_stays_where_it_is(
    qtbot: QtBot, show_items: ShowItems, make_item: MakeItem, by_key: bool
) -> None:
    thought = make_item(Role.MODEL, "")._replace(kind="reasoning", body=reasoning_body("Hm. " * 400))
    view = show_items(thought, make_item(Role.MODEL, "So. " * 200, depth=2))
    height, top = view.rect_of("item-1").height(), view.rect_of("item-1").top()
    if by_key:
        qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClick(view, Qt.Key.Key_Return)
    else:
        spot = QPoint(view.column_left + 30, top + view.rows.row(0).fold_area.center().y())
        qtbot.mouseClick(view.viewport(), LEFT, pos=spot)
    assert view.rect_of("item-1").height() > height
    assert view.rect_of("item-1").top() == top


def test_a_message_offers_its_menu(qtbot: QtBot, view: TranscriptView) -> None:
    view.go_to(9, 10)
    place = QPoint(200, 40)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, view.viewport().mapToGlobal(place))
    with qtbot.waitSignal(view.menu_wanted) as told:
        QApplication.sendEvent(view.viewport(), event)
    assert told.args == ["item-10", view.viewport().mapToGlobal(place)]


def test_a_message_can_be_given_the_focus(view: TranscriptView) -> None:
    view.focus_message("item-4")
    assert (view.focused_item, view.pointed_item) == ("item-4", "item-4")
    assert view.hasFocus()
    assert view.rect_of("item-4").top() >= 0


def test_a_megabyte_in_one_line_does_not_hold_the_window(show_items: ShowItems, make_item: MakeItem) -> None:
    view = show_items()
    with within(0.1):
        view.add(make_item(Role.MODEL, "x" * 1_000_000))
    for _ in range(20):
        with within(0.1):
            QGuiApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1)


def test_the_ring_of_the_focus_goes_when_the_keyboard_does(qtbot: QtBot, view: TranscriptView) -> None:
    def shows_ring() -> bool:
        picture = view.viewport().grab().toImage()
        places = ((x, y) for x in range(picture.width()) for y in range(0, picture.height(), 3))
        accent = view.theme.colour("accent").rgb()
        return any(picture.pixel(*place) == accent for place in places)

    assert not shows_ring()
    view.focus_message(view.newest.id)
    qtbot.waitUntil(view.hasFocus)
    assert shows_ring()
    view.clearFocus()
    assert not shows_ring()
    assert view.focused_item == view.newest.id


def test_where_a_link_leads_stays_at_the_edge_of_the_view(view: TranscriptView) -> None:
    view.pressing.link_wanted.emit(LINK)
    line = view.findChild(LinkLine)
    view.resize(400, 300)
    assert line.geometry().bottom() == 300 - 12 - 1


def test_where_a_link_leads_is_told_no_longer_than_its_message_is_shown(view: TranscriptView) -> None:
    view.pressing.link_wanted.emit(LINK)
    line = view.findChild(LinkLine)
    assert line.isVisible()
    view.clear()
    assert line.isHidden()
    assert view.hasFocus()
