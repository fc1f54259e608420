import pytest
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from app.ui.panels.progress_page import ProgressPage
from app.ui.theme.theme import Theme


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> ProgressPage:
    made = ProgressPage(theme)
    qtbot.addWidget(made)
    made.show()
    made.say("Changing the key", "It takes a while.")
    return made


def test_it_says_what_goes_on_and_how_far_it_has_come(page: ProgressPage) -> None:
    page.show_share(3, 12)
    assert (page.title.text(), page.explanation.text()) == ("Changing the key", "It takes a while.")
    assert (page.bar.value(), page.bar.maximum()) == (3, 12)
    seen = QAccessible.queryAccessibleInterface(page.bar)
    assert seen.text(QAccessible.Text.Name) == "Changing the key"


def test_it_begins_at_nothing_each_time(page: ProgressPage) -> None:
    page.show_share(12, 12)
    page.say("Changing the key", "Again.")
    assert page.bar.value() == 0


def test_cancelling_is_heard_once(qtbot: QtBot, page: ProgressPage) -> None:
    with qtbot.waitSignal(page.cancelled):
        page.cancel_button.click()
    assert not page.cancel_button.isEnabled()
