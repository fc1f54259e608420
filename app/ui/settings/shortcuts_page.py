"""By which keys things are done."""

from app.ui.dialogs.shortcuts_part import ShortcutsPart
from app.ui.settings.page import Page
from app.ui.shortcuts import Shortcuts
from app.ui.theme.theme import Theme
from app.ui.translation import tr


class ShortcutsPage(Page):
    def __init__(self, theme: Theme, shortcuts: Shortcuts) -> None:
        super().__init__(theme, tr("Keyboard"))
        self.shortcuts = ShortcutsPart(theme, shortcuts)
        self.put(self.shortcuts)
