"""Widgets that take another size."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.ui.theme.fonts import font
from app.ui.theme.resizing import length_at, resize_all
from app.ui.theme.scale import PERCENTS
from app.ui.theme.tokens import SMALL


def test_own_fonts_and_fixed_lengths_grow_and_a_windows_do_not(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setMinimumSize(360, 400)
    label = QLabel("x", window)
    label.setFont(font(SMALL))
    label.setFixedHeight(36)
    label.setMaximumWidth(480)
    resize_all([window, label], 100, 150)
    assert (label.font().pixelSize(), label.minimumHeight(), label.maximumHeight()) == (18, 54, 54)
    assert (label.minimumWidth(), label.maximumWidth()) == (0, 720)
    assert (window.minimumWidth(), window.minimumHeight()) == (360, 400)


def test_a_font_that_is_not_a_widgets_own_is_left_to_the_application(qtbot: QtBot) -> None:
    label = QLabel("x")
    qtbot.addWidget(label)
    before = label.font()
    resize_all([label], 100, 200)
    assert label.font() == before


@pytest.mark.parametrize("length", [12, 13, 14, 15, 20, 28, 36, 48, 272, 480])
def test_no_way_through_the_sizes_loses_a_pixel(length: int) -> None:
    for before in PERCENTS:
        for after in PERCENTS:
            there = length_at(length, 100, before)
            back = length_at(length_at(there, before, after), after, 100)
            assert abs(back - length) <= (0 if min(before, after) >= 100 else 1)
