"""What is opened in front of the whole window: loaded when it is first wanted, not before the first list."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from app.chat.controller import ChatController
from app.domain.ids import BranchId, ConversationId
from app.ui.plain_keeper import PlainKeeper
from app.ui.settings.place import Place
from app.ui.shortcuts import Shortcuts
from app.ui.theme.theme import Theme

if TYPE_CHECKING:
    from app.chat.exporting import Exporting
    from app.chat.importing import Importing
    from app.ui.exchange.export_dialog import ExportDialog
    from app.ui.exchange.import_dialog import ImportDialog
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


def export(
    theme: Theme,
    exporting: "Exporting",
    those: Sequence[ConversationId],
    window: QWidget,
    branches: tuple[BranchId, ...] = (),
) -> "ExportDialog":
    from app.ui.exchange.export_dialog import ExportDialog

    return ExportDialog(theme, exporting, those, window, branches)


def bringing_in(theme: Theme, importing: "Importing", window: QWidget, path: Path | None) -> "ImportDialog":
    from app.ui.exchange.import_dialog import ImportDialog

    return ImportDialog(theme, importing, window, path)
