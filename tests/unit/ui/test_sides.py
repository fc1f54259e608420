"""The two sides of the window."""

import asyncio

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from app.ui.main_window import MainWindow
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import SIDEBAR_WIDTH
from tests.fixtures.waiting import until
from tests.unit.ui.conftest import NOW

CONTROL = Qt.KeyboardModifier.ControlModifier


async def test_the_sidebar_has_the_width_of_the_look(window: MainWindow) -> None:
    assert window.pane.mapTo(window, window.pane.rect().topLeft()).x() == SIDEBAR_WIDTH


async def test_a_key_folds_the_sidebar_and_brings_it_back(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_B, CONTROL)
    assert not window.sidebar.isVisible()
    assert window.pane.header.sidebar_button.isVisible()
    qtbot.mouseClick(window.pane.header.sidebar_button, Qt.MouseButton.LeftButton)
    assert window.sidebar.isVisible()
    assert not window.pane.header.sidebar_button.isVisible()


async def test_a_narrow_window_shows_one_side_at_a_time(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(480, 720)
    await until(lambda: not window.sidebar.isVisible(), "the folded sidebar")
    qtbot.keyClick(window, Qt.Key.Key_B, CONTROL)
    assert (window.sidebar.isVisible(), window.pane.isVisible()) == (True, False)
    qtbot.mouseClick(window.sidebar.new_button, Qt.MouseButton.LeftButton)
    assert (window.sidebar.isVisible(), window.pane.isVisible()) == (False, True)
    window.resize(1280, 800)
    await until(window.sidebar.isVisible, "the sidebar")
    assert window.pane.isVisible()


async def test_the_focus_goes_to_the_side_that_is_wanted(qtbot: QtBot, window: MainWindow) -> None:
    for wanted in (window.pane.composer.field, window.sidebar.list):
        qtbot.keyClick(window, Qt.Key.Key_B, CONTROL)
        assert wanted.hasFocus()


async def test_a_wide_window_keeps_both_sides_when_a_conversation_is_chosen(
    qtbot: QtBot, window: MainWindow
) -> None:
    qtbot.mouseClick(window.sidebar.new_button, Qt.MouseButton.LeftButton)
    assert window.sidebar.isVisible()
    assert window.pane.isVisible()


async def test_the_width_that_a_person_gives_the_sidebar_is_remembered(
    qtbot: QtBot, theme: Theme, window: MainWindow
) -> None:
    handle = window._sides.handle(1)
    middle = handle.rect().center()
    qtbot.mousePress(handle, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseMove(handle, middle + QPoint(60, 0))
    qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=middle + QPoint(60, 0))
    width = window.plain.settings.sidebar_width
    assert width > SIDEBAR_WIDTH
    again = MainWindow(theme, lambda: NOW, window.plain)
    qtbot.addWidget(again)
    again.resize(1280, 800)
    again.show()
    assert again.pane.mapTo(again, QPoint(0, 0)).x() == width


async def test_text_that_leaves_no_room_for_both_sides_folds_the_sidebar(
    qtbot: QtBot, window: MainWindow
) -> None:
    for _ in range(5):
        qtbot.keyClick(window, Qt.Key.Key_Plus, CONTROL)
        await asyncio.sleep(0)  # each step is one of its own
    assert not window.sidebar.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_0, CONTROL)
    assert window.sidebar.isVisible()


async def test_the_sidebar_can_be_asked_for_where_it_may_be_there_already(window: MainWindow) -> None:
    sides = window._sides
    for _ in range(2):
        sides.show_sidebar()
        assert window.sidebar.isVisible()
    sides.toggle()
    sides.show_sidebar()
    assert window.sidebar.isVisible()
