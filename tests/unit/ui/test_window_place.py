"""Where the window stands."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.plain_settings import WindowPlace
from app.ui.window_place import fitting, place_of, put

LEFT, RIGHT = QRect(0, 0, 1280, 1024), QRect(1280, 0, 1920, 1080)
BEYOND = WindowPlace(1500, 100, 1000, 800)


def test_a_place_that_a_screen_shows_is_kept() -> None:
    assert fitting(BEYOND, [LEFT, RIGHT]) == QRect(1500, 100, 1000, 800)


def test_without_its_screen_a_window_comes_to_the_first() -> None:
    found = fitting(BEYOND, [LEFT])
    assert (found.size(), LEFT.contains(found)) == (QRect(0, 0, 1000, 800).size(), True)


def test_a_window_larger_than_the_screen_that_is_left_is_made_to_fit() -> None:
    assert LEFT.contains(fitting(WindowPlace(5000, 0, 3000, 2000), [LEFT]))


@pytest.mark.parametrize("place", [WindowPlace(-900, 0, 1000, 800), WindowPlace(1200, 0, 1000, 800)])
def test_a_window_that_can_still_be_taken_hold_of_stays(place: WindowPlace) -> None:
    wanted = QRect(place.left, place.top, place.width, place.height)
    seen = LEFT.intersected(wanted).width()
    assert (fitting(place, [LEFT]) == wanted) is (seen >= 96)


def test_a_window_whose_top_is_above_every_screen_comes_back() -> None:
    assert LEFT.contains(fitting(WindowPlace(100, -500, 800, 700), [LEFT]))


def test_without_any_screen_nothing_is_done() -> None:
    assert fitting(BEYOND, []) == QRect(1500, 100, 1000, 800)


def test_what_is_read_can_be_put_back(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    put(window, WindowPlace(40, 50, 500, 400))
    window.show()
    assert place_of(window) == WindowPlace(40, 50, 500, 400)
    put(window, WindowPlace(40, 50, 500, 400, is_maximised=True))
    qtbot.waitUntil(window.isMaximized)
    assert place_of(window).is_maximised
