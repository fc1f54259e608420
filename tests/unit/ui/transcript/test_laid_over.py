"""A widget in the room of a message, in a window on a core in memory."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from app.ui.main_window import MainWindow
from app.ui.transcript.laid_over import LaidOver
from tests.fixtures.waiting import until


class Sized(QWidget):
    wanted = 80

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(10, self.wanted)


async def test_the_message_makes_room_and_takes_it_back(window: MainWindow) -> None:
    view = window.pane.transcript
    question = view.messages[0]
    before, widget = question.height(), Sized()
    laid = LaidOver(view.places, widget, instead=False)
    laid.lay_on(question.item.id)
    await until(widget.isVisible, "the widget")
    assert widget.geometry() == view.places.room_of(question.item.id)
    assert question.height() >= before + 80
    widget.wanted = 200
    laid.measure()
    assert widget.height() == 200
    laid.take_away()
    assert widget.isHidden()
    assert question.height() == before


async def test_it_lies_in_one_message_at_a_time(window: MainWindow) -> None:
    view, widget = window.pane.transcript, Sized()
    laid = LaidOver(view.places, widget, instead=True)
    for message in view.messages:
        laid.lay_on(message.item.id)
    assert [view.places.room_of(each.item.id) is not None for each in view.messages] == [False, True]
