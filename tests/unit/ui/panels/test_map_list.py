"""The map walked and worked by key."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.panels.map_list import MapList

Key = Qt.Key


def at(map_list: MapList) -> int:
    return map_list.currentIndex().row()


def test_it_begins_at_what_is_shown_and_is_walked_up_and_down(qtbot: QtBot, map_list: MapList) -> None:
    assert at(map_list) == 4
    qtbot.keyClick(map_list, Key.Key_Up)
    assert at(map_list) == 3
    qtbot.keyClick(map_list, Key.Key_End)
    assert at(map_list) == 6


def test_left_folds_and_then_goes_to_where_the_row_comes_from(qtbot: QtBot, map_list: MapList) -> None:
    qtbot.keyClick(map_list, Key.Key_Left)
    assert (map_list.model().rowCount(), at(map_list)) == (6, 4)
    qtbot.keyClick(map_list, Key.Key_Left)
    assert at(map_list) == 2
    qtbot.keyClick(map_list, Key.Key_Right)
    assert at(map_list) == 3
    qtbot.keyClick(map_list, Key.Key_Down)
    qtbot.keyClick(map_list, Key.Key_Right)
    assert (map_list.model().rowCount(), at(map_list)) == (7, 4)


def test_enter_and_a_click_go_there(qtbot: QtBot, map_list: MapList) -> None:
    gone: list[object] = []
    map_list.chosen.connect(gone.append)
    qtbot.keyClick(map_list, Key.Key_Return)
    place = map_list.visualRect(map_list.model().index(1)).center()
    qtbot.mouseClick(map_list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [stretch.branch.id for stretch in gone] == ["four", "two"]


def test_a_click_on_the_sign_folds_and_goes_nowhere(qtbot: QtBot, map_list: MapList) -> None:
    gone: list[object] = []
    map_list.chosen.connect(gone.append)
    index = map_list.model().index(0)
    sign = map_list.delegate.sign_area(map_list.visualRect(index), index).center()
    qtbot.mouseClick(map_list.viewport(), Qt.MouseButton.LeftButton, pos=sign)
    assert (map_list.model().rowCount(), gone) == (2, [])


def test_delete_is_for_branches_alone(qtbot: QtBot, map_list: MapList) -> None:
    going: list[object] = []
    map_list.delete_wanted.connect(going.append)
    qtbot.keyClick(map_list, Key.Key_Delete)
    map_list.setCurrentIndex(map_list.model().index(0))
    qtbot.keyClick(map_list, Key.Key_Delete)
    assert [branch.id for branch in going] == ["four"]


def test_the_menu_offers_what_can_be_done_with_the_row(qtbot: QtBot, map_list: MapList) -> None:
    map_list.more_button.click()
    words = [action.text() for action in map_list.menu.actions() if action.text()]
    assert words == ["Go there", "Rename", "Make it the main line", "Move it out", "Export…", "Delete branch"]
    map_list.menu.close()
    map_list.setCurrentIndex(map_list.model().index(0))
    qtbot.keyClick(map_list, Key.Key_Menu)
    assert [action.text() for action in map_list.menu.actions() if action.text()] == ["Go there"]
    map_list.menu.close()
