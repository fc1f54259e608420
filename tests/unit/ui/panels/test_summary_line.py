"""Asking for a summary, and seeing it grow."""

from pytestqt.qtbot import QtBot

from app.ui.panels.summary_line import SummaryLine
from app.ui.theme.theme import Theme


def test_it_grows_and_can_be_stopped(qtbot: QtBot, theme: Theme) -> None:
    line = SummaryLine(theme)
    qtbot.addWidget(line)
    line.show()
    with qtbot.waitSignal(line.wanted):
        line.begin_button.click()
    line.advance(120, 400)
    assert (line.begin_button.isVisible(), line.bar.isVisible(), line.bar.value()) == (False, True, 120)
    assert line.words.text() == "Summing up: 120 of 400"
    with qtbot.waitSignal(line.stopped):
        line.stop_button.click()
    line.rest()
    assert (line.begin_button.isVisible(), line.bar.isVisible()) == (True, False)


def test_before_it_is_known_how_much_there_is_it_only_says_that_it_works(qtbot: QtBot, theme: Theme) -> None:
    line = SummaryLine(theme)
    qtbot.addWidget(line)
    line.advance(0, 0)
    assert (line.words.text(), line.bar.maximum()) == ("Summing up", 0)
