"""Pages of the settings, each in a window of its own."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui.plain_keeper import PlainKeeper
from app.ui.settings.page import Page

Show = Callable[[Page], Page]


@pytest.fixture
def plain(qapp: QApplication) -> PlainKeeper:
    return PlainKeeper(parent=qapp)


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Shows a page as the settings do."""

    def do(page: Page) -> Page:
        qtbot.addWidget(page, before_close_func=lambda each: each.end())
        page.resize(560, 700)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.look()
        return page

    return do


@pytest.fixture
def window(qapp: QApplication) -> Iterator[QWidget]:
    """What the settings stand in front of. It ends after them, which qtbot would not see to."""
    made = QWidget()
    made.resize(1280, 800)
    made.show()
    yield made
    made.close()
    made.deleteLater()
    qapp.sendPostedEvents()
