"""The line above the composer."""

import pytest
from pytestqt.qtbot import QtBot

from app.domain.errors import Fault
from app.ui.composer.refusal import Refusal
from app.ui.theme.theme import Theme
from app.ui.wording import words_for

WORDS = words_for(Fault("ProviderMissing", ""))


@pytest.fixture
def refusal(qtbot: QtBot, theme: Theme) -> Refusal:
    made = Refusal(theme)
    qtbot.addWidget(made)
    return made


def test_it_is_there_only_while_there_is_something_to_say(refusal: Refusal) -> None:
    assert refusal.isHidden()
    refusal.say(WORDS, offers_setup=False)
    assert refusal.isVisible()
    refusal.withdraw()
    assert refusal.isHidden()


def test_it_says_the_next_step_and_offers_to_go_there(qtbot: QtBot, refusal: Refusal) -> None:
    refusal.say(WORDS, offers_setup=True)
    assert WORDS.next_step in refusal.notice.accessibleName()
    with qtbot.waitSignal(refusal.setup_wanted):
        refusal.setup_button.click()
