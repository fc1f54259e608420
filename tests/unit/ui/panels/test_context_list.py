"""The ledger worked by key."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.panels.context_list import ContextList
from app.ui.panels.context_rows import ContextRows
from tests.fakes.scripted_inspecting import told
from tests.fixtures.pace import within

Key = Qt.Key


def position(rows: ContextList) -> int:
    assert rows.row
    return rows.row.position


def test_it_begins_at_the_cut_and_is_walked_from_end_to_end(qtbot: QtBot, context_list: ContextList) -> None:
    assert position(context_list) == 6
    qtbot.keyClick(context_list, Key.Key_Up)
    assert position(context_list) == 5
    qtbot.keyClick(context_list, Key.Key_Home)
    assert position(context_list) == 0
    qtbot.keyClick(context_list, Key.Key_End)
    assert position(context_list) == 10


def test_enter_goes_to_the_message(qtbot: QtBot, context_list: ContextList) -> None:
    with qtbot.waitSignal(context_list.message_wanted) as told_of:
        qtbot.keyClick(context_list, Key.Key_Return)
    assert told_of.args == ["item-6"]


def test_enter_opens_instructions_and_a_summary(qtbot: QtBot, context_list: ContextList) -> None:
    model = context_list.model()
    model.load(ContextRows(told(9, 6, summary=5), 9, has_question=True), frozenset())
    context_list.go_to_cut()
    with qtbot.waitSignal(context_list.summary_wanted):
        qtbot.keyClick(context_list, Key.Key_Return)
    qtbot.keyClick(context_list, Key.Key_Home)
    with qtbot.waitSignal(context_list.instructions_wanted):
        qtbot.keyClick(context_list, Key.Key_Return)


def test_letters_pin_and_leave_out(qtbot: QtBot, context_list: ContextList) -> None:
    wanted: list[tuple[object, ...]] = []
    context_list.pin_wanted.connect(lambda *args: wanted.append(("pin", *args)))
    context_list.exclude_wanted.connect(lambda *args: wanted.append(("out", *args)))
    qtbot.keyClick(context_list, Key.Key_P)
    qtbot.keyClick(context_list, Key.Key_X)
    context_list.setCurrentIndex(context_list.model().index(8))
    qtbot.keyClick(context_list, Key.Key_X)
    assert wanted == [("pin", "item-6", True), ("out", "item-6", True), ("out", "item-8", False)]


def test_what_was_cannot_be_changed(qtbot: QtBot, context_list: ContextList) -> None:
    context_list.may_change = False
    with qtbot.assertNotEmitted(context_list.pin_wanted):
        qtbot.keyClick(context_list, Key.Key_P)
    qtbot.keyClick(context_list, Key.Key_Menu)
    assert [action.text() for action in context_list.menu.actions()] == ["Go to the message"]
    context_list.menu.close()


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (6, ["Go to the message", "Pin: send it in any case", "Leave it out"]),
        (8, ["Go to the message", "Pin: send it in any case", "Send it again"]),
        (0, ["Read the instructions"]),
    ],
)
def test_the_menu_speaks_of_its_row(
    qtbot: QtBot, context_list: ContextList, number: int, words: list[str]
) -> None:
    context_list.setCurrentIndex(context_list.model().index(number))
    qtbot.keyClick(context_list, Key.Key_Menu)
    assert [action.text() for action in context_list.menu.actions()] == words
    context_list.menu.close()


def test_a_hundred_thousand_rows_are_shown_and_gone_through_at_once(
    qtbot: QtBot, context_list: ContextList
) -> None:
    rows = ContextRows(told(100_000, 99_900), 100_000, has_question=True)
    with within(0.1):
        context_list.model().load(rows, frozenset())
        context_list.go_to_cut()
        context_list.viewport().repaint()
        qtbot.keyClick(context_list, Key.Key_Home)
        context_list.viewport().repaint()
    assert position(context_list) == 0
