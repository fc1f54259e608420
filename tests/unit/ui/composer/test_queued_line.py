"""What is asked next, in a line."""

import pytest
from pytestqt.qtbot import QtBot

from app.ui.composer.queued_line import QueuedLine
from app.ui.theme.theme import Theme


@pytest.fixture
def line(qtbot: QtBot, theme: Theme) -> QueuedLine:
    made = QueuedLine(theme)
    qtbot.addWidget(made)
    return made


def test_it_shows_the_beginning_as_one_line(line: QueuedLine) -> None:
    line.show_text("And\n\ngreen?" + " more" * 100_000, 0)
    assert line.line.text().startswith("Next: And green? more")
    assert len(line.line.text()) < 400


def test_without_words_it_counts_the_files(line: QueuedLine) -> None:
    line.show_text("", 2)
    assert line.line.text() == "Next: 2 files"


def test_it_can_be_edited_and_removed(qtbot: QtBot, line: QueuedLine) -> None:
    with qtbot.waitSignal(line.edit_wanted):
        line.edit_button.click()
    with qtbot.waitSignal(line.remove_wanted):
        line.remove_button.click()
