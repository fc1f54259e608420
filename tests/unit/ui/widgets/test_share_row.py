"""A name with its bar and its number."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.theme.theme import Theme
from app.ui.widgets.share_row import ShareRow


def test_it_is_read_as_text_and_drawn_from_where_reading_begins(qtbot: QtBot, theme: Theme) -> None:
    row = ShareRow(theme, "gpt-5", "1.2 M", (0.5, 0.0))
    qtbot.addWidget(row)
    row.resize(300, row.sizeHint().height())
    assert row.text() == "gpt-5: 1.2 M"
    middle = 26
    accent = theme.colour("accent")
    picture = row.grab().toImage()
    assert (picture.pixelColor(20, middle), picture.pixelColor(280, middle)) == (accent, theme.colour("line"))
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    picture = row.grab().toImage()
    assert (picture.pixelColor(20, middle), picture.pixelColor(280, middle)) == (theme.colour("line"), accent)
