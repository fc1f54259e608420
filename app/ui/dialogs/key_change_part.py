"""The archive's own key: changed when somebody else may have learnt it."""

from PySide6.QtCore import Signal

from app.ui.dialogs.part import Part
from app.ui.theme.theme import Theme
from app.ui.translation import tr
from app.ui.widgets.button import PLAIN, Button


class KeyChangePart(Part):
    """Signals:
    wanted: the key is to be changed.
    """

    wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, tr("The key itself"))
        self.change_button = Button(theme, tr("Change the key"), PLAIN)
        self.put_row((self.change_button,))
        self.change_button.clicked.connect(self.wanted)
        closing = tr(
            "If somebody may have learnt the key itself, change it. Sotto closes the history for a while, "
            "writes it anew under another key and opens it again."
        )
        backups = tr("Backups made before keep the old key: make a new one after.")
        self.say(f"{closing} {backups}")
