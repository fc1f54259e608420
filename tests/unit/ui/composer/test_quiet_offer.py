"""A quiet line that offers something."""

import pytest
from pytestqt.qtbot import QtBot

from app.ui.composer.quiet_offer import Deed, QuietOffer
from app.ui.theme.theme import Theme


@pytest.fixture
def offer(qtbot: QtBot, theme: Theme) -> QuietOffer:
    made = QuietOffer(theme)
    qtbot.addWidget(made)
    return made


def test_a_deed_is_done_once_and_puts_the_offer_away(offer: QuietOffer) -> None:
    done: list[str] = []
    offer.say("It was removed.", [Deed("Undo", lambda: done.append("undone"))])
    assert [button.accessibleName() for button in offer.buttons] == ["Undo"]
    offer.buttons[0].click()
    assert (done, offer.isHidden(), offer.buttons) == (["undone"], True, [])


def test_a_new_sentence_takes_the_place_of_the_old_one(offer: QuietOffer) -> None:
    offer.say("One.", [Deed("Do", offer.update)])
    offer.say("Two.")
    assert (offer.notice.accessibleName(), offer.buttons) == ("Two.", [])


def test_it_can_be_dismissed(offer: QuietOffer) -> None:
    offer.say("One.")
    offer.close_button.click()
    assert offer.isHidden()
