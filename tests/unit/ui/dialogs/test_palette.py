"""The palette, opened and used through the window."""

import asyncio

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from pytestqt.qtbot import QtBot

from app.ui.actions import Command
from app.ui.dialogs.keyboard_dialog import KeyboardDialog
from app.ui.dialogs.palette import Palette
from app.ui.main_window import MainWindow
from tests.fakes.scripted_controller import ScriptedController
from tests.fakes.scripted_searching import hit
from tests.fixtures.waiting import until
from tests.unit.ui.conftest import window

__all__ = ["window"]

CONTROL = Qt.KeyboardModifier.ControlModifier


class Painted(QObject):
    """Notes which widgets of a window are painted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.widgets: list[QObject] = []
        for widget in (window.sidebar.settings_button, window.command_palette.panel):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() is QEvent.Type.Paint:
            self.widgets.append(watched)
        return False


def offered(window: MainWindow) -> list[str]:
    model = window.command_palette.model
    return [model.index(row).data() for row in range(model.rowCount())]


@pytest.fixture
async def opened(qtbot: QtBot, window: MainWindow, controller: ScriptedController) -> Palette:
    """The palette over a window with two conversations, opened by its key while messages had the focus."""
    controller.keep("Glaze tests", ("What?", "That."), age=1000)
    window._presenter.start()
    await until(lambda: window.sidebar.model.rowCount() == 3, "the list")
    window.pane.transcript.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_K, CONTROL)
    assert window.command_palette.isVisible()
    await until(lambda: "Glaze tests" in offered(window), "the conversations")
    return window.command_palette


async def take(qtbot: QtBot, window: MainWindow, text: str, row: str) -> None:
    field = window.command_palette.panel.field
    qtbot.keyClicks(field, text)
    await until(lambda: row in offered(window), row)
    for _ in range(offered(window).index(row)):
        qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Return)


async def test_it_lists_what_was_last_in_hand(window: MainWindow, opened: Palette) -> None:
    assert opened.panel.field.hasFocus()
    assert offered(window)[:3] == ["Celadon", "Glaze tests", "New conversation"]
    assert "Undo" not in offered(window)
    assert "Find anything" not in offered(window)


async def test_a_letter_paints_nothing_beside_the_panel_anew(
    qtbot: QtBot, window: MainWindow, opened: Palette
) -> None:
    await asyncio.sleep(0.1)
    painted = Painted(window)
    qtbot.keyClicks(opened.panel.field, "glaze")
    await asyncio.sleep(0.1)
    assert window.sidebar.settings_button not in painted.widgets
    assert opened.panel in painted.widgets


async def test_it_does_what_is_chosen_and_knows_it_next_time(
    qtbot: QtBot, window: MainWindow, opened: Palette
) -> None:
    await take(qtbot, window, "keyb", "Keyboard")
    assert window.findChild(KeyboardDialog).isVisible()
    assert not opened.isVisible()
    window.findChild(KeyboardDialog).reject()
    window.actions_by_command[Command.PALETTE].trigger()
    assert offered(window)[0] == "Keyboard"


async def test_it_goes_to_a_conversation_by_a_few_letters(
    qtbot: QtBot, window: MainWindow, opened: Palette
) -> None:
    assert opened.isVisible()
    await take(qtbot, window, "gtst", "Glaze tests")
    await until(lambda: window.pane.header.title.text() == "Glaze tests", "the conversation")


async def test_it_looks_for_messages(
    qtbot: QtBot, window: MainWindow, opened: Palette, controller: ScriptedController
) -> None:
    assert opened.isVisible()
    controller.searching.found = {"kiln": [hit("Pots", "The kiln", "kiln")]}
    await take(qtbot, window, "kiln", "Search messages for “kiln”")
    assert (window.sidebar.search.field.text, window.sidebar.search.field.line.hasFocus()) == ("kiln", True)
    await until(lambda: window.sidebar.search.page.model.rowCount() == 2, "the message")


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_K])
async def test_it_gives_the_focus_back(
    qtbot: QtBot, window: MainWindow, opened: Palette, key: Qt.Key
) -> None:
    modifiers = CONTROL if key == Qt.Key.Key_K else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(opened.panel.field, key, modifiers)
    assert (opened.isVisible(), window.pane.transcript.hasFocus()) == (False, True)


async def test_a_click_beside_it_leaves_it_and_one_on_it_does_not(
    qtbot: QtBot, window: MainWindow, opened: Palette
) -> None:
    inside = opened.panel.geometry().center()
    qtbot.mouseClick(opened, Qt.MouseButton.LeftButton, pos=inside)
    assert opened.isVisible()
    qtbot.mouseClick(opened, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert (opened.isVisible(), window.pane.transcript.hasFocus()) == (False, True)


async def test_who_goes_elsewhere_leaves_it(qtbot: QtBot, window: MainWindow, opened: Palette) -> None:
    qtbot.keyClick(opened.panel.field, Qt.Key.Key_3, CONTROL)
    assert (opened.isVisible(), window.pane.composer.field.hasFocus()) == (False, True)


async def test_it_stays_within_a_window_that_changes(window: MainWindow, opened: Palette) -> None:
    window.resize(760, 400)
    await until(lambda: opened.size() == window.size(), "the new size")
    await until(lambda: window.width() < 1000, "the smaller window")
    assert opened.rect().contains(opened.panel.geometry())


async def test_without_a_core_it_offers_what_can_be_done(qtbot: QtBot, bare: MainWindow) -> None:
    bare.show()
    bare.activateWindow()
    await until(bare.isActiveWindow, "the window to be active")
    qtbot.keyClick(bare, Qt.Key.Key_K, CONTROL)
    assert "Quit" in offered(bare)
    qtbot.keyClick(bare.command_palette.panel.field, Qt.Key.Key_Escape)


async def test_of_what_it_lists_only_what_fits_stays_while_one_types(
    qtbot: QtBot, window: MainWindow, opened: Palette
) -> None:
    qtbot.keyClicks(opened.panel.field, "ce")
    assert [row for row in offered(window) if row in ("Celadon", "Glaze tests")] == ["Celadon"]
