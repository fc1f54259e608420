"""Where conversations can be let go of in the list, and what that means."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from pytestqt.qtbot import QtBot

from app.domain.ids import FolderId
from app.domain.library import Folder
from app.ui.sidebar.dragging import Carried
from app.ui.sidebar.drop_list import DropList
from app.ui.sidebar.wishes import Wish, Wishes
from app.ui.theme.theme import Theme
from tests.unit.ui.sidebar.listed import filled, listed, row_of

LEFT, NONE, MOVE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.MoveAction
PINNED, LOOSE = ord("p"), ord("a")


@pytest.fixture
def rows(qtbot: QtBot, theme: Theme) -> DropList:
    model, wishes = filled(listed("a"), listed("b"), listed("p", is_pinned=True)), Wishes()
    model.set_folders([Folder(FolderId("kiln"), "Kiln")])
    made = DropList(theme, "Rows", model, wishes)
    model.setParent(made)
    wishes.setParent(made)
    qtbot.addWidget(made)
    made.resize(256, 400)
    made.show()
    return made


@pytest.fixture
def told(rows: DropList) -> list[tuple[object, ...]]:
    heard: list[tuple[object, ...]] = []
    rows.wishes.many.connect(lambda wish, numbers: heard.append((wish, *numbers)))
    rows.wishes.move.connect(lambda numbers, folder: heard.append((folder, *numbers)))
    return heard


def place(rows: DropList, title: str) -> QPoint:
    return rows.visualRect(rows.model().index(row_of(rows, title))).center()


def is_taken(rows: DropList, title: str, *numbers: int) -> bool:
    mime = Carried(numbers)
    event = QDragMoveEvent(place(rows, title), MOVE, mime, LEFT, NONE)
    rows.dragMoveEvent(event)
    return event.isAccepted()


def let_go(rows: DropList, title: str, *numbers: int) -> None:
    mime = Carried(numbers)
    rows.dropEvent(QDropEvent(QPointF(place(rows, title)), MOVE, mime, LEFT, NONE))


def test_on_a_folder_they_are_moved_there(rows: DropList, told: list[tuple[object, ...]]) -> None:
    assert is_taken(rows, "Kiln", LOOSE, PINNED)
    assert rows.delegate.pointed.data() == "Kiln"
    let_go(rows, "Kiln", LOOSE, PINNED)
    assert told == [("kiln", LOOSE, PINNED)]
    assert not rows.delegate.pointed.isValid()


def test_among_the_pinned_ones_they_are_pinned_and_elsewhere_not_any_more(
    rows: DropList, told: list[tuple[object, ...]]
) -> None:
    assert [is_taken(rows, "Pinned", LOOSE), is_taken(rows, "p", LOOSE), is_taken(rows, "b", PINNED)] == [
        True
    ] * 3
    let_go(rows, "p", LOOSE)
    let_go(rows, "b", PINNED)
    assert told == [(Wish.PIN, LOOSE), (Wish.UNPIN, PINNED)]


def test_where_nothing_would_change_they_are_not_taken(
    rows: DropList, told: list[tuple[object, ...]]
) -> None:
    assert [is_taken(rows, "p", PINNED), is_taken(rows, "b", LOOSE)] == [False, False]
    let_go(rows, "b", LOOSE)
    assert told == []


def test_what_is_carried_away_leaves_nothing_lit(rows: DropList) -> None:
    mime = Carried((LOOSE,))
    entering = QDragEnterEvent(QPoint(5, 5), MOVE, mime, LEFT, NONE)
    rows.dragEnterEvent(entering)
    assert (entering.isAccepted(), is_taken(rows, "Kiln", LOOSE)) == (True, True)
    rows.dragLeaveEvent(QDragLeaveEvent())
    assert not rows.delegate.pointed.isValid()
