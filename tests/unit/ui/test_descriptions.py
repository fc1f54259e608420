"""Widgets that describe what they paint."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.descriptions import Descriptions
from app.ui.theme.theme import Theme
from app.ui.transcript.transcript_view import TranscriptView


def test_who_describes_itself_is_asked_once(qtbot: QtBot, theme: Theme, descriptions: Descriptions) -> None:
    assert descriptions
    view = TranscriptView(theme)
    qtbot.addWidget(view)
    described = QAccessible.queryAccessibleInterface(view)
    assert described.role() == QAccessible.Role.List
    assert QAccessible.queryAccessibleInterface(view) is described


def test_others_are_described_by_qt(qtbot: QtBot, descriptions: Descriptions) -> None:
    assert descriptions
    plain = QWidget()
    qtbot.addWidget(plain)
    assert QAccessible.queryAccessibleInterface(plain).role() == QAccessible.Role.Client
