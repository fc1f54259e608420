"""A menu of the window."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.theme.theme import Scheme, Theme
from app.ui.theme.tokens import DARK, LIGHT
from app.ui.widgets.menu import Menu


@pytest.fixture
def done() -> list[str]:
    return []


@pytest.fixture
def menu(qtbot: QtBot, theme: Theme, done: list[str]) -> Menu:
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.show()
    made = Menu(theme, "Things", owner)
    made.offer("Keep", "plus", lambda: done.append("kept"), key="F2")
    made.addSeparator()
    made.offer("Delete", "trash-2", lambda: done.append("deleted"), tone="bad")
    made.popup(QPoint(20, 20))
    qtbot.waitUntil(made.isVisible)
    yield made
    made.close()


def colours(menu: Menu) -> set[str]:
    image = menu.grab().toImage()
    return {
        image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())
    }


def test_an_entry_does_its_deed_by_key(qtbot: QtBot, menu: Menu, done: list[str]) -> None:
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert (done, menu.isVisible()) == (["deleted"], False)


def test_an_entry_does_its_deed_by_click(qtbot: QtBot, menu: Menu, done: list[str]) -> None:
    place = menu.actionGeometry(menu.actions()[0]).center()
    qtbot.mouseMove(menu, place)
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)
    assert done == ["kept"]


def test_its_entries_are_named_without_their_keys(menu: Menu) -> None:
    assert menu.accessibleName() == "Things"
    assert [action.text() for action in menu.actions() if not action.isSeparator()] == ["Keep", "Delete"]
    assert menu.actions()[0].shortcut().toString() == "F2"


def test_its_key_is_only_shown(qtbot: QtBot, menu: Menu, done: list[str]) -> None:
    menu.close()
    qtbot.keyClick(menu.parentWidget(), Qt.Key.Key_F2)
    assert not done


def test_what_is_pointed_at_is_lit(qtbot: QtBot, menu: Menu) -> None:
    assert LIGHT.hover not in colours(menu)
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    assert LIGHT.hover in colours(menu)


def test_it_takes_the_colours_that_are_in_force(menu: Menu, theme: Theme) -> None:
    assert {LIGHT.surface, LIGHT.line, LIGHT.bad} <= colours(menu)
    theme.choose(Scheme.DARK)
    assert {DARK.surface, DARK.line, DARK.bad} <= colours(menu)


def test_its_corners_are_cut_off(menu: Menu) -> None:
    assert not menu.mask().contains(QPoint(0, 0))
    assert menu.mask().contains(menu.rect().center())


def test_a_menu_can_be_filled_anew(qtbot: QtBot, menu: Menu, done: list[str]) -> None:
    menu.clear()
    menu.offer("Choose", "", lambda: done.append("chosen"))
    menu.close()
    menu.popup(QPoint(20, 20))
    assert [action.text() for action in menu.actions()] == ["Choose"]
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert done == ["chosen"]


def test_an_entry_can_open_a_menu_of_its_own(qtbot: QtBot, menu: Menu, done: list[str]) -> None:
    menu.close()
    more = menu.offer_more("Move", "trash-2")
    more.offer("R & D", "", lambda: done.append("moved"))
    menu.popup(QPoint(20, 20))
    qtbot.keyClick(menu, Qt.Key.Key_Up)
    qtbot.keyClick(menu, Qt.Key.Key_Right)
    assert more.isVisible()
    more.grab()
    qtbot.keyClick(more, Qt.Key.Key_Return)
    assert (done, more.accessibleName()) == (["moved"], "Move")


def test_words_that_are_too_long_are_cut(menu: Menu) -> None:
    menu.close()
    entry = menu.offer("x" * 300, "", lambda: None)
    assert entry.text().endswith("…")
    assert menu.sizeHint().width() < 400


def test_what_was_cleared_is_gone_with_all_below_it(menu: Menu) -> None:
    menu.close()
    menu.offer_more("Move", "").offer("Kiln", "", lambda: None)
    menu.clear()
    assert menu.actions() == []


def test_it_shows_the_key_of_the_moment_for_what_the_window_does_too(menu: Menu) -> None:
    window = menu.parentWidget()
    action = QAction("Rename", window)
    action.setShortcut("Ctrl+J")
    window.addAction(action)
    entry = menu.offer("Rename", "", lambda: None, key="F2")
    menu.close()
    menu.popup(QPoint(20, 20))
    assert entry.shortcut().toString() == "Ctrl+J"
