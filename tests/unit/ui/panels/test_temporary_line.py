"""What says that a conversation will not last."""

from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from app.ui.panels.temporary_line import TemporaryLine
from app.ui.theme.theme import Theme


def test_its_words_are_painted_and_read_by_assistive_tools(qtbot: QtBot, theme: Theme) -> None:
    line = TemporaryLine(theme)
    qtbot.addWidget(line)
    line.resize(600, line.height())
    image = line.grab().toImage()
    ground = image.pixelColor(599, 1)
    inked = [x for x in range(600) if any(image.pixelColor(x, y) != ground for y in range(1, 34))]
    assert min(inked) < 32
    assert 300 < max(inked) < 584
    name = QAccessible.queryAccessibleInterface(line).text(QAccessible.Text.Name)
    assert name == "Temporary: not stored. It is gone when Sotto is locked or closed."
