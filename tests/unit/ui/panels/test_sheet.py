import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.ui.panels.sheet import Sheet


@pytest.mark.parametrize("width", [360, 1280])
def test_it_stands_in_the_middle_and_is_never_too_wide_to_read(qtbot: QtBot, width: int) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    sheet = Sheet(page)
    sheet.column.addWidget(QLabel("Words"))
    page.resize(width, 600)
    page.show()
    left = sheet.mapTo(page, QPoint()).x()
    assert sheet.width() <= min(480, width - 64)
    assert sheet.width() >= min(480, width - 80)
    assert abs(left - (width - sheet.width()) / 2) <= 1
