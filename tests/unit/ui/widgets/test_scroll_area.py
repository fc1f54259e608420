from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.widgets.scroll_area import TallScrollArea, in_scroll_area


def test_what_has_the_focus_is_scrolled_to_and_nothing_is_painted_behind_it(qtbot: QtBot) -> None:
    content, line = QWidget(), QLineEdit()
    column = QVBoxLayout(content)
    column.addSpacing(900)
    column.addWidget(line)
    place = in_scroll_area(content)
    qtbot.addWidget(place)
    place.resize(200, 300)
    place.show()
    assert not content.autoFillBackground()
    assert place.focusPolicy() is Qt.FocusPolicy.NoFocus
    place.ensureWidgetVisible(line)
    assert place.verticalScrollBar().value() > 0
    assert place.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def test_it_is_as_tall_as_what_is_in_it_while_there_is_room(qtbot: QtBot) -> None:
    content, around, room = QWidget(), QWidget(), [200]
    rows = QVBoxLayout(content)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(0)
    place = TallScrollArea(content, around, lambda: room[-1])
    column = QVBoxLayout(around)
    column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
    column.addWidget(place)
    qtbot.addWidget(around)
    around.show()
    for count in (1, 2, 3, 4):
        line = QWidget()
        line.setFixedSize(100, 80)
        rows.addWidget(line)
        line.show()
        qtbot.waitUntil(lambda count=count: place.height() == min(80 * count, 200))
    qtbot.waitUntil(lambda: place.verticalScrollBar().maximum() == 4 * 80 - 200)
    line.hide()
    qtbot.waitUntil(lambda: place.verticalScrollBar().maximum() == 3 * 80 - 200)
    room.append(100)
    around.layout().addWidget(QWidget())
    qtbot.waitUntil(lambda: place.height() == 100)
