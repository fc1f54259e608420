"""The messages one below the other."""

import pytest
from pytestqt.qtbot import QtBot

from app.domain.ids import ItemId
from app.domain.item import Role
from app.ui.theme.theme import Theme
from app.ui.transcript.cut_line import CutLine
from app.ui.transcript.message_column import MessageColumn
from tests.unit.ui.conftest import MakeItem

FOREVER = float("inf")


@pytest.fixture
def column(qtbot: QtBot, theme: Theme, make_item: MakeItem) -> MessageColumn:
    made = MessageColumn(theme)
    qtbot.addWidget(made)
    made.use_width(1000)
    made.resize(990, 100)
    made.prepend(tuple(make_item(Role.MODEL, f"Message {depth}", depth=depth) for depth in range(4, 8)), {})
    return made


def arranged(column: MessageColumn) -> list[int]:
    column.lay_out(None, FOREVER)
    column.place()
    return [message.y() for message in column.messages]


def test_rows_follow_each_other_without_gaps_or_overlap(column: MessageColumn) -> None:
    tops = arranged(column)
    ends = [message.geometry().bottom() + 1 for message in column.messages]
    assert tops[1:] == ends[:-1]
    assert column.height() == ends[-1]


def test_the_column_is_centred_in_the_view_and_its_scroll_bar(column: MessageColumn) -> None:
    arranged(column)
    assert {(message.x(), message.width()) for message in column.messages} == {(140, 720)}


def test_a_narrow_view_leaves_a_margin(column: MessageColumn) -> None:
    column.use_width(480)
    arranged(column)
    assert {(message.x(), message.width()) for message in column.messages} == {(16, 448)}


def test_what_came_before_is_put_above(column: MessageColumn, make_item: MakeItem) -> None:
    column.prepend((make_item(Role.PERSON, "Earlier", depth=3),), {})
    arranged(column)
    assert [message.item.depth for message in column.messages] == [3, 4, 5, 6, 7]


def test_the_cut_stands_before_the_first_message_that_was_sent(column: MessageColumn) -> None:
    column.set_cut(6)
    tops = arranged(column)
    line = column.findChild(CutLine)
    assert tops[1] < line.y() < tops[2]
    assert "5 messages" in line.text()


@pytest.mark.parametrize("depth", [0, 1])
def test_there_is_no_line_where_everything_was_sent(column: MessageColumn, depth: int) -> None:
    column.set_cut(6)
    column.set_cut(depth)
    tops = arranged(column)
    assert tops[2] == column.messages[1].geometry().bottom() + 1


def test_a_message_is_found_by_its_item(column: MessageColumn) -> None:
    assert column.message_of(ItemId("item-5")) is column.messages[1]
    assert column.message_of(ItemId("nowhere")) is None


def test_a_row_is_found_by_its_place(column: MessageColumn) -> None:
    tops = arranged(column)
    assert column.row_at(tops[2] + 1) is column.messages[2]
    assert column.row_at(column.height() + 1) is None


def test_layout_begins_with_what_is_looked_at(column: MessageColumn, make_item: MakeItem) -> None:
    column.prepend(tuple(make_item(Role.MODEL, "x" * 50_000, depth=depth) for depth in (1, 2)), {})
    assert not column.lay_out(column.messages[1], 0.0)
    laid = [message.text.lay_out(0.0) for message in column.messages[:1]]
    assert laid == [False]


def test_cleared_rows_are_gone(qtbot: QtBot, column: MessageColumn) -> None:
    column.set_cut(6)
    arranged(column)
    column.clear()
    qtbot.waitUntil(lambda: not column.findChildren(CutLine))
    assert arranged(column) == []
