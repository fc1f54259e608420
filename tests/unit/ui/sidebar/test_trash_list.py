"""What can be done to a conversation in the trash."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.ids import ConversationId
from app.domain.listing import TRASH, ListedConversation
from app.ui.sidebar.trash_list import TrashList
from app.ui.sidebar.wishes import Wish, Wishes
from app.ui.theme.theme import Theme
from tests.unit.ui.conftest import NOW
from tests.unit.ui.sidebar.listed import filled, listed
from tests.unit.ui.sidebar.test_row_list import place_of, right_click


def thrown_away(number: int) -> ListedConversation:
    return listed(str(number), number=100 - number, trashed_at=NOW - number)


@pytest.fixture
def rows(qtbot: QtBot, theme: Theme) -> TrashList:
    model, wishes = filled(*(thrown_away(number) for number in range(40)), place=TRASH), Wishes()
    made = TrashList(theme, "Trash", model, wishes)
    model.setParent(made)
    wishes.setParent(made)
    qtbot.addWidget(made)
    made.resize(256, 400)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.menu.close()


def test_nothing_is_offered_until_a_row_is_chosen(rows: TrashList) -> None:
    assert rows.restore_button.isHidden()
    rows.choose_first()
    assert rows.restore_button.isVisible()
    assert rows.restore_button.accessibleDescription() == "0"


def test_the_button_lies_in_the_chosen_row_and_restores_it(qtbot: QtBot, rows: TrashList) -> None:
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place_of(rows, "3"))
    row = rows.visualRect(rows.model().find(ConversationId("3")))
    assert row.contains(rows.restore_button.geometry())
    with qtbot.waitSignal(rows.wishes.many) as wanted:
        qtbot.mouseClick(rows.restore_button, Qt.MouseButton.LeftButton)
    assert wanted.args == [Wish.RESTORE, (97,)]


def test_the_button_stays_with_its_row(rows: TrashList) -> None:
    rows.setCurrentIndex(rows.model().find(ConversationId("5")))
    for change in (
        lambda: rows.verticalScrollBar().setValue(60),
        lambda: rows.resize(220, 400),
        lambda: rows.model().put(thrown_away(-5), NOW),
        lambda: rows.model().drop(98),
    ):
        change()
        row = rows.visualRect(rows.model().find(ConversationId("5")))
        assert row.contains(rows.restore_button.geometry())


def test_enter_restores_the_chosen_row(qtbot: QtBot, rows: TrashList) -> None:
    rows.choose_first()
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    with qtbot.waitSignal(rows.wishes.many) as wanted:
        qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert wanted.args == [Wish.RESTORE, (99,)]


def test_the_menu_restores_the_row_that_was_clicked(qtbot: QtBot, rows: TrashList) -> None:
    rows.choose_first()
    right_click(qtbot, rows, place_of(rows, "4"))
    words = [action.text() for action in rows.menu.actions() if not action.isSeparator()]
    assert words == ["Restore", "Delete for ever…"]
    with qtbot.waitSignal(rows.wishes.many) as wanted:
        qtbot.keyClick(rows.menu, Qt.Key.Key_Down)
        qtbot.keyClick(rows.menu, Qt.Key.Key_Return)
    assert wanted.args == [Wish.RESTORE, (96,)]


def test_the_menu_and_a_key_ask_for_deleting_for_ever(qtbot: QtBot, rows: TrashList) -> None:
    rows.choose_first()
    with qtbot.waitSignal(rows.wishes.many) as wanted:
        qtbot.keyClick(rows, Qt.Key.Key_Delete)
    assert wanted.args == [Wish.REMOVE, (100,)]
    right_click(qtbot, rows, place_of(rows, "4"))
    with qtbot.waitSignal(rows.wishes.many) as wanted:
        rows.menu.actions()[-1].trigger()
    assert wanted.args == [Wish.REMOVE, (96,)]


def test_a_row_that_was_chosen_before_stays_so(rows: TrashList) -> None:
    rows.setCurrentIndex(rows.model().find(ConversationId("2")))
    rows.choose_first()
    assert rows.currentIndex().data() == "2"


def test_when_a_row_is_restored_the_next_one_is_chosen(rows: TrashList) -> None:
    rows.choose_first()
    rows.model().drop(100)
    assert rows.currentIndex().data() == "1"
    assert rows.restore_button.accessibleDescription() == "1"


def test_many_are_restored_at_once_and_by_no_button(qtbot: QtBot, rows: TrashList) -> None:
    rows.choose_first()
    qtbot.keyClick(rows, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert rows.restore_button.isHidden()
    with qtbot.waitSignal(rows.wishes.many) as wanted:
        qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert wanted.args == [Wish.RESTORE, (100, 99)]
