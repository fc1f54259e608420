"""A surface over the window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.theme.theme import Theme
from app.ui.widgets.floating import Floating


def test_a_window_of_its_own_has_its_corners_cut_off(qtbot: QtBot, theme: Theme) -> None:
    inside = QWidget()
    qtbot.addWidget(inside)
    beside, alone = Floating(theme, inside), Floating(theme)
    qtbot.addWidget(alone)
    alone.setWindowFlag(Qt.WindowType.Popup)
    for surface in (beside, alone):
        surface.resize(100, 60)
        surface.show()
    assert beside.mask().isEmpty()
    assert not alone.mask().isEmpty()
    assert alone.grab().toImage().pixelColor(50, 30) == theme.colour("surface")
