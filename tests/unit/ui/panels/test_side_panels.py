"""Panels opened and closed by key beside the conversation that is shown."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.layout import PANEL_WIDTH
from app.ui.main_window import MainWindow
from app.ui.panels.context_panel import ContextPanel
from app.ui.panels.given_panel import GivenPanel
from app.ui.panels.map_panel import MapPanel
from app.ui.transcript.deeds import Deed
from tests.fakes.scripted_controller import ScriptedController
from tests.fixtures.waiting import until

CONTROL = Qt.KeyboardModifier.ControlModifier


def press_map_key(qtbot: QtBot) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_M, CONTROL)


async def test_a_key_opens_the_map_and_closes_it_and_the_focus_goes_back(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.pane.composer.field.setFocus()
    press_map_key(qtbot)
    beside = window.pane.beside
    assert beside.isVisible()
    assert isinstance(beside.panel, MapPanel)
    assert beside.panel.list.hasFocus()
    press_map_key(qtbot)
    assert not beside.isVisible()
    assert beside.panel is None
    assert window.pane.composer.field.hasFocus()


async def test_escape_closes_it(qtbot: QtBot, window: MainWindow) -> None:
    window.pane.transcript.setFocus()
    press_map_key(qtbot)
    qtbot.keyClick(window.pane.beside.panel.list, Qt.Key.Key_Escape)
    assert not window.pane.beside.isVisible()
    assert window.pane.transcript.hasFocus()


async def test_a_width_that_was_chosen_is_had_again(
    qtbot: QtBot, window: MainWindow, controller: ScriptedController
) -> None:
    press_map_key(qtbot)
    window.pane.split.moveSplitter(520, 1)
    width = window.pane.split.sizes()[1]
    await until(lambda: controller.preferring.kept, "the width to be kept")
    assert controller.preferring.kept == {PANEL_WIDTH.name: width}
    window.pane.split.set_width(320)
    window.attach(controller)
    press_map_key(qtbot)
    await until(lambda: window.pane.split.sizes()[1] == width, "the width of before")


async def test_in_a_narrow_window_writing_takes_the_panels_place(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(480, 700)
    press_map_key(qtbot)
    assert not window.pane.composer.isVisible()
    qtbot.keyClick(window.pane.beside.panel.list, Qt.Key.Key_3, CONTROL)
    assert window.pane.composer.field.hasFocus()
    assert not window.pane.beside.isVisible()


@pytest.mark.usefixtures("map_panel")
async def test_another_conversation_is_shown_beside_too(
    window: MainWindow, controller: ScriptedController
) -> None:
    asked: list[str] = []
    real = controller.branches.map

    async def note(conversation: str) -> object:
        asked.append(conversation)
        return await real(conversation)

    controller.branches.map = note
    other = controller.keep("Another", ("Hello", "Good day."))
    window._presenter.open(other)
    await until(lambda: asked, "the other map")
    assert asked == [other]


async def test_a_message_that_is_wanted_is_told_with_its_conversation(
    window: MainWindow, map_panel: MapPanel
) -> None:
    told: list[tuple[object, object]] = []
    window._panels.message_wanted.disconnect(window._presenter.revealing.reveal)
    window._panels.message_wanted.connect(lambda *wanted: told.append(wanted))
    map_panel.message_wanted.emit("item-9")
    assert told == [(window._presenter._shown, "item-9")]


async def test_whoever_asks_why_is_told_at_the_cut(window: MainWindow) -> None:
    window.pane.transcript.pressing.why_wanted.emit()
    panel = window.pane.beside.panel
    assert isinstance(panel, ContextPanel)
    await until(panel.body.model.rowCount, "what the model sees")
    panel.body.list.setCurrentIndex(panel.body.model.index(0))
    window.pane.transcript.pressing.why_wanted.emit()
    assert window.pane.beside.panel is panel
    assert panel.body.list.row
    assert panel.body.list.row.position == 39


async def test_a_reply_tells_from_its_menu_what_it_was_given(window: MainWindow) -> None:
    reply = window.pane.transcript.newest
    assert reply
    window._presenter.message_acts.do(Deed.GIVEN, reply.id)
    panel = window.pane.beside.panel
    assert isinstance(panel, GivenPanel)
    await until(panel.body.model.rowCount, "what it was given")
