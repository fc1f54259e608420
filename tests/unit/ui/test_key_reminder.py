"""A line in the sidebar reminds of the recovery key that was never made."""

from app.domain.ways import KeyState, RecoveryStage
from app.ui.main_window import MainWindow
from app.ui.settings.settings_dialog import SettingsDialog
from tests.fakes.scripted_controller import ScriptedController
from tests.fixtures.waiting import until


async def test_who_has_a_history_is_reminded_and_can_put_it_off(
    window: MainWindow, controller: ScriptedController
) -> None:
    reminder = window.sidebar.reminder
    await until(reminder.isVisible, "the reminder")
    reminder.close_button.click()
    await until(lambda: controller.key_care.deferred == 1, "the note of it")
    assert reminder.isHidden()


async def test_a_newcomer_is_left_in_peace(bare: MainWindow, controller: ScriptedController) -> None:
    bare.show()
    bare.attach(controller)
    await until(bare.pane.composer.isEnabled, "the window")
    assert bare.sidebar.reminder.isHidden()


async def test_it_leads_to_the_keys_and_goes_once_there_is_one(
    window: MainWindow, controller: ScriptedController
) -> None:
    reminder = window.sidebar.reminder
    await until(reminder.isVisible, "the reminder")
    reminder.deed_button.click()
    controller.key_care.known = KeyState(True, False, RecoveryStage.CONFIRMED)
    window.findChild(SettingsDialog).accept()
    await until(reminder.isHidden, "its end")
