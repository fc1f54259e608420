"""How wide what a dialog holds may be."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.theme.theme import Theme
from app.ui.widgets.fitting import fitting, room_in


def test_it_is_as_the_look_has_it_where_there_is_room(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 800)
    assert fitting(400, window) == 400
    theme.resize_text(200)
    assert fitting(400, window) == 800


def test_a_dialog_lies_within_a_narrow_window(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(480, 720)
    theme.resize_text(200)
    assert fitting(400, QWidget(window)) == room_in(window) == 480 - 2 * 24
