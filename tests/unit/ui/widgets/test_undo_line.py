from pytestqt.qtbot import QtBot

from app.ui.theme.theme import Theme
from app.ui.widgets.undo_line import UndoLine


def test_it_says_what_has_gone_and_offers_it_back(qtbot: QtBot, theme: Theme) -> None:
    line = UndoLine(theme)
    qtbot.addWidget(line)
    assert line.isHidden()
    line.offer("“Ada” removed")
    assert (line.words.text(), line.isHidden()) == ("“Ada” removed", False)
    with qtbot.waitSignal(line.taken):
        line.button.click()
    line.withdraw()
    assert line.isHidden()
