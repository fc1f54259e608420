"""A time and a measure are chosen, and pictures and numbers follow."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.main_window import MainWindow
from app.ui.statistics.statistics_dialog import StatisticsDialog
from tests.fakes.scripted_controller import ScriptedController
from tests.fakes.scripted_spending import TODAY
from tests.fixtures.waiting import until

KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
async def dialog(qtbot: QtBot, window: MainWindow) -> StatisticsDialog:
    window.pane.composer.field.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Y, KEYS)
    made = window.findChild(StatisticsDialog)
    await until(made.total.text, "what was counted")
    return made


async def test_a_key_opens_it_and_it_tells_of_the_last_thirty_days(
    dialog: StatisticsDialog, controller: ScriptedController
) -> None:
    assert controller.spending.asked == [(TODAY - timedelta(days=29), TODAY)]
    assert dialog.total.text().startswith("12\u202f408 messages and steps · ")
    assert "where the price is known" in dialog.total.text()
    dialog.done_button.click()


async def test_another_time_is_counted_anew(dialog: StatisticsDialog, controller: ScriptedController) -> None:
    dialog.span_buttons[3].click()
    await until(lambda: len(controller.spending.asked) == 2, "the other time")
    await until(lambda: len(dialog.pictures.by_day._bars) > 30, "its days")
    assert dialog.pictures.by_day._bars[0].sure > 0
    dialog.done_button.click()


async def test_the_numbers_take_the_place_of_the_pictures(dialog: StatisticsDialog) -> None:
    assert (dialog.pictures.isVisible(), dialog.table.isVisible()) == (True, False)
    dialog.table_button.click()
    assert (dialog.pictures.isVisible(), dialog.table.isVisible()) == (False, True)
    assert dialog.numbers.rowCount() > 15
    dialog.done_button.click()


async def test_another_measure_is_shown_at_once(dialog: StatisticsDialog) -> None:
    dialog.yardstick_buttons[2].click()
    assert "$" in dialog.pictures.by_day.accessibleDescription()
    dialog.done_button.click()


async def test_writing_goes_on_when_it_closes(dialog: StatisticsDialog, window: MainWindow) -> None:
    dialog.done_button.click()
    await until(lambda: window.focusWidget() is window.pane.composer.field, "the focus")
