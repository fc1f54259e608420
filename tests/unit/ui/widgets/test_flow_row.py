"""Things beside each other that go on in a further line."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.ui.widgets.flow_row import GAP, FlowRow

WIDE, NARROW = 400, 220


class Block(QPushButton):
    """A button of one size."""

    def __init__(self, width: int = 100) -> None:
        super().__init__()
        self.setFixedSize(width, 30)

    def place(self) -> tuple[int, int]:
        return self.x(), self.y()


@pytest.fixture
def blocks() -> tuple[Block, Block, Block]:
    return Block(), Block(), Block()


def shown(qtbot: QtBot, row: FlowRow, width: int) -> FlowRow:
    qtbot.addWidget(row)
    row.resize(width, 200)
    row.show()
    return row


def places(blocks: tuple[Block, ...]) -> list[tuple[int, int]]:
    return [block.place() for block in blocks]


def test_what_fits_stands_in_one_line(qtbot: QtBot, blocks: tuple[Block, ...]) -> None:
    row = shown(qtbot, FlowRow(blocks), WIDE)
    assert places(blocks) == [(0, 0), (108, 0), (216, 0)]
    assert row.heightForWidth(WIDE) == 30


def test_what_does_not_fit_goes_into_the_next_line(qtbot: QtBot, blocks: tuple[Block, ...]) -> None:
    row = shown(qtbot, FlowRow(blocks), NARROW)
    assert places(blocks) == [(0, 0), (108, 0), (0, 38)]
    assert row.heightForWidth(NARROW) == 2 * 30 + GAP


def test_what_is_at_the_end_stands_there_in_every_line(qtbot: QtBot, blocks: tuple[Block, ...]) -> None:
    row = FlowRow(blocks[:1])
    row.put(blocks[1:], at_end=True)
    shown(qtbot, row, NARROW)
    assert places(blocks) == [(0, 0), (120, 0), (120, 38)]


def test_from_right_to_left_it_begins_at_the_right(qtbot: QtBot, blocks: tuple[Block, ...]) -> None:
    row = shown(qtbot, FlowRow(blocks), NARROW)
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert places(blocks) == [(120, 0), (12, 0), (120, 38)]


def test_the_greedy_one_takes_what_is_left(qtbot: QtBot) -> None:
    row, words, block = FlowRow(), QWidget(), Block()
    words.setFixedHeight(20)
    row.put_greedy(words, 50)
    row.put((block,), at_end=True)
    shown(qtbot, row, WIDE)
    assert (words.x(), words.width(), block.x()) == (0, 292, 300)
    row.resize(140, 200)
    assert (words.width(), block.place()) == (140, (40, 20 + GAP))


def test_one_that_is_wider_than_the_row_is_as_wide_as_the_row(qtbot: QtBot) -> None:
    wide = QPushButton("A button of very many words, more than there is room for")
    row = shown(qtbot, FlowRow((wide,)), 80)
    assert wide.width() == row.width() == 80


def test_what_is_hidden_takes_no_room(qtbot: QtBot, blocks: tuple[Block, ...]) -> None:
    row = shown(qtbot, FlowRow(blocks), NARROW)
    blocks[0].hide()
    QApplication.sendPostedEvents()
    assert places(blocks[1:]) == [(0, 0), (108, 0)]
    assert row.heightForWidth(NARROW) == 30


def test_one_that_comes_later_is_shown_in_its_place(qtbot: QtBot, blocks: tuple[Block, ...]) -> None:
    row = FlowRow(blocks[:1])
    row.put(blocks[1:2], at_end=True)
    shown(qtbot, row, WIDE)
    row.put(blocks[2:], before=blocks[1])
    QApplication.sendPostedEvents()
    assert blocks[2].isVisible()
    assert places(blocks) == [(0, 0), (300, 0), (192, 0)]


def test_one_that_was_put_away_stays_away(qtbot: QtBot, blocks: tuple[Block, ...]) -> None:
    blocks[1].hide()
    row = shown(qtbot, FlowRow(blocks[:1]), WIDE)
    row.put(blocks[1:])
    assert [block.isVisible() for block in blocks] == [True, False, True]


def test_one_that_is_taken_leaves_its_place(qtbot: QtBot, blocks: tuple[Block, ...]) -> None:
    row = FlowRow(blocks[:1])
    row.put(blocks[1:], at_end=True)
    shown(qtbot, row, WIDE)
    row.take(blocks[1])
    QApplication.sendPostedEvents()
    assert places((blocks[0], blocks[2])) == [(0, 0), (300, 0)]


def test_it_asks_for_no_more_than_it_may(qtbot: QtBot, blocks: tuple[Block, ...]) -> None:
    bounded, free = FlowRow(blocks[:2], most=150), FlowRow(blocks[2:], most=150)
    qtbot.addWidget(bounded)
    qtbot.addWidget(free)
    assert bounded.sizeHint() == QSize(150, 68)
    assert free.sizeHint() == QSize(100, 30)


def test_the_keys_go_in_the_order_of_the_row(qtbot: QtBot, blocks: tuple[Block, ...]) -> None:
    row = shown(qtbot, FlowRow(blocks), NARROW)
    row.activateWindow()
    blocks[0].setFocus()
    row.focusNextChild()
    assert row.focusWidget() is blocks[1]
