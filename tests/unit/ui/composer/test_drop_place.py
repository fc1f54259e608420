"""Where files may be dropped."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui.composer.drop_place import DropPlace
from app.ui.theme.theme import Theme

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
COPY = Qt.DropAction.CopyAction


@pytest.fixture
def place(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    return made


@pytest.fixture
def drops(theme: Theme, place: QWidget) -> DropPlace:
    return DropPlace(theme, place, words="Drop to attach", parent=place)


def file() -> QMimeData:
    made = QMimeData()
    made.setUrls([QUrl.fromLocalFile("/nowhere/a.txt")])
    return made


def enter(place: QWidget, content: QMimeData) -> bool:
    event = QDragEnterEvent(QPoint(9, 9), COPY, content, LEFT, PLAIN)
    event.ignore()
    QApplication.sendEvent(place, event)
    return event.isAccepted()


def test_what_hangs_over_it_is_welcome_and_told(place: QWidget, drops: DropPlace) -> None:
    assert enter(place, file())
    assert drops.veil.isVisible()
    assert drops.veil.geometry() == place.rect()
    QApplication.sendEvent(place, QDragLeaveEvent())
    assert not drops.veil.isVisible()


def test_what_is_dropped_is_handed_on(qtbot: QtBot, place: QWidget, drops: DropPlace) -> None:
    content = file()
    enter(place, content)
    with qtbot.waitSignal(drops.dropped):
        QApplication.sendEvent(place, QDropEvent(QPointF(9, 9), COPY, content, LEFT, PLAIN))
    assert not drops.veil.isVisible()


def test_plain_words_are_none_of_its_business(place: QWidget, drops: DropPlace) -> None:
    words = QMimeData()
    words.setText("words")
    assert not enter(place, words)
    assert not drops.veil.isVisible()
