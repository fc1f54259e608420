"""What is opened in front of the whole window: loaded when it is first wanted, not before the first list."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from app.chat.controller import ChatController
from app.ui.plain_keeper import PlainKeeper
from app.ui.settings.place import Place
from app.ui.shortcuts import Shortcuts
from app.ui.theme.theme import Theme

if TYPE_CHECKING:
    from app.ui.settings.settings_dialog import SettingsDialog


def settings(
    theme: Theme,
    controller: ChatController,
    window: QWidget,
    plain: PlainKeeper,
    shortcuts: Shortcuts,
    place: Place,
) -> "SettingsDialog":
    from app.ui.settings.settings_dialog import SettingsDialog

    return SettingsDialog(theme, controller, window, plain, shortcuts, place)


def keyboard(theme: Theme, shortcuts: Shortcuts, window: QWidget) -> QDialog:
    from app.ui.dialogs.keyboard_dialog import open_keyboard

    return open_keyboard(theme, shortcuts, window)
