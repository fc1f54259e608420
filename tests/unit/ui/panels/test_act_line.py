from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.panels.act_line import ActLine
from app.ui.theme.theme import Theme

LEFT = Qt.MouseButton.LeftButton


def test_it_says_what_was_done_and_offers_to_take_it_back(qtbot: QtBot, theme: Theme) -> None:
    line = ActLine(theme)
    qtbot.addWidget(line)
    line.resize(900, 36)
    line.say("Message deleted")
    assert (line.isVisible(), line.line.accessibleName()) == (True, "Message deleted")
    assert line.line.width() == 720
    with qtbot.waitSignal(line.taken):
        qtbot.mouseClick(line.line.deed_button, LEFT)
    with qtbot.waitSignal(line.dismissed):
        qtbot.mouseClick(line.line.close_button, LEFT)
