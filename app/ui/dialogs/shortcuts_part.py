"""All commands with their keys, which can be changed and set back."""

from app.ui.actions import Command
from app.ui.dialogs.part import Part
from app.ui.dialogs.shortcut_row import ShortcutRow
from app.ui.shortcuts import Shortcuts
from app.ui.theme.theme import Theme
from app.ui.translation import tr
from app.ui.widgets.button import SMALL_PLAIN, Button


class ShortcutsPart(Part):
    """What is changed holds at once, and is remembered."""

    def __init__(self, theme: Theme, shortcuts: Shortcuts) -> None:
        super().__init__(theme, tr("Keys of the commands"))
        self._shortcuts = shortcuts
        self.say(
            tr("Press a key's button, then the keys that you would rather use. Backspace takes a key away.")
        )
        self.rows = [
            ShortcutRow(theme, shortcuts, command) for command in Command if command in shortcuts.actions
        ]
        self.put(*self.rows)
        self.reset_button = Button(theme, tr("All usual keys"), SMALL_PLAIN)
        self.reset_button.clicked.connect(shortcuts.reset_all)
        self.put_row((self.reset_button,))
        shortcuts.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        self.reset_button.setEnabled(any(self._shortcuts.is_own(row.command) for row in self.rows))
