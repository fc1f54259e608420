"""What stands where no message is yet."""

from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from app.ui.panels.empty_page import EmptyPage
from app.ui.theme.theme import Theme


def test_its_words_are_painted_in_the_middle_and_read_by_assistive_tools(qtbot: QtBot, theme: Theme) -> None:
    page = EmptyPage(theme)
    qtbot.addWidget(page)
    page.resize(600, 400)
    image = page.grab().toImage()
    ink = [y for y in range(400) for x in range(0, 600, 2) if image.pixelColor(x, y).lightness() < 120]
    assert 150 < min(ink) < max(ink) < 250
    name = QAccessible.queryAccessibleInterface(page).text(QAccessible.Text.Name)
    assert "encrypted on this computer" in name
