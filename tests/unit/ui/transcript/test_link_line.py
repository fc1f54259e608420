"""Where a link leads, before anything is opened."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.theme.theme import Theme
from app.ui.transcript.blocks.painted_block import Link
from app.ui.transcript.link_line import LinkLine

LINK = Link("https://example.org/a\u202eb", "example.org", (0, 3))


@pytest.fixture
def opened() -> list[str]:
    return []


@pytest.fixture
def ground(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(800, 400)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def line(theme: Theme, ground: QWidget, opened: list[str]) -> LinkLine:
    made = LinkLine(theme, ground, opened.append)
    made.show_link(LINK)
    return made


def test_the_host_is_told_and_the_first_button_has_the_focus(line: LinkLine) -> None:
    assert line.host.text() == "example.org"
    assert line.open_button.hasFocus()
    assert "\u202e" not in line.accessibleDescription()
    assert line.geometry().bottom() == 400 - 12 - 1


def test_only_the_button_opens_the_link(qtbot: QtBot, line: LinkLine, opened: list[str]) -> None:
    assert opened == []
    with qtbot.waitSignal(line.closed):
        line.open_button.click()
    assert opened == [LINK.address]
    assert not line.isVisible()


def test_the_address_can_be_copied(line: LinkLine, opened: list[str]) -> None:
    line.copy_button.click()
    assert QGuiApplication.clipboard().text() == LINK.address
    assert opened == []


def test_escape_closes_it(qtbot: QtBot, line: LinkLine, opened: list[str]) -> None:
    with qtbot.waitSignal(line.closed):
        qtbot.keyClick(line.open_button, Qt.Key.Key_Escape)
    assert (line.isVisible(), opened) == (False, [])


def test_it_follows_the_views_size(ground: QWidget, line: LinkLine) -> None:
    ground.resize(500, 300)
    line.follow()
    assert line.geometry().bottom() == 300 - 12 - 1
    assert line.width() == 500 - 32


def test_it_goes_with_the_message_and_gives_the_focus_back_only_if_it_had_it(
    qtbot: QtBot, line: LinkLine, ground: QWidget
) -> None:
    with qtbot.waitSignal(line.closed):
        line.leave()
    assert line.isHidden()
    line.show_link(LINK)
    ground.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    ground.setFocus()
    with qtbot.assertNotEmitted(line.closed):
        line.leave()
    assert line.isHidden()
