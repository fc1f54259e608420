"""The window's looks, as the plain settings say."""

import asyncio

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.plain_settings import Scheme
from app.ui.main_window import MainWindow
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import INTERFACE, LIGHT
from tests.fixtures.waiting import until

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.usefixtures("controller")
async def test_keys_make_everything_larger_and_smaller_and_as_usual(qtbot: QtBot, window: MainWindow) -> None:
    usual = window.sidebar.new_button.height()
    await asyncio.sleep(0)
    qtbot.keyClick(window, Qt.Key.Key_Plus, CONTROL)
    assert INTERFACE.size == 15
    await asyncio.sleep(0)  # each size is a step of its own for the loop
    qtbot.keyClick(window, Qt.Key.Key_Equal, CONTROL)
    await until(lambda: window.sidebar.new_button.height() == round(usual * 1.25), "a larger button")
    qtbot.keyClick(window, Qt.Key.Key_Minus, CONTROL)
    await asyncio.sleep(0)
    assert window.plain.settings.text_percent == 110
    await asyncio.sleep(0)
    qtbot.keyClick(window, Qt.Key.Key_0, CONTROL)
    assert (INTERFACE.size, window.plain.settings.text_percent) == (14, 100)
    await until(lambda: window.sidebar.new_button.height() == usual, "the usual button")


async def test_a_chosen_scheme_and_less_motion_hold_at_once(window: MainWindow, theme: Theme) -> None:
    assert theme.motion_ms > 0
    await asyncio.sleep(0)  # each change is a step of its own for the loop
    window.plain.change(scheme=Scheme.DARK, reduces_motion=True)
    assert (theme.is_light, theme.motion_ms) == (False, 0)
    await asyncio.sleep(0)
    window.plain.change(scheme=Scheme.LIGHT, reduces_motion=False)
    assert theme.colours is LIGHT
