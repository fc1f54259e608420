"""What tests of single parts of the transcript are given: a ground for them to lie on."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


@pytest.fixture
def ground(qtbot: QtBot) -> QWidget:
    """An active window with nothing in it."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(700, 600)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made
