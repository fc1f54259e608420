import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.ui.sidebar.overlaid_bar import OverlaidBar


@pytest.fixture
def area(qtbot: QtBot) -> QScrollArea:
    made = QScrollArea()
    qtbot.addWidget(made)
    made.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.resize(200, 100)
    made.show()
    return made


def fill(area: QScrollArea, height: int) -> None:
    content = QWidget()
    content.setFixedSize(50, height)
    area.setWidget(content)


def test_it_is_there_while_there_is_something_to_scroll(qtbot: QtBot, area: QScrollArea) -> None:
    bar = OverlaidBar(area)
    fill(area, 1000)
    qtbot.waitUntil(bar.isVisible)
    assert bar.geometry().right() == area.width() - 1
    fill(area, 10)
    qtbot.waitUntil(bar.isHidden)


def test_both_bars_move_together(qtbot: QtBot, area: QScrollArea) -> None:
    bar = OverlaidBar(area)
    fill(area, 1000)
    qtbot.waitUntil(bar.isVisible)
    bar.setValue(300)
    assert area.verticalScrollBar().value() == 300
    area.verticalScrollBar().setValue(20)
    assert bar.value() == 20


def test_in_a_mirrored_window_it_lies_at_the_other_edge(qtbot: QtBot, area: QScrollArea) -> None:
    area.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    bar = OverlaidBar(area)
    fill(area, 1000)
    qtbot.waitUntil(bar.isVisible)
    assert bar.geometry().left() == 0
