"""Asks for a name: of a folder or a tag that is yet to be."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.dialogs.small_dialog import SmallDialog
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import READING, SEMIBOLD
from app.ui.widgets.button import PRIMARY
from app.ui.widgets.fitting import fitting
from app.ui.widgets.flow_text import FlowText
from app.ui.widgets.notice import Notice

_WIDTH = 352
_LONGEST = 200  # letters: a name is for reading at a glance


class NameDialog(SmallDialog):
    """It stays until the name was taken, so that a refused one can be mended.

    Signals:
        named: what was written.
    """

    named = Signal(str)

    def __init__(self, theme: Theme, title: str, deed: str, parent: QWidget) -> None:
        super().__init__(theme, title, deed, PRIMARY, parent)
        width = fitting(_WIDTH, parent)
        heading = FlowText(theme, READING, weight=SEMIBOLD)
        heading.use_width(width)
        heading.set_text(title)
        self.field = QLineEdit()
        self.field.setAccessibleName(title)
        self.field.setMaxLength(_LONGEST)
        self.field.setFixedWidth(width)
        self.trouble = Notice(theme)
        self.trouble.setFixedWidth(width)
        self.trouble.hide()
        self.arrange((heading, self.field, self.trouble))
        self.deed_button.setDefault(True)
        self.cancel_button.setAutoDefault(False)
        self.field.setFocus()
        self.deed_button.clicked.connect(lambda: self.named.emit(self.field.text()))

    def refuse(self, sentence: str) -> None:
        """Say why this name cannot be taken, and let it be mended."""
        self.trouble.say(sentence, "warn")
        self.trouble.show()
        self.field.setFocus()
        self.field.selectAll()
