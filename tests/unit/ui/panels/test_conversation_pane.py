"""Header, transcript and composer, one below the other."""

import pytest
from pytestqt.qtbot import QtBot

from app.ui.panels.conversation_pane import ConversationPane
from app.ui.panels.empty_page import EmptyPage
from app.ui.theme.theme import Theme


@pytest.fixture
def pane(qtbot: QtBot, theme: Theme) -> ConversationPane:
    made = ConversationPane(theme)
    qtbot.addWidget(made)
    made.resize(1000, 800)
    made.show()
    return made


def test_it_begins_with_the_empty_page_and_shows_messages_when_there_are_some(
    pane: ConversationPane,
) -> None:
    empty = pane.findChild(EmptyPage)
    assert (empty.isVisible(), pane.transcript.isVisible()) == (True, False)
    pane.show_messages(True)
    assert (empty.isVisible(), pane.transcript.isVisible()) == (False, True)


def test_the_composer_takes_no_more_than_its_share_of_the_height(
    qtbot: QtBot, pane: ConversationPane
) -> None:
    pane.show_messages(True)
    pane.composer.set_text("line\n" * 100)
    qtbot.waitUntil(lambda: pane.composer.height() > 250)
    assert pane.composer.height() <= 0.42 * 800
    assert pane.transcript.height() > 350


def test_it_says_what_will_not_last(pane: ConversationPane) -> None:
    assert not pane.temporary.isVisible()
    pane.show_title("", is_temporary=True)
    assert (pane.temporary.isVisible(), pane.header.title.text()) == (True, "Temporary conversation")
    assert "not stored" in pane.empty.text()
    pane.show_title("A boat", is_temporary=False)
    assert (pane.temporary.isVisible(), pane.header.title.text()) == (False, "A boat")
    assert "encrypted on this computer" in pane.empty.text()
