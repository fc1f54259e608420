"""The buttons of the message that is pointed at, by pointer and by key."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.conversation import Versions
from app.domain.ids import ItemId
from app.ui.main_window import MainWindow
from app.ui.transcript.deeds import Deed
from app.ui.transcript.message_bar import MessageBar
from tests.fakes.scripted_controller import ScriptedController
from tests.fixtures.waiting import until
from tests.unit.ui.test_presenter import shown


@pytest.fixture
def bar(window: MainWindow) -> MessageBar:
    return window._presenter.message_acts.bar


def item(window: MainWindow, row: int) -> ItemId:
    return window.pane.transcript.history.items[row].id


async def point_at(window: MainWindow, row: int) -> None:
    """Move the pointer over a message."""
    view = window.pane.transcript
    QTest.mouseMove(view.viewport(), view.rect_of(item(window, row)).center())


async def test_the_message_under_the_pointer_has_the_buttons(window: MainWindow, bar: MessageBar) -> None:
    assert bar.bar.isHidden()
    for row in (0, 1):
        await point_at(window, row)
        await until(lambda row=row: bar.bar.isVisible() and bar._item == item(window, row), "the buttons")
    free = window.pane.transcript.foot_of(item(window, 1)).free
    assert bar.bar.geometry().center().y() in (free.center().y(), free.center().y() + 1)


async def test_they_go_when_nothing_is_pointed_at(window: MainWindow, bar: MessageBar) -> None:
    await point_at(window, 0)
    await until(bar.bar.isVisible, "the buttons")
    QTest.mouseMove(window.pane.composer, QPoint(5, 5))
    await until(bar.bar.isHidden, "them to go")


async def test_enter_leads_into_them_and_escape_back(
    qtbot: QtBot, window: MainWindow, bar: MessageBar
) -> None:
    places = window.pane.transcript
    places.focus_message(item(window, 1))
    await until(bar.bar.isVisible, "the buttons")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert bar.bar.button_of(Deed.COPY).hasFocus()
    qtbot.keyClick(bar.bar.button_of(Deed.COPY), Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == "Iron is."
    qtbot.keyClick(bar.bar.button_of(Deed.COPY), Qt.Key.Key_Escape)
    assert places.focused_item == item(window, 1)


async def test_the_menu_has_all_of_it(qtbot: QtBot, window: MainWindow, bar: MessageBar) -> None:
    bar.open_menu(item(window, 1), window.mapToGlobal(QPoint(100, 100)))
    await until(bar.menu.isVisible, "the menu")
    entries = [action.text() for action in bar.menu.actions() if not action.isSeparator()]
    assert entries == [
        "Copy",
        "Edit message",
        "Answer again",
        "Answer with another model…",
        "Branch from here",
        "New conversation from here",
        "Pin",
        "Leave out of the context",
        "What this reply was given",
        "Delete",
    ]
    qtbot.keyClick(bar.menu, Qt.Key.Key_Escape)


async def test_while_a_reply_grows_only_what_can_be_done_is_offered(
    window: MainWindow, bar: MessageBar, controller: ScriptedController
) -> None:
    controller.begin_reply(shown(window))
    items = window.pane.transcript.history
    await until(lambda: len(items.items) == 3, "the reply")
    reply, question = items.items[2], items.items[0]
    assert not bar.offers(Deed.DELETE, question)
    assert bar.offers(Deed.PIN, question)
    assert not bar.offers(Deed.PIN, reply)


async def test_versions_have_their_buttons_where_they_are_told(window: MainWindow, bar: MessageBar) -> None:
    reply, places = item(window, 1), window.pane.transcript
    places.set_versions({reply: Versions((ItemId("old"), reply), 1)})
    places.focus_message(reply)
    await until(bar.steps.isVisible, "the buttons")
    told = places.foot_of(reply).versions
    assert (bar.steps.x(), bar.steps.width()) == (told.x(), told.width())
    places.focus_message(item(window, 0))
    await until(bar.steps.isHidden, "them to go")
