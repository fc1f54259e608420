import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from pytestqt.qtbot import QtBot

from app.ui.sidebar.dragging import Carried
from app.ui.sidebar.drop_button import DropButton
from app.ui.theme.theme import Theme

LEFT, NONE, MOVE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.MoveAction


@pytest.fixture
def button(qtbot: QtBot, theme: Theme) -> DropButton:
    made = DropButton(theme, "Trash", "trash-2")
    qtbot.addWidget(made)
    made.resize(200, 36)
    return made


def entering(mime: QMimeData) -> QDragEnterEvent:
    return QDragEnterEvent(QPoint(5, 5), MOVE, mime, LEFT, NONE)


def test_rows_are_let_go_on_it_and_its_ring_shows_while_they_are_over_it(
    qtbot: QtBot, button: DropButton
) -> None:
    mime, before = Carried((1, 2)), button.grab().toImage()
    event = entering(mime)
    button.dragEnterEvent(event)
    assert event.isAccepted()
    assert button.grab().toImage() != before
    with qtbot.waitSignal(button.dropped) as dropped:
        button.dropEvent(QDropEvent(QPointF(5, 5), MOVE, mime, LEFT, NONE))
    assert dropped.args == [(1, 2)]
    assert button.grab().toImage() == before


def test_what_is_carried_away_again_leaves_no_ring(button: DropButton) -> None:
    mime, before = Carried((1,)), button.grab().toImage()
    button.dragEnterEvent(entering(mime))
    button.dragLeaveEvent(QDragLeaveEvent())
    assert button.grab().toImage() == before


def test_anything_else_is_not_taken(button: DropButton) -> None:
    mime = QMimeData()
    mime.setText("a file")
    event = entering(mime)
    event.ignore()
    button.dragEnterEvent(event)
    assert not event.isAccepted()
