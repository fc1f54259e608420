"""How full a request is, its rows, and what can be done with the chosen one."""

import pytest
from pytestqt.qtbot import QtBot

from app.domain.branch import Range
from app.domain.ids import ItemId
from app.ui.panels.context_body import ContextBody
from app.ui.theme.theme import Theme
from tests.fakes.scripted_inspecting import told


@pytest.fixture
def body(qtbot: QtBot, theme: Theme) -> ContextBody:
    made = ContextBody(theme, may_change=True)
    qtbot.addWidget(made)
    made.resize(384, 600)
    made.show()
    made.show_told(told(46, 39), 46, frozenset({ItemId("item-40")}), draft=0)
    return made


def choose(body: ContextBody, position: int) -> None:
    assert body.model.rows
    body.list.setCurrentIndex(body.model.index(body.model.rows.number_of(position)))


def test_it_begins_at_the_cut_and_says_how_full_it_is(body: ContextBody) -> None:
    assert body.list.row
    assert body.list.row.position == 39
    assert (
        body.total.text()
        == body.meter.accessibleName()
        == "About 48\N{NO-BREAK SPACE}k of 128\N{NO-BREAK SPACE}k tokens, give or take 2.1\N{NO-BREAK SPACE}k"
    )


def test_the_buttons_speak_of_the_chosen_row(body: ContextBody) -> None:
    choose(body, 39)
    assert [body.pin_button.accessibleName(), body.exclude_button.accessibleName()] == ["Pin", "Leave out"]
    choose(body, 40)
    assert body.pin_button.accessibleName() == "Unpin"
    body.list.setCurrentIndex(body.model.index(0))
    assert (body.open_button.accessibleName(), body.pin_button.isEnabled()) == ("Open", False)


def test_another_look_stays_where_one_was(body: ContextBody) -> None:
    choose(body, 44)
    body.show_told(told(48, 41), 48, frozenset(), draft=18)
    assert body.list.row
    assert body.list.row.position == 44


def test_only_what_is_not_sent_is_asked_for(qtbot: QtBot, body: ContextBody) -> None:
    with qtbot.waitSignal(body.items_wanted) as asked:
        body.list.viewport().repaint()
    parts, positions = asked.args
    assert parts == (Range(1, 1, 38), Range(1, 45, 45))
    assert positions == (*range(1, 39), 45)


def test_trouble_is_said_with_a_sign_and_goes_again(body: ContextBody) -> None:
    body.say("To gpt-5", "It does not fit.")
    assert (body.notice.isVisible(), body.notice.accessibleName()) == (True, "It does not fit.")
    body.say("To gpt-5")
    assert not body.notice.isVisible()


def test_where_nothing_is_sent_it_says_why(body: ContextBody) -> None:
    body.show_nothing("Nothing has been asked yet.")
    assert (body.model.rowCount(), body.total.text()) == (0, "Nothing has been asked yet.")
    assert not body.open_button.isEnabled()
