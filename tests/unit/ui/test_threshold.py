import pytest
from pytestqt.qtbot import QtBot

from app.domain.errors import DiskFull
from app.domain.ways import Way
from app.ui.theme.theme import Theme
from app.ui.threshold import Threshold
from app.ui.wording import LOCKED


@pytest.fixture
def threshold(qtbot: QtBot, theme: Theme) -> Threshold:
    made = Threshold(theme)
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_tells_of_a_problem_or_asks_for_a_key(threshold: Threshold) -> None:
    threshold.show_problem(DiskFull("Full."))
    threshold.ask(LOCKED, (Way.PASSPHRASE,))
    assert (threshold.problem.isVisible(), threshold.unlock.isVisible()) == (False, True)
    threshold.show_problem(DiskFull("Full."))
    assert (threshold.problem.isVisible(), threshold.unlock.isVisible()) == (True, False)


def test_it_hands_on_what_the_person_says(qtbot: QtBot, threshold: Threshold) -> None:
    threshold.show_problem(DiskFull("Full."))
    with qtbot.waitSignal(threshold.retry_wanted):
        threshold.problem.retry_button.click()
    threshold.ask(LOCKED, (Way.KEYRING,))
    with qtbot.waitSignal(threshold.answered):
        threshold.unlock.unlock_button.click()
    with qtbot.waitSignal(threshold.quit_wanted):
        threshold.unlock.quit_button.click()
