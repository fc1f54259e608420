"""The settings: a list of pages, and the page that is turned to."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.chat.checking import Checkup
from app.ui.plain_keeper import PlainKeeper
from app.ui.settings.place import Place
from app.ui.settings.settings_dialog import SettingsDialog
from app.ui.theme.theme import Theme
from tests.fakes.scripted_checking import DAMAGE
from tests.fakes.scripted_controller import ScriptedController
from tests.fixtures.waiting import until
from tests.unit.ui.test_shortcuts import made_for


@pytest.fixture
async def dialog(
    theme: Theme, controller: ScriptedController, window: QWidget
) -> AsyncIterator[SettingsDialog]:
    shortcuts = made_for(window, PlainKeeper(parent=window))
    made = SettingsDialog(theme, controller, window, shortcuts=shortcuts)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.open()
    made.activateWindow()
    await until(made.isActiveWindow, "the dialog to be active")
    yield made
    made.reject()
    await asyncio.sleep(0.01)


async def test_it_opens_at_a_page_and_arrows_turn_to_the_others(qtbot: QtBot, dialog: SettingsDialog) -> None:
    assert dialog.pages[Place.SERVICES].isVisible()
    assert list(dialog.pages) == [Place.SERVICES]
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    assert dialog.pages[Place.MODELS].isVisible()
    assert not dialog.pages[Place.SERVICES].isVisible()


async def test_every_page_can_be_reached_by_tab_and_left_by_escape(
    qtbot: QtBot, dialog: SettingsDialog
) -> None:
    for place in Place:
        page = dialog.turn_to(place)
        dialog.list.setFocus()
        await asyncio.sleep(0.02)
        qtbot.keyClick(dialog.list, Qt.Key.Key_Tab)
        assert page.isAncestorOf(dialog.focusWidget()), place
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


async def test_where_it_is_narrow_it_shows_the_list_or_the_page(qtbot: QtBot, dialog: SettingsDialog) -> None:
    dialog.resize(400, 600)
    await until(lambda: not dialog.list.isVisible(), "the page alone")
    dialog.back_button.setFocus()
    qtbot.keyClick(dialog.back_button, Qt.Key.Key_Space)
    assert (dialog.list.hasFocus(), dialog.pages[Place.SERVICES].isVisible()) == (True, False)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert (dialog.list.isVisible(), dialog.pages[Place.MODELS].isVisible()) == (False, True)
    dialog.resize(900, 600)
    await until(dialog.list.isVisible, "both")


async def test_nothing_secret_stays_behind(dialog: SettingsDialog) -> None:
    page = dialog.turn_to(Place.SECURITY)
    page.recovery.make_button.click()
    await until(page.recovery.shown_key.text, "the recovery key")
    dialog.done_button.click()
    assert not dialog.isVisible()
    assert page.recovery.shown_key.text() == ""


async def test_damage_that_was_found_closes_it(
    qtbot: QtBot, dialog: SettingsDialog, controller: ScriptedController
) -> None:
    controller.checking.checkup = Checkup((DAMAGE,), ())
    page = dialog.turn_to(Place.BACKUPS)
    page.check.check_button.click()
    button = page.check.mend_button
    await until(lambda: button.visibleRegion().boundingRect() == button.rect(), "the button to be in sight")
    with qtbot.waitSignal(dialog.mending_wanted):
        button.click()
    assert not dialog.isVisible()


async def test_a_change_of_the_key_closes_it(qtbot: QtBot, dialog: SettingsDialog) -> None:
    page = dialog.turn_to(Place.SECURITY)
    await until(page.passphrase.state.text, "what the core knows")
    with qtbot.waitSignal(dialog.key_change_wanted):
        page.key_change.change_button.click()
    assert not dialog.isVisible()
