"""The window before anything in it is made."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.ui.main_window import MainWindow
from app.ui.shell import Shell
from app.ui.theme.theme import Scheme, Theme
from app.ui.theme.tokens import DARK, LIGHT
from tests.unit.ui.conftest import NOW

# Where the grounds and lines of the outlines can be told apart.
PLACES = [QPoint(x, y) for x in range(0, 1280, 8) for y in range(80, 800, 8)]


@pytest.fixture
def shell(qtbot: QtBot, theme: Theme) -> Shell:
    made = Shell(theme.colours)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.is_painted)
    return made


def picture(shell: Shell) -> QImage:
    return shell.grab().toImage()


def test_the_outlines_lie_where_the_content_will(shell: Shell, theme: Theme) -> None:
    before = picture(shell)
    shell.fill(MainWindow(theme, lambda: NOW))
    after = picture(shell)
    grounds = {LIGHT.ground, LIGHT.side, LIGHT.surface}
    moved = [
        place
        for place in PLACES
        if (seen := after.pixelColor(place).name().upper()) in grounds
        and QColor(seen) != before.pixelColor(place)
    ]
    assert len(moved) < 0.01 * len(PLACES)


def test_a_narrow_window_has_no_sidebar_in_its_outlines(shell: Shell) -> None:
    assert picture(shell).pixelColor(100, 400) == QColor(LIGHT.side)
    shell.resize(480, 800)
    assert picture(shell).pixelColor(100, 400) == QColor(LIGHT.ground)


def test_dark_outlines_are_dark(qtbot: QtBot, theme: Theme) -> None:
    theme.choose(Scheme.DARK)
    shell = Shell(theme.colours)
    qtbot.addWidget(shell)
    assert picture(shell).pixelColor(100, 400) == QColor(DARK.side)


def test_coming_back_to_it_is_told(qtbot: QtBot, shell: Shell) -> None:
    other = QLineEdit()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    with qtbot.waitSignal(shell.came_back):
        shell.activateWindow()


def test_its_content_gets_the_focus_and_is_closed_with_it(qtbot: QtBot, shell: Shell) -> None:
    content = QLineEdit()
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)
    shell.fill(content)
    assert content.hasFocus()
    with qtbot.waitSignal(shell.closed):
        shell.close()
    assert not content.isVisible()
    assert not shell.isVisible()
