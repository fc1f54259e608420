from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.widgets.scroll_area import in_scroll_area


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
