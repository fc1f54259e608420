"""Escape where it means the way back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.widgets.way_back import WayBack


@pytest.mark.parametrize(("leads", "expected"), [(True, ["back"]), (False, ["window"])])
def test_it_is_the_windows_key_only_where_it_leads_nowhere_else(
    qtbot: QtBot, leads: bool, expected: list[str]
) -> None:
    window, done = QWidget(), []
    qtbot.addWidget(window)
    place = QWidget()
    QVBoxLayout(window).addWidget(place)
    QVBoxLayout(place).addWidget(line := QLineEdit())
    QShortcut(QKeySequence("Esc"), window).activated.connect(lambda: done.append("window"))
    WayBack(place, lambda: leads, lambda: done.append("back"))
    window.show()
    window.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert done == expected
    qtbot.keyClick(line, Qt.Key.Key_A)
    assert line.text() == "a"
