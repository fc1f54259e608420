"""What goes on beside a conversation."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.ui.main_window import MainWindow
from app.ui.plain_keeper import PlainKeeper
from app.ui.settings.settings_dialog import SettingsDialog
from app.ui.theme.theme import Theme
from tests.fakes.scripted_controller import ScriptedController
from tests.fixtures.waiting import until
from tests.unit.ui.conftest import NOW


@pytest.fixture
def newcomer(qtbot: QtBot, theme: Theme, tmp_path: Path) -> MainWindow:
    made = MainWindow(theme, lambda: NOW, PlainKeeper(tmp_path / "settings.json"))
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made


async def test_a_newcomer_is_welcomed_once_and_led_to_the_message_field(newcomer: MainWindow) -> None:
    newcomer.attach(ScriptedController(NOW, provider=None))
    await until(lambda: newcomer._beside.first_run, "the welcome")
    newcomer._beside.first_run._end_well()
    newcomer._beside.first_run.next_button.click()
    assert newcomer.plain.settings.first_run_done
    assert newcomer.pane.isVisible()
    newcomer.attach(ScriptedController(NOW, provider=None))
    await until(newcomer.pane.composer.isEnabled, "the window")
    assert newcomer._beside.first_run is None
    newcomer.plain.end()


async def test_who_leaves_early_is_welcomed_again_next_time(newcomer: MainWindow) -> None:
    for _ in range(2):
        newcomer.attach(ScriptedController(NOW, provider=None))
        await until(lambda: newcomer._beside.first_run, "the welcome")
        newcomer._beside.first_run.later_button.click()
        assert newcomer.pane.isVisible()
    newcomer.plain.end()


async def test_another_service_is_set_up_in_the_settings(newcomer: MainWindow) -> None:
    newcomer.attach(ScriptedController(NOW, provider=None))
    await until(lambda: newcomer._beside.first_run, "the welcome")
    newcomer._beside.first_run.other_button.click()
    dialog = newcomer.findChild(SettingsDialog)
    assert dialog.isVisible()
    dialog.reject()
    newcomer.plain.end()


async def test_who_has_a_service_or_a_history_is_no_newcomer(newcomer: MainWindow) -> None:
    old = ScriptedController(NOW, provider=None)
    old.keep("Celadon", ("What is blue?", "Iron is."))
    for controller in (ScriptedController(NOW), old):
        newcomer.attach(controller)
        await until(newcomer.pane.composer.isEnabled, "the window")
        assert newcomer._beside.first_run is None


async def test_rest_locks_the_window(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.lock_wanted):
        window._beside.lock_due.emit()
