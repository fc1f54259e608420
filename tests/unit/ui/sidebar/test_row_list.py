"""What both lists of the sidebar do alike: the ring, and a menu for each row."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.ids import ConversationId
from app.ui.sidebar.row_list import RowList
from app.ui.theme.theme import Theme
from tests.unit.ui.conftest import NOW
from tests.unit.ui.sidebar.listed import DAY, filled, listed

SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def rows(qtbot: QtBot, theme: Theme) -> RowList:
    made = RowList(theme, "Rows")
    qtbot.addWidget(made)
    model = filled(listed("a"), listed("b", DAY))
    model.setParent(made)
    made.setModel(model)
    made.menu.offer("Keep", "plus", lambda: None)
    made.resize(256, 400)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setCurrentIndex(model.find(ConversationId("a")))
    yield made
    made.menu.close()


def place_of(rows: RowList, title: str) -> QPoint:
    return rows.visualRect(rows.model().find(ConversationId(title))).center()


def right_click(qtbot: QtBot, rows: RowList, place: QPoint) -> None:
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.RightButton, pos=place)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, rows.viewport().mapToGlobal(place), NONE)
    QApplication.sendEvent(rows.viewport(), event)


def test_a_right_click_opens_the_menu_of_its_row_and_chooses_nothing(qtbot: QtBot, rows: RowList) -> None:
    right_click(qtbot, rows, place_of(rows, "b"))
    assert (rows.menu.isVisible(), rows.target.data()) == (True, "b")
    assert rows.currentIndex().data() == "a"


def test_the_row_is_lit_for_as_long_as_its_menu_is_open(qtbot: QtBot, rows: RowList) -> None:
    right_click(qtbot, rows, place_of(rows, "b"))
    assert rows.delegate.pointed.data() == "b"
    qtbot.keyClick(rows.menu, Qt.Key.Key_Escape)
    assert not rows.delegate.pointed.isValid()
    assert rows.target.data() == "b"


def test_headings_and_empty_room_have_no_menu(qtbot: QtBot, rows: RowList) -> None:
    right_click(qtbot, rows, rows.visualRect(rows.model().index(0)).center())
    right_click(qtbot, rows, QPoint(20, 390))
    assert not rows.menu.isVisible()


@pytest.mark.parametrize(("key", "modifier"), [(Qt.Key.Key_Menu, NONE), (Qt.Key.Key_F10, SHIFT)])
def test_keys_open_the_menu_of_the_chosen_row(
    qtbot: QtBot, rows: RowList, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    qtbot.keyClick(rows, key, modifier)
    assert (rows.menu.isVisible(), rows.target.data()) == (True, "a")


def test_the_systems_own_key_for_menus_means_the_chosen_row(rows: RowList) -> None:
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 300), QPoint(5, 300), NONE)
    QApplication.sendEvent(rows.viewport(), event)
    assert (rows.menu.isVisible(), rows.target.data()) == (True, "a")


def test_the_ring_stays_when_a_menu_has_been_opened_and_closed(qtbot: QtBot, rows: RowList) -> None:
    rows.setFocus(Qt.FocusReason.TabFocusReason)
    right_click(qtbot, rows, place_of(rows, "b"))
    assert not rows.delegate.ring
    qtbot.keyClick(rows.menu, Qt.Key.Key_Escape)
    qtbot.waitUntil(rows.hasFocus)
    assert not rows.delegate.ring
    qtbot.keyClick(rows, Qt.Key.Key_Menu)
    assert rows.delegate.ring


def test_where_there_are_no_rows_words_say_so(qtbot: QtBot, theme: Theme) -> None:
    empty = RowList(theme, "Rows")
    qtbot.addWidget(empty)
    model = filled()
    model.setParent(empty)
    empty.setModel(model)
    empty.resize(200, 100)
    blank = empty.viewport().grab().toImage()
    empty.say_if_empty("Nothing is here.")
    assert empty.accessibleDescription() == "Nothing is here."
    assert empty.viewport().grab().toImage() != blank
    model.put(listed("a"), NOW)
    empty.say_if_empty("Nothing is here.")
    assert empty.accessibleDescription() == ""
