"""The button that leads to the end."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.transcript.transcript_view import TranscriptView
from app.ui.widgets.button import Button


def test_it_is_there_only_when_needed_and_leads_to_the_end(qtbot: QtBot, view: TranscriptView) -> None:
    button = view.findChild(Button)
    assert not button.isVisible()
    view.go_to(3, 0)
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert view.anchor.sticks
    assert not button.isVisible()


def test_it_stays_in_the_middle_of_the_lower_edge(view: TranscriptView) -> None:
    button = view.findChild(Button)
    view.resize(640, 400)
    assert abs(button.geometry().center().x() - 320) <= 1
    assert button.geometry().bottom() == 400 - 12 - 1
