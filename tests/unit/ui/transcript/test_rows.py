"""Rows that exist only where they are asked for."""

import pytest
from pytestqt.qtbot import QtBot

from app.domain.item import Item, ItemState, Role, reasoning_body
from app.ui.theme.theme import Theme
from app.ui.transcript.circumstances import Circumstances
from app.ui.transcript.history_window import HistoryWindow
from app.ui.transcript.plain_block import PlainText
from app.ui.transcript.rows import ESTIMATE, TranscriptRows
from tests.unit.ui.conftest import MakeItem
from tests.unit.ui.transcript.conftest import page_of


@pytest.fixture
def window(qtbot: QtBot) -> HistoryWindow:
    assert qtbot
    return HistoryWindow()


@pytest.fixture
def rows(theme: Theme, window: HistoryWindow) -> TranscriptRows:
    made = TranscriptRows(window, lambda text, _of_person: PlainText(theme, text), Circumstances(window).of)
    made.width = 600
    return made


def put(window: HistoryWindow, rows: TranscriptRows, *items: Item, first: int = 1, last: int = 0) -> None:
    window.put_page(page_of(*items), first, last or items[-1].depth)
    rows.take_length()


def test_what_nobody_has_read_has_an_estimated_height(
    window: HistoryWindow, rows: TranscriptRows, make_item: MakeItem
) -> None:
    put(window, rows, make_item(Role.MODEL, "So.", depth=1000), first=1000)
    assert len(rows) == 1000
    assert rows.row(0) is None
    assert rows.height(0) == ESTIMATE
    newest = rows.height(999)
    assert newest != ESTIMATE
    assert rows.index.total == 999 * ESTIMATE + newest


def test_what_is_hidden_has_no_height(
    window: HistoryWindow, rows: TranscriptRows, make_item: MakeItem
) -> None:
    put(window, rows, make_item(Role.MODEL, "So.", depth=1), make_item(Role.MODEL, "So.", depth=3))
    assert rows.row(1) is None
    assert rows.height(1) == 0


def test_a_row_is_made_once(window: HistoryWindow, rows: TranscriptRows, make_item: MakeItem) -> None:
    put(window, rows, make_item(Role.MODEL, "So."))
    assert rows.made(0) is None
    made = rows.row(0)
    assert rows.row(0) is rows.made(0) is made
    rows.drop()
    assert rows.made(0) is None
    assert rows.row(0) is not made


def test_rows_learn_of_a_new_width_when_they_are_asked_for(
    window: HistoryWindow, rows: TranscriptRows, make_item: MakeItem
) -> None:
    put(window, rows, make_item(Role.MODEL, "many words " * 60))
    rows.settle(0, 0, 1000, 0)
    tall = rows.height(0)
    rows.width = 1200
    rows.settle(0, 0, 1000, 0)
    assert rows.height(0) < tall


def test_a_growing_row_tells_from_where_it_has_changed(
    window: HistoryWindow, rows: TranscriptRows, make_item: MakeItem
) -> None:
    reply = make_item(Role.MODEL, "", ItemState.STREAMING)
    put(window, rows, reply)
    assert rows.grow(0, "too early") is None
    rows.row(0)
    top = rows.row(0).body.top()
    assert rows.grow(0, "x\n" * 3000) == top
    assert rows.grow(0, "more") > top
    assert rows.made(0).column.blocks[-1].text.endswith("more")


def test_a_folded_row_is_opened_and_closed(
    window: HistoryWindow, rows: TranscriptRows, make_item: MakeItem
) -> None:
    thought = make_item(Role.MODEL, "")._replace(kind="reasoning", body=reasoning_body("Hm."))
    put(window, rows, thought)
    closed = rows.height(0)
    rows.toggle(0)
    assert rows.height(0) > closed
    rows.drop()
    assert rows.row(0).is_open
    rows.toggle(0)
    assert rows.height(0) == closed


def test_a_row_learns_what_became_of_its_item(
    window: HistoryWindow, rows: TranscriptRows, make_item: MakeItem
) -> None:
    item = make_item(Role.MODEL, "So", ItemState.STREAMING)
    put(window, rows, item)
    row = rows.row(0)
    window.put(item._replace(state=ItemState.INTERRUPTED))
    rows.look_again(0)
    assert row.notice
    window.put(item._replace(id="item-2"))
    assert rows.row(0) is not row


def test_few_rows_are_kept(window: HistoryWindow, rows: TranscriptRows, make_item: MakeItem) -> None:
    put(window, rows, *(make_item(Role.MODEL, "So", depth=depth) for depth in range(1, 301)))
    for number in range(300):
        rows.row(number)
    rows.trim()
    assert sum(rows.made(number) is not None for number in range(300)) == 120
    assert rows.made(299)


def test_a_cleared_one_is_empty(window: HistoryWindow, rows: TranscriptRows, make_item: MakeItem) -> None:
    put(window, rows, make_item(Role.MODEL, "So"))
    rows.clear()
    assert (len(rows), rows.index.total, rows.row(0)) == (0, 0, None)
