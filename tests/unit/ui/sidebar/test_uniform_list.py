"""A list whose rows are all of one height."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QStyledItemDelegate
from pytestqt.qtbot import QtBot

from app.ui.sidebar.uniform_list import UniformList
from app.ui.theme.tokens import ROW_HEIGHT
from tests.unit.ui.conftest import NOW
from tests.unit.ui.sidebar.listed import DAY, filled, listed, opened

MANY = 100_000


@pytest.fixture
def rows(qtbot: QtBot) -> UniformList:
    made = UniformList()
    qtbot.addWidget(made)
    model = filled(*(listed(f"{number:02}", number, number=100 - number) for number in range(30)))
    model.setParent(made)
    made.setModel(model)
    made.setItemDelegate(QStyledItemDelegate(made))
    made.resize(256, 10 * ROW_HEIGHT)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_rows_place_follows_from_its_number(rows: UniformList) -> None:
    rows.verticalScrollBar().setValue(5)
    index = rows.model().index(3)
    assert rows.visualRect(index).top() == 3 * ROW_HEIGHT - 5
    assert rows.indexAt(rows.visualRect(index).center()) == index
    assert not rows.indexAt(QPoint(5, 32 * ROW_HEIGHT)).isValid()
    assert rows.visible_rows() == range(11)


def test_the_scroll_bar_reaches_as_far_as_the_rows_do(rows: UniformList) -> None:
    height = rows.viewport().height()
    assert rows.verticalScrollBar().maximum() == 31 * ROW_HEIGHT - height
    rows.model().put(listed("new", -1), NOW)
    assert rows.indexAt(QPoint(5, 1)).isValid()
    rows.doItemsLayout()
    assert rows.verticalScrollBar().maximum() == 32 * ROW_HEIGHT - height


def test_a_row_is_brought_into_sight_and_no_farther(rows: UniformList) -> None:
    bar, height = rows.verticalScrollBar(), rows.viewport().height()
    rows.scrollTo(rows.model().index(3))
    assert bar.value() == 0
    rows.scrollTo(rows.model().index(20))
    assert bar.value() == 21 * ROW_HEIGHT - height
    rows.scrollTo(rows.model().index(2))
    assert bar.value() == 2 * ROW_HEIGHT
    rows.scrollTo(rows.model().index(15), UniformList.ScrollHint.PositionAtTop)
    assert bar.value() == 15 * ROW_HEIGHT


@pytest.mark.parametrize(
    ("start", "key", "end"),
    [
        (1, Qt.Key.Key_Down, 2),
        (5, Qt.Key.Key_Up, 4),
        (1, Qt.Key.Key_Up, 1),
        (30, Qt.Key.Key_Down, 30),
        (5, Qt.Key.Key_Home, 1),
        (5, Qt.Key.Key_End, 30),
        (5, Qt.Key.Key_PageDown, 13),
        (5, Qt.Key.Key_PageUp, 1),
        (-1, Qt.Key.Key_Down, 1),
    ],
)
def test_keys_lead_from_row_to_row_and_over_headings(
    qtbot: QtBot, rows: UniformList, start: int, key: Qt.Key, end: int
) -> None:
    rows.setCurrentIndex(rows.model().index(start))
    qtbot.keyClick(rows, key)
    assert rows.currentIndex().row() == end


def test_the_rows_in_an_area_are_selected(rows: UniformList) -> None:
    area = QRect(0, 2 * ROW_HEIGHT + 1, 10, 2 * ROW_HEIGHT)
    rows.setSelectionMode(UniformList.SelectionMode.ExtendedSelection)
    rows.setSelection(area, rows.selectionModel().SelectionFlag.ClearAndSelect)
    assert sorted(index.row() for index in rows.selectedIndexes()) == [2, 3, 4]


def test_its_bar_lies_over_the_rows_and_moves_them(rows: UniformList) -> None:
    assert rows.viewport().width() == rows.width() - 2 * rows.frameWidth()
    assert rows.bar.isVisible()
    rows.bar.setValue(72)
    assert rows.verticalOffset() == 72
    rows.verticalScrollBar().setValue(36)
    assert rows.bar.value() == 36


def test_the_last_of_a_hundred_thousand_rows_is_reached_in_one_step(rows: UniformList) -> None:
    many = (listed(str(number), number * DAY // 100, number=MANY - number) for number in range(MANY))
    rows.model().open(opened(*many), NOW)
    rows.setCurrentIndex(rows.model().index(rows.model().rowCount() - 1))
    assert rows.model().conversations == MANY
    assert rows.visualRect(rows.currentIndex()).bottom() == rows.viewport().height() - 1
