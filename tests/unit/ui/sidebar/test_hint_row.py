"""Small buttons that add to what was typed."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.sidebar.hint_row import HintRow
from app.ui.sidebar.search_hints import hints
from app.ui.theme.theme import Theme


@pytest.fixture
def row(qtbot: QtBot, theme: Theme) -> HintRow:
    made = HintRow(theme)
    qtbot.addWidget(made)
    made.resize(256, 100)
    return made


def test_it_is_hidden_while_there_is_nothing_to_add(row: HintRow) -> None:
    assert row.isHidden()
    row.offer(hints("glaze "))
    assert not row.isHidden()
    row.offer([])
    assert row.isHidden()
    assert row.heightForWidth(256) == 0


def test_its_buttons_lie_within_its_width_on_as_many_lines_as_they_need(row: HintRow) -> None:
    row.offer(hints("glaze "))
    row.resize(256, row.heightForWidth(256))
    places = [button.geometry() for button in row.buttons]
    assert len({place.top() for place in places}) == 2
    assert all(row.rect().contains(place) for place in places)
    assert not any(one.intersects(other) for one in places for other in places if one is not other)
    assert row.heightForWidth(2000) < row.heightForWidth(256) < row.heightForWidth(100)


def test_from_right_to_left_it_begins_at_the_right(row: HintRow) -> None:
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    row.offer(hints("glaze "))
    assert row.buttons[0].geometry().right() == row.rect().right()


def test_a_button_tells_what_it_means_and_gives_what_it_adds(qtbot: QtBot, row: HintRow) -> None:
    row.offer(hints("glaze is:"))
    assert row.buttons[0].accessibleDescription() == "In pinned conversations"
    with qtbot.waitSignal(row.taken) as taken:
        row.buttons[0].click()
    assert taken.args == ["glaze is:pinned "]


def test_what_is_offered_already_stays_as_it_is(row: HintRow) -> None:
    row.offer(hints("is:"))
    before = row.buttons
    row.offer(hints("is:"))
    assert row.buttons is before
