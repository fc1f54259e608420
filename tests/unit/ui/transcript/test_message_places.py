"""Where messages are, in a window on a core in memory."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.main_window import MainWindow
from app.ui.transcript.message_places import MessagePlaces


def places(window: MainWindow) -> MessagePlaces:
    return window.pane.transcript.places


async def test_a_message_is_found_by_its_id(window: MainWindow) -> None:
    first, last = (message.item for message in window.pane.transcript.messages)
    assert places(window).item_of(first.id) == first
    assert places(window).newest == last
    assert places(window).text_of(last.id) == "Iron is."
    assert (places(window).item_of(None), places(window).item_of("gone")) == (None, None)
    assert (places(window).rect_of("gone"), places(window).text_of("gone")) == (None, "")


async def test_the_row_under_a_message_is_free_beside_its_words(window: MainWindow) -> None:
    question, reply = (message.item.id for message in window.pane.transcript.messages)
    of_person, of_model = places(window).foot_of(question), places(window).foot_of(reply)
    column = places(window).rect_of(reply)
    assert of_person.free.left() == column.left()
    assert of_person.free.right() < column.right()
    assert of_model.free.right() == column.right()
    assert of_model.free.left() > column.left()
    assert of_model.versions is None


async def test_what_cannot_be_seen_has_no_row(window: MainWindow) -> None:
    window.pane.transcript.messages[0].move(0, 9000)
    assert places(window).foot_of(window.pane.transcript.messages[0].item.id) is None


async def test_the_focus_is_given_and_told(window: MainWindow) -> None:
    reply = window.pane.transcript.messages[1].item.id
    assert places(window).focused_item is None
    places(window).focus_message(reply)
    assert (places(window).focused_item, places(window).pointed_item) == (reply, reply)


async def test_a_menu_is_asked_for_with_the_message(qtbot: QtBot, window: MainWindow) -> None:
    message = window.pane.transcript.messages[1]
    places(window).menu_wanted.disconnect()
    at = message.text.mapToGlobal(QPoint(4, 4))
    with qtbot.waitSignal(places(window).menu_wanted) as wanted:
        pressed = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(4, 4), at)
        QApplication.sendEvent(message.text, pressed)
    assert wanted.args == [message.item.id, at]


async def test_a_room_is_kept_where_it_was_asked_for(window: MainWindow) -> None:
    reply = window.pane.transcript.messages[1].item.id
    places(window).reserve(reply, 50, instead=False)
    room: QRect = places(window).room_of(reply)
    assert room.height() == 50
    places(window).reserve(reply, 0, instead=False)
    assert places(window).room_of(reply) is None
