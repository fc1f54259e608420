"""The keys among the settings, opened and changed through the window."""

from PySide6.QtGui import QKeySequence

from app.ui.actions import Command
from app.ui.main_window import MainWindow
from app.ui.settings.place import Place
from app.ui.settings.settings_dialog import SettingsDialog
from app.ui.settings.shortcuts_page import ShortcutsPage
from tests.unit.ui.conftest import window

__all__ = ["window"]


async def test_a_key_that_is_chosen_there_holds_in_the_window(window: MainWindow) -> None:
    window.open_settings(Place.SHORTCUTS)
    dialog = window.findChild(SettingsDialog)
    page = dialog.turn_to(Place.SHORTCUTS)
    assert isinstance(page, ShortcutsPage)
    assert len(page.shortcuts.rows) == len(Command)
    page.shortcuts.rows[0].key_button.pressed_keys.emit(QKeySequence("Ctrl+J")[0])
    assert window.actions_by_command[Command.NEW_CONVERSATION].shortcut() == QKeySequence("Ctrl+J")
    dialog.accept()
