"""What stands in place of the conversations while something is looked for."""

import pytest
from pytestqt.qtbot import QtBot

from app.domain.search import Order
from app.ui.sidebar.search_page import SearchPage
from app.ui.theme.theme import Theme
from tests.fakes.scripted_searching import hit


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> SearchPage:
    made = SearchPage(theme)
    qtbot.addWidget(made)
    made.resize(256, 500)
    made.show()
    return made


def find(page: SearchPage, *conversations: str) -> None:
    page.model.add([hit(each, f"{n}") for n, each in enumerate(conversations)], is_first=True)
    page.end("x", has_filters=False)


@pytest.mark.parametrize(
    ("conversations", "words"),
    [("", ""), ("a", "1 message"), ("aa", "2 messages"), ("aba", "3 messages")],
)
def test_it_says_how_many_messages_were_found(page: SearchPage, conversations: str, words: str) -> None:
    find(page, *conversations)
    assert page.state.text() == words


def test_only_a_search_that_lasts_says_so(qtbot: QtBot, page: SearchPage) -> None:
    page.begin("glaze")
    assert page.state.text() == ""
    qtbot.waitUntil(lambda: page.state.text() == "Searching…", timeout=2000)
    find(page, "a")
    assert page.state.text() == "1 message"
    page.begin("glazed")
    page.stop()
    assert (page.state.text(), page.model.rowCount()) == ("", 0)


def test_where_nothing_was_found_the_next_step_is_told(page: SearchPage) -> None:
    page.end("xyz", has_filters=False)
    assert page.notice.isVisible()
    assert page.notice.text().endswith("only how a word begins.")
    assert [button.text() for button in page.hints.buttons][:2] == ["in:", "tag:"]
    page.end("xyz role:me", has_filters=True)
    assert "filters" in page.notice.text()
    page.begin("xy")
    assert not page.notice.isVisible()


def test_while_more_can_be_found_it_says_what_is_there_so_far(page: SearchPage) -> None:
    page.model.add([hit("a", "1"), hit("a", "2")], is_first=True)
    page.rest()
    assert page.state.text() == "2 messages so far"


def test_the_order_can_be_changed(qtbot: QtBot, page: SearchPage) -> None:
    for order, words in ((Order.BEST, "Best first"), (Order.NEWEST, "Newest first")):
        with qtbot.waitSignal(page.order_changed):
            page.order_button.click()
        assert (page.order, page.order_button.text()) == (order, words)
