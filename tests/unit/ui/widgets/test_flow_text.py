"""A label for plain text of any length."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.ui.theme.theme import Theme
from app.ui.theme.tokens import READING
from app.ui.widgets.flow_text import FlowText

CONTROL = Qt.KeyboardModifier.ControlModifier
MARKUP = '<img src="file:///etc/hostname"><b>bold</b> &amp; "quoted"'


@pytest.fixture
def label(qtbot: QtBot, theme: Theme) -> FlowText:
    made = FlowText(theme, READING)
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.set_text("one two three\nfour")
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


@pytest.mark.usefixtures("qtbot")
def test_markup_is_shown_and_copied_to_the_letter(label: FlowText) -> None:
    label.set_text(MARKUP)
    label.copy_selection()
    assert clipboard() == MARKUP
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_dragging_selects_and_the_key_copies(qtbot: QtBot, label: FlowText) -> None:
    qtbot.mousePress(label, Qt.MouseButton.LeftButton, pos=QPoint(0, 10))
    qtbot.mouseMove(label, QPoint(390, 10))
    qtbot.mouseRelease(label, Qt.MouseButton.LeftButton, pos=QPoint(390, 10))
    label.setFocus()
    qtbot.keyClick(label, Qt.Key.Key_C, CONTROL)
    assert clipboard() == "one two three"


def test_a_double_click_selects_a_word_and_shift_extends(qtbot: QtBot, label: FlowText) -> None:
    qtbot.mouseDClick(label, Qt.MouseButton.LeftButton, pos=QPoint(5, 10))
    assert label.selected_text() == "one"
    qtbot.mouseClick(label, Qt.MouseButton.LeftButton, pos=QPoint(0, 10))
    qtbot.mouseClick(label, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, QPoint(390, 30))
    assert label.selected_text() == "one two three\nfour"


def test_everything_is_selected_by_key_and_let_go_when_the_focus_leaves(
    qtbot: QtBot, label: FlowText
) -> None:
    label.setFocus()
    qtbot.keyClick(label, Qt.Key.Key_A, CONTROL)
    assert label.selected_text() == "one two three\nfour"
    label.clearFocus()
    assert label.selected_text() == ""


def test_the_ring_is_for_those_who_come_by_key(qtbot: QtBot, label: FlowText) -> None:
    label.clearFocus()
    with qtbot.waitSignal(label.ring_changed):
        label.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert label.has_ring
    label.clearFocus()
    label.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not label.has_ring


@pytest.mark.usefixtures("qtbot")
def test_the_menu_copies_all_where_nothing_is_selected(label: FlowText) -> None:
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(), label.mapToGlobal(QPoint()))
    QGuiApplication.sendEvent(label, asked)
    menu = label.findChild(QMenu)
    menu.actions()[0].trigger()
    menu.close()
    assert clipboard() == "one two three\nfour"


def test_the_same_text_again_keeps_the_selection(label: FlowText) -> None:
    label.select_all()
    label.set_text("one two three\nfour")
    assert label.selected_text()
    label.set_text("other")
    assert not label.selected_text()
