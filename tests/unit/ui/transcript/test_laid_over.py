"""A widget in the room of a message, in a window on a core in memory."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from app.ui.main_window import MainWindow
from app.ui.transcript.laid_over import LaidOver


class Sized(QWidget):
    wanted = 80

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(10, self.wanted)


async def test_the_message_makes_room_and_takes_it_back(window: MainWindow) -> None:
    view = window.pane.transcript
    question, before = view.history.items[0].id, view.rows.height(0)
    widget = Sized()
    laid = LaidOver(view, widget, instead=False)
    laid.lay_on(question)
    assert widget.isVisible()
    assert widget.geometry() == view.room_of(question)
    assert view.rows.height(0) >= before + 80
    widget.wanted = 200
    laid.measure()
    assert widget.height() == 200
    laid.take_away()
    assert widget.isHidden()
    assert view.rows.height(0) == before


async def test_it_lies_in_one_message_at_a_time(window: MainWindow) -> None:
    view, widget = window.pane.transcript, Sized()
    laid = LaidOver(view, widget, instead=True)
    for item in view.history.items:
        laid.lay_on(item.id)
    assert [view.room_of(item.id) is not None for item in view.history.items] == [False, True]


async def test_it_goes_where_the_message_goes(window: MainWindow) -> None:
    view, widget = window.pane.transcript, Sized()
    widget.wanted = 900
    laid = LaidOver(view, widget, instead=True)
    laid.lay_on(view.history.items[1].id)
    before = widget.y()
    view.move_by(40)
    assert widget.y() == before + 40
